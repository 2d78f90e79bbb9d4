import type { Transaction } from "#db/client.ts";
import { events } from "#db/schema.ts";
import { actorId, type Ctx } from "./context.ts";
import type { EventName } from "./vocabulary.ts";

export type EventRecord = {
  act: EventName;
  storyId?: string | null;
  /** Whom or what it was done to, when that isn't a story: a person, a section. */
  subjectId?: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/**
 * Writes down who did what, in the transaction that does it: neither exists without the other.
 * The actor's name is kept as it was on the day. Never pass passwords, tokens or whole documents.
 */
export async function recordEvent(
  tx: Transaction,
  { actor, now }: Pick<Ctx, "actor" | "now">,
  { act, storyId, subjectId, before, after }: EventRecord,
): Promise<void> {
  await tx.insert(events).values({
    happenedAt: now,
    actorId: actorId(actor),
    actorName: actor.name,
    act,
    storyId: storyId ?? null,
    subjectId: subjectId ?? null,
    before: before ?? null,
    after: after ?? null,
  });
}
