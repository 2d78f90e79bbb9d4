/** What makes a version stand out: a name, a submission, an approval, a publication. */
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { events, publications } from "#db/schema.ts";
import { namedRevisions } from "#db/schema-history.ts";

export type Milestone = {
  revisionId: string;
  name: string | null;
  /** Numbers of the publications that sent it out. */
  sent: number[];
  isApproved: boolean;
  isSubmitted: boolean;
};

/** Every version of a story that stands out, by its revision's id. */
export async function milestonesOf(db: Database, storyId: string): Promise<Map<string, Milestone>> {
  const named = await db.select().from(namedRevisions).where(eq(namedRevisions.storyId, storyId));
  const sent = await db
    .select({ revisionId: publications.revisionId, number: publications.number })
    .from(publications)
    .where(eq(publications.storyId, storyId));
  const handed = await db
    .select({ revisionId: events.subjectId, act: events.act })
    .from(events)
    .where(and(eq(events.storyId, storyId), inArray(events.act, ["story.submitted", "story.approved"])));
  const found = new Map<string, Milestone>();
  const of = (revisionId: string) => {
    const known = found.get(revisionId) ?? {
      ...{ revisionId, name: null, sent: [], isApproved: false, isSubmitted: false },
    };
    found.set(revisionId, known);
    return known;
  };
  for (const { revisionId, name } of named) of(revisionId).name = name;
  for (const { revisionId, number } of sent) of(revisionId).sent.push(number);
  for (const { revisionId, act } of handed) {
    if (revisionId === null) continue;
    if (act === "story.approved") of(revisionId).isApproved = true;
    else of(revisionId).isSubmitted = true;
  }
  return found;
}
