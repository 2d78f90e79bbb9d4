import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { revisions } from "#db/schema.ts";
import { writingSessions } from "#db/schema-history.ts";
import { changedBetween } from "./compare-versions.ts";
import { milestonesOf } from "./milestones.ts";
import { isOver, sessionsOf } from "./sessions.ts";
import { lastFolded, stepsAfter } from "./steps.ts";

/**
 * Writes down the stretches of a locked story that are over, with what each changed, so that the
 * history says the same of them when the steps within are gone. How many they were.
 */
export async function foldSessions(tx: Transaction, storyId: string, now: Date): Promise<number> {
  const last = await lastFolded(tx, storyId);
  const ends = new Set((await milestonesOf(tx, storyId)).keys());
  const sessions = sessionsOf(await stepsAfter(tx, storyId, last?.lastSeq ?? 0), ends);
  const over = sessions.slice(0, sessions.findLastIndex((session) => isOver(session, now)) + 1);
  let before = last ? await textOf(tx, last.lastRevisionId) : null;
  for (const session of over) {
    const after = await textOf(tx, session.last.id);
    await tx.insert(writingSessions).values({
      ...{ storyId, firstSeq: session.first.seq, lastSeq: session.last.seq, people: session.people },
      ...{ lastRevisionId: session.last.id, startedAt: session.first.at, endedAt: session.last.at },
      ...{ steps: session.steps.length, ...changedBetween(before, after) },
    });
    before = after;
  }
  return over.length;
}

async function textOf(tx: Transaction, revisionId: string) {
  const [row] = await tx
    .select({ fields: revisions.fields, document: revisions.document })
    .from(revisions)
    .where(eq(revisions.id, revisionId));
  if (!row) throw new Error("the end of a stretch of writing is never pruned");
  return row;
}
