import { isoWithOffset } from "../time.ts";
import type { NoticeKind } from "../vocabulary.ts";
import type { ReaderNotice } from "./reader-records.ts";

type Timed = { firstPublishedAt: Date; significantAt: Date; notices: readonly ReaderNotice[] };

/**
 * The times and notices of a story as readers and machines are told them. `modifiedAt` moves
 * only when readers are told of a change, never with a minor fix.
 */
export type StoryClock = {
  publishedAt: Date;
  /** Null until something significant changed. */
  modifiedAt: Date | null;
  /** ISO 8601 with the newsroom's offset. */
  publishedIso: string;
  /** What "modified" fields carry: the first publication until something significant changed. */
  modifiedIso: string;
  /** What changed last, and the last correction if that was something else. */
  marks: readonly Exclude<NoticeKind, "withdrawal">[];
  notices: readonly ReaderNotice[];
};

/**
 * The one record from which the story page, JSON-LD, Open Graph, feeds and the sitemap take
 * their times: they can't disagree, because nobody else computes them.
 */
export function storyClock(
  { firstPublishedAt, significantAt, notices }: Timed,
  timeZone: string,
): StoryClock {
  const changed = significantAt.getTime() > firstPublishedAt.getTime();
  const told = notices.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const kinds = told.map(({ kind }) => kind).filter((kind) => kind !== "withdrawal");
  // A correction stays in view after a later update: updates must not bury it.
  const corrected = kinds.find((kind) => kind === "correction");
  const marks = [...new Set([kinds[0], corrected])].filter((kind) => kind !== undefined);
  return {
    publishedAt: firstPublishedAt,
    modifiedAt: changed ? significantAt : null,
    publishedIso: isoWithOffset(firstPublishedAt, timeZone),
    modifiedIso: isoWithOffset(changed ? significantAt : firstPublishedAt, timeZone),
    marks,
    notices: told,
  };
}
