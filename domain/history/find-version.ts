/** A version by its id, also when it was pruned since: then the one that stands for it. */
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { revisions } from "#db/schema.ts";
import { revisionStandIns } from "#db/schema-history.ts";
import type { RevisionRow } from "../stories/write-revision.ts";

export async function findVersion(
  db: Database,
  storyId: string,
  revisionId: string,
): Promise<RevisionRow | null> {
  const own = await findExactly(db, storyId, revisionId);
  if (own) return own;
  const [standIn] = await db
    .select({ keptId: revisionStandIns.keptId })
    .from(revisionStandIns)
    .where(and(eq(revisionStandIns.revisionId, revisionId), eq(revisionStandIns.storyId, storyId)));
  return standIn ? findExactly(db, storyId, standIn.keptId) : null;
}

async function findExactly(db: Database, storyId: string, revisionId: string): Promise<RevisionRow | null> {
  const [row] = await db
    .select()
    .from(revisions)
    .where(and(eq(revisions.id, revisionId), eq(revisions.storyId, storyId)));
  return row ?? null;
}
