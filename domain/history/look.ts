/**
 * What somebody had on screen of a story, and so what is new to them. A visit lasts as long as
 * looks follow one another within a quarter of an hour: a page that is loaded again is no other visit.
 */
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people, stories } from "#db/schema.ts";
import { storyLooks } from "#db/schema-history.ts";
import { actorId, type Ctx } from "../context.ts";
import { missing } from "../problem.ts";
import { authorizeReading } from "../stories/rights.ts";
import type { RevisionRow } from "../stories/write-revision.ts";
import { changedBetween } from "./compare-versions.ts";
import { findVersion } from "./find-version.ts";
import type { LookInput } from "./input.ts";
import { stepsAfter } from "./steps.ts";

const VISIT_MS = 15 * 60_000;

/**
 * Notes that this person has this revision on screen, and says what others changed between their
 * visit before and it. `since` is null on a first visit, and when nobody else wrote.
 */
export async function lookAtStory(ctx: Ctx, { storyId, revisionId }: LookInput) {
  const personId = actorId(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const [story] = await tx.select().from(stories).where(eq(stories.id, storyId));
    if (!story) throw missing("story");
    authorizeReading(ctx.actor, story, ctx.now);
    const shown = await findVersion(tx, storyId, revisionId);
    if (!shown) throw missing("revision");
    if (personId === null) return { since: null };
    const before = await moveMark(tx, { personId, storyId, revisionId: shown.id, at: ctx.now });
    return { since: before && (await newSince(tx, shown, before, personId)) };
  });
}
export type SinceLook = NonNullable<Awaited<ReturnType<typeof lookAtStory>>["since"]>;

type Mark = { revisionId: string; lookedAt: Date };
type Look = { personId: string; storyId: string; revisionId: string; at: Date };

/** Moves the mark; what this person had on screen on the visit before this one. */
async function moveMark(tx: Transaction, { at, ...look }: Look): Promise<Mark | null> {
  const own = and(eq(storyLooks.personId, look.personId), eq(storyLooks.storyId, look.storyId));
  const [last] = await tx.select().from(storyLooks).where(own).for("update");
  const isSameVisit = last && at.getTime() - last.lookedAt.getTime() < VISIT_MS;
  const before = isSameVisit
    ? { beforeRevisionId: last.beforeRevisionId, beforeLookedAt: last.beforeLookedAt }
    : { beforeRevisionId: last?.revisionId ?? null, beforeLookedAt: last?.lookedAt ?? null };
  const row = { ...look, lookedAt: at, ...before };
  await tx
    .insert(storyLooks)
    .values(row)
    .onConflictDoUpdate({ target: [storyLooks.personId, storyLooks.storyId], set: row });
  const { beforeRevisionId, beforeLookedAt } = before;
  return beforeRevisionId && beforeLookedAt
    ? { revisionId: beforeRevisionId, lookedAt: beforeLookedAt }
    : null;
}

/** A person has seen what they saved themselves, wherever that was. */
async function newSince(tx: Transaction, shown: RevisionRow, mark: Mark, personId: string) {
  const seen = await findVersion(tx, shown.storyId, mark.revisionId);
  if (!seen) return null;
  const steps = (await stepsAfter(tx, shown.storyId, seen.seq)).filter(({ seq }) => seq <= shown.seq);
  const own = steps.findLast((step) => step.people.includes(personId));
  const from = own ? await findVersion(tx, shown.storyId, own.id) : seen;
  const since = steps.filter(({ seq }) => seq > (own?.seq ?? seen.seq));
  const others = [...new Set(since.flatMap((step) => step.people))];
  if (!from || others.length === 0 || from.hash === shown.hash) return null;
  const names = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, others));
  return {
    ...{ fromId: from.id, toId: shown.id, lookedAt: own ? from.createdAt : mark.lookedAt },
    names: others.flatMap((id) => names.find((each) => each.id === id)?.name ?? []),
    ...changedBetween(from, shown),
  };
}
