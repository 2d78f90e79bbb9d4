/** The revisions of a story without their texts: what sessions are made of. */
import { and, asc, desc, eq, gt, ne, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { revisions } from "#db/schema.ts";
import { writingSessions } from "#db/schema-history.ts";
import { roomRevisions } from "#db/schema-rooms.ts";
import type { Step } from "./sessions.ts";

/** Everybody who typed for it: of what was written together in a room that is more than its author. */
const typists = sql<string[]>`coalesce(${roomRevisions.personIds}, array[]::uuid[])`;

const light = {
  id: revisions.id,
  seq: revisions.seq,
  kind: revisions.kind,
  authorId: revisions.authorId,
  baseId: revisions.baseId,
  at: revisions.createdAt,
};

/** In rising order, without those that were kept aside. */
export async function stepsAfter(db: Database, storyId: string, seq: number): Promise<Step[]> {
  const rows = await db
    .select({ ...light, typists })
    .from(revisions)
    .leftJoin(roomRevisions, eq(roomRevisions.revisionId, revisions.id))
    .where(and(eq(revisions.storyId, storyId), gt(revisions.seq, seq), ne(revisions.kind, "aside")))
    .orderBy(asc(revisions.seq));
  return rows.map(({ authorId, baseId: _base, typists: others, ...step }) => ({
    ...step,
    people: [...new Set([...(authorId === null ? [] : [authorId]), ...others])],
  }));
}

/** What was overtaken and kept beside the story, in rising order. */
export async function asidesOf(db: Database, storyId: string) {
  return db
    .select(light)
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), eq(revisions.kind, "aside")))
    .orderBy(asc(revisions.seq));
}

/** The newest stretch that is folded; null when none is. */
export async function lastFolded(db: Database, storyId: string) {
  const [row] = await db
    .select()
    .from(writingSessions)
    .where(eq(writingSessions.storyId, storyId))
    .orderBy(desc(writingSessions.lastSeq))
    .limit(1);
  return row ?? null;
}
