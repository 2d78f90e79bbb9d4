/** What must be true of a history after its day: what is there, how much, and what it says. */
import { count, eq, inArray, sql } from "drizzle-orm";
import { revisions, stories } from "#db/schema.ts";
import { hashOf } from "#domain/document/hash.ts";
import { listParagraphAuthors } from "#domain/history/paragraph-authors.ts";
import { restoreRevision } from "#domain/history/restore.ts";
import type { Scene } from "#domain/testing/test.ts";
import type { Day } from "./day.ts";

export type Verdict = {
  rows: number;
  /** Of the rows themselves, compressed as they lie there. */
  bytes: number;
  /** Of the whole table on disk, its indexes and the room that pruning left. */
  tableBytes: number;
  lost: string[];
  inexact: string[];
  forgotten: string[];
};

export async function judge(scene: Scene, day: Day): Promise<Verdict> {
  const { rows, bytes, tableBytes } = await sizeOf(scene, day.storyId);
  const lost = await lostOf(scene, day);
  const forgotten = await forgottenOf(scene, day);
  // Last: what it brings back becomes the head.
  return { rows, bytes, tableBytes, lost, forgotten, inexact: await inexactOf(scene, day) };
}

export async function sizeOf({ db }: Scene, storyId: string) {
  const [found] = await db
    .select({
      rows: count(),
      bytes: sql<number>`coalesce(sum(pg_column_size(${revisions.document}) + pg_column_size(${revisions.fields}) + 200), 0)::int`,
      tableBytes: sql<number>`pg_total_relation_size('revisions')::int`,
    })
    .from(revisions)
    .where(eq(revisions.storyId, storyId));
  return found ?? { rows: 0, bytes: 0, tableBytes: 0 };
}

/** Versions that stood out and aren't there any more, letter for letter. */
async function lostOf({ db }: Scene, { kept }: Day): Promise<string[]> {
  const ids = kept.map(({ revisionId }) => revisionId);
  const found = new Map(
    (await db.select().from(revisions).where(inArray(revisions.id, ids))).map((row) => [row.id, row]),
  );
  return kept
    .filter(({ revisionId, fields, document }) => {
      const row = found.get(revisionId);
      return !row || hashOf(row.fields, row.document) !== hashOf(fields, document);
    })
    .map(({ why, revisionId }) => `${why} version ${revisionId} is not as it was`);
}

/** Versions that come back as something else than they were. */
async function inexactOf(scene: Scene, { storyId, kept, endsAt }: Day): Promise<string[]> {
  const inexact: string[] = [];
  const ctx = scene.as(scene.newsroom.dilan, new Date(endsAt.getTime() + 7_200_000));
  for (const { revisionId, fields, document } of kept) {
    const [story] = await scene.db.select().from(stories).where(eq(stories.id, storyId));
    const baseRevisionId = story?.headRevisionId ?? "";
    const back = await restoreRevision(ctx, { storyId, revisionId, baseRevisionId }).catch(
      (error: Error) => error,
    );
    if (back instanceof Error) inexact.push(`${revisionId}: ${back.message}`);
    else if (hashOf(back.fields, back.document) !== hashOf(fields, document)) inexact.push(revisionId);
  }
  return inexact;
}

/** Paragraphs of the last text that don't name everybody who typed in them. */
async function forgottenOf(scene: Scene, { storyId, paragraphs }: Day): Promise<string[]> {
  const [story] = await scene.db.select().from(stories).where(eq(stories.id, storyId));
  const { blocks } = await listParagraphAuthors(scene.as(scene.newsroom.dilan), {
    ...{ storyId, revisionId: story?.headRevisionId ?? "" },
  });
  const named = new Map(
    blocks.map(({ blockId, authors }) => [blockId, authors.map(({ personId }) => personId)]),
  );
  return paragraphs
    .filter(({ id, authors }) => {
      const known = named.get(id.padEnd(12, "0")) ?? [];
      return !authors.every((personId) => known.includes(personId));
    })
    .map(({ id, authors }) => `paragraph ${id} lacks one of its ${authors.length} writers`);
}
