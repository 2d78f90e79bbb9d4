/**
 * Text that the server doesn't have yet, kept on this machine so that a crash, a dead line or a
 * closed lid loses nothing. One entry per story and base revision; gone as soon as it is saved.
 */
export type UnsavedCopy<D> = { baseRevisionId: string; keptAt: number; draft: D };

const PREFIX = "dateline:unsaved:";

const keyOf = (storyId: string, baseRevisionId: string) => `${PREFIX}${storyId}:${baseRevisionId}`;

function keysOf(storage: Storage, storyId: string): string[] {
  return Object.keys(storage).filter((key) => key.startsWith(`${PREFIX}${storyId}:`));
}

/** Keeps the draft, or with null forgets every copy of this story. A full or closed storage keeps nothing. */
export function keepCopy<D>(
  storage: Storage | null,
  storyId: string,
  baseRevisionId: string,
  draft: D | null,
) {
  if (!storage) return;
  if (draft === null) {
    for (const key of keysOf(storage, storyId)) storage.removeItem(key);
    return;
  }
  const copy: UnsavedCopy<D> = { baseRevisionId, keptAt: Date.now(), draft };
  const text = JSON.stringify(copy);
  // A promise swallows what a full storage throws; the write itself still happens here and now.
  void new Promise<void>((done) => {
    storage.setItem(keyOf(storyId, baseRevisionId), text);
    done();
  }).then(undefined, () => undefined);
}

/** The newest copy of a story that was never saved, or null. */
export function findCopy<D>(storage: Storage | null, storyId: string): UnsavedCopy<D> | null {
  if (!storage) return null;
  const copies = keysOf(storage, storyId).map((key) => JSON.parse(storage.getItem(key) ?? "null"));
  return copies.sort((a, b) => b.keptAt - a.keptAt)[0] ?? null;
}
