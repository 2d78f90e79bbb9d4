/** Who is in which room, for lists: told by the process for live connections, believed for a while. */
import { and, eq, gt, inArray, lt, notInArray, sql } from "drizzle-orm";
import { people, stories } from "#db/schema.ts";
import { roomPresence } from "#db/schema-rooms.ts";
import type { Ctx } from "../context.ts";
import { authorize, authorizeMachine } from "../permissions.ts";
import { readableBy } from "../stories/rights.ts";

/** Told again every half minute; a process that was killed is believed this long. */
const BELIEVED_MS = 75_000;
const FORGOTTEN_MS = 3_600_000;

export type InRoom = { readonly storyId: string; readonly personId: string };

/** These are in their rooms now. */
export async function keepPresence({ db, actor, now }: Ctx, present: readonly InRoom[]): Promise<void> {
  authorizeMachine(actor);
  const once = new Map(present.map((one) => [`${one.storyId} ${one.personId}`, { ...one, seenAt: now }]));
  if (once.size === 0) return;
  await db
    .insert(roomPresence)
    .values([...once.values()])
    .onConflictDoUpdate({
      target: [roomPresence.storyId, roomPresence.personId],
      set: { seenAt: sql`greatest(${roomPresence.seenAt}, excluded.seen_at)` },
    });
}

/** This person has left the room with their last tab. */
export async function leaveRoom({ db, actor, now }: Ctx, { storyId, personId }: InRoom): Promise<void> {
  authorizeMachine(actor);
  const own = and(eq(roomPresence.storyId, storyId), eq(roomPresence.personId, personId));
  await db.delete(roomPresence).where(own);
  await db.delete(roomPresence).where(lt(roomPresence.seenAt, new Date(now.getTime() - FORGOTTEN_MS)));
}

/** Who is in the rooms of these stories, without whoever asks; stories that aren't theirs to see are empty. */
export async function listPresence(ctx: Ctx, { storyIds }: { storyIds: readonly string[] }) {
  const { db, actor, now } = ctx;
  authorize(actor, "story.read");
  const found = new Map<string, { personId: string; name: string }[]>();
  if (storyIds.length === 0) return found;
  const own = actor.kind === "person" ? [actor.personId] : [];
  const rows = await db
    .select({ storyId: roomPresence.storyId, personId: people.id, name: people.name })
    .from(roomPresence)
    .innerJoin(people, eq(people.id, roomPresence.personId))
    .innerJoin(stories, eq(stories.id, roomPresence.storyId))
    .where(
      and(
        inArray(roomPresence.storyId, [...storyIds]),
        gt(roomPresence.seenAt, new Date(now.getTime() - BELIEVED_MS)),
        own.length > 0 ? notInArray(people.id, own) : undefined,
        readableBy(actor, now),
      ),
    )
    .orderBy(people.name)
    .limit(500);
  for (const { storyId, ...person } of rows) found.set(storyId, [...(found.get(storyId) ?? []), person]);
  return found;
}
