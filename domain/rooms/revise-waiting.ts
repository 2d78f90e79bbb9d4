import { eq, gt, sql } from "drizzle-orm";
import { storyRooms, storyUpdates } from "#db/schema-rooms.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import { lockStory } from "../stories/open.ts";
import { revise, screenOf } from "./revise.ts";
import { lockRoom, roomFrom, typistsIn, updatesOf } from "./room-state.ts";

/** Rooms in which somebody typed what is in no revision yet: their process ended before it wrote one. */
export async function listUnrevisedRooms(ctx: Ctx): Promise<string[]> {
  authorizeMachine(ctx.actor);
  const rows = await ctx.db
    .selectDistinct({ storyId: storyUpdates.storyId })
    .from(storyUpdates)
    .innerJoin(storyRooms, eq(storyRooms.storyId, storyUpdates.storyId))
    .where(gt(storyUpdates.seq, storyRooms.revisedSeq))
    .limit(1000);
  return rows.map(({ storyId }) => storyId);
}

/** Writes that revision, so that lists, the history and whoever publishes from elsewhere have what was typed. */
export async function reviseWaiting(ctx: Ctx, { storyId }: { storyId: string }): Promise<void> {
  authorizeMachine(ctx.actor);
  await ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    const row = await lockRoom(tx, storyId);
    if (row === null) return;
    const present = await updatesOf(tx, storyId);
    const room = roomFrom(row, present);
    const typists = typistsIn(present, row.revisedSeq);
    await revise(tx, ctx, story, screenOf(room, typists));
    await tx
      .update(storyRooms)
      .set({
        revisedSeq: sql`greatest(${storyRooms.revisedSeq}, ${present.at(-1)?.seq ?? 0})`,
        updatedAt: ctx.now,
      })
      .where(eq(storyRooms.storyId, storyId));
  });
}
