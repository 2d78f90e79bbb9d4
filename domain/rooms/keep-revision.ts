import { and, eq, inArray, max } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "#db/client.ts";
import { storyRooms, storyUpdates } from "#db/schema-rooms.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { lockStory } from "../stories/open.ts";
import { authorizeReading } from "../stories/rights.ts";
import { authorName } from "../stories/save.ts";
import { revise, type Screen } from "./revise.ts";
import { FOLD_AT, lockRoom, updatesOf } from "./room-state.ts";
import { contains, roomAt } from "./snapshots.ts";

export type KeptRevision = {
  revisionId: string;
  savedAt: Date;
  authorName: string;
  isNew: boolean;
  isHead: boolean;
};

/** A room as the process for live connections has it in memory; every letter in it is committed. */
export type LiveRoom = { storyId: string; room: Y.Doc; typists: ReadonlyMap<string, number> };

/**
 * Writes the room as it stands into the story's history, by who typed most since the last time,
 * and folds the log when it has become long. The machine does this in pauses of typing; what
 * people typed was authorized letter by letter when it came in.
 */
export async function keepRoomRevision(
  ctx: Ctx,
  { storyId, room, typists }: LiveRoom,
): Promise<KeptRevision> {
  authorizeMachine(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    await lockRoom(tx, storyId);
    const seq = await lastSeq(tx, storyId);
    const { revision, ...how } = await revise(tx, ctx, story, { room, snapshot: Y.snapshot(room), typists });
    await fold(tx, ctx, { storyId, room, revisedSeq: seq });
    return {
      revisionId: revision.id,
      savedAt: revision.createdAt,
      authorName: await authorName(tx, revision),
      ...how,
    };
  });
}

/**
 * The revision that is exactly what this person has on screen (`snapshot`, as Yjs encodes it):
 * to submit, approve, schedule or publish it. Whoever may read the story may ask. Throws
 * Problem("conflict") while some of it hasn't reached the server, "invalid" for what isn't a
 * screen of this room or can't be stored.
 */
export async function keepScreen(
  ctx: Ctx,
  { storyId, room, typists, snapshot }: LiveRoom & { snapshot: Uint8Array },
): Promise<KeptRevision> {
  const asked = readSnapshot(snapshot);
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorizeReading(ctx.actor, story, ctx.now);
    await lockRoom(tx, storyId);
    if (!contains(Y.snapshot(room), asked)) {
      throw new Problem("conflict", "Your text isn't on the server yet. Wait for “Saved”, then try again.");
    }
    const screen: Screen = { room: roomAt(room, asked), snapshot: asked, typists };
    const { revision, ...how } = await revise(tx, ctx, story, screen);
    return {
      revisionId: revision.id,
      savedAt: revision.createdAt,
      authorName: await authorName(tx, revision),
      ...how,
    };
  });
}

function readSnapshot(bytes: Uint8Array): Y.Snapshot {
  try {
    return Y.decodeSnapshot(bytes);
  } catch {
    throw new Problem("invalid", "That isn't a screen of this story.");
  }
}

async function lastSeq(tx: Transaction, storyId: string): Promise<number> {
  const [row] = await tx
    .select({ seq: max(storyUpdates.seq) })
    .from(storyUpdates)
    .where(eq(storyUpdates.storyId, storyId));
  return row?.seq ?? 0;
}

type Folding = { storyId: string; room: Y.Doc; revisedSeq: number };

/**
 * The state takes in exactly the rows that it deletes, from the table and not from memory: one
 * that is committed but not applied yet must not be lost to a process that dies in between.
 */
async function fold(tx: Transaction, { now }: Ctx, { storyId, room, revisedSeq }: Folding): Promise<void> {
  const isRoom = eq(storyRooms.storyId, storyId);
  const count = await tx.$count(storyUpdates, eq(storyUpdates.storyId, storyId));
  const seen = revisedSeq > 0 ? { revisedSeq } : {};
  if (count < FOLD_AT) {
    await tx
      .update(storyRooms)
      .set({ ...seen, updatedAt: now })
      .where(isRoom);
    return;
  }
  const rows = await updatesOf(tx, storyId);
  const state = Y.mergeUpdates([Y.encodeStateAsUpdate(room), ...rows.map(({ update }) => update)]);
  await tx
    .update(storyRooms)
    .set({ ...seen, state, updatedAt: now })
    .where(isRoom);
  const seqs = rows.map(({ seq }) => seq);
  await tx
    .delete(storyUpdates)
    .where(and(eq(storyUpdates.storyId, storyId), inArray(storyUpdates.seq, seqs)));
}
