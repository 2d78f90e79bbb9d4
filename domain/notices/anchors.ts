import type { NoticeKind } from "../vocabulary.ts";

/**
 * The name of each notice on its story's page, "correction-1": counted by kind from the oldest,
 * so that a later notice never takes an address that somebody has linked to. Given and returned
 * newest first.
 */
export function withAnchors<N extends { kind: NoticeKind }>(
  newestFirst: readonly N[],
): (N & { anchor: string })[] {
  const counts = new Map<NoticeKind, number>();
  return newestFirst
    .toReversed()
    .map((notice) => {
      const count = (counts.get(notice.kind) ?? 0) + 1;
      counts.set(notice.kind, count);
      return { ...notice, anchor: `${notice.kind}-${count}` };
    })
    .toReversed();
}
