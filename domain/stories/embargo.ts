/**
 * The embargo: an agreement with a source that nothing is said before an instant. While it
 * lasts, the story exists only for the people whom it names, and nobody can publish it.
 * These two predicates, one for a row and one for SQL, are the only place that knows.
 */
import { or, type SQL, sql } from "drizzle-orm";
import { stories } from "#db/schema.ts";
import type { Actor } from "../context.ts";

type Embargoed = { embargoUntil: Date | null; embargoPeople: string[] | null };

/** Whether the agreement still holds at `now`. */
export function embargoHolds(story: Embargoed, now: Date): boolean {
  return story.embargoUntil !== null && story.embargoUntil > now;
}

/** Whether this person may know of the story at all. */
export function isOpenTo(story: Embargoed, actor: Actor, now: Date): boolean {
  if (!embargoHolds(story, now) || actor.kind === "system") return true;
  return (story.embargoPeople ?? []).includes(actor.personId);
}

/** The same as a condition on `stories`, for lists, counts and search. */
export function openTo(actor: Actor, now: Date): SQL {
  if (actor.kind === "system") return sql`true`;
  const open = or(
    sql`${stories.embargoUntil} is null`,
    sql`${stories.embargoUntil} <= ${now}`,
    sql`${actor.personId}::uuid = any(${stories.embargoPeople})`,
  );
  return open ?? sql`false`;
}
