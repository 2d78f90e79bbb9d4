import { eq, inArray, max } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "#db/client.ts";
import { storyRooms, storyUpdates } from "#db/schema-rooms.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import { lockStory } from "../stories/open.ts";
import { authorizeReading } from "../stories/rights.ts";
import { authorName } from "../stories/save.ts";
import { revise, screenOf } from "./revise.ts";
import { isDueToFold, lockRoom, type RoomRow, roomFrom, updatesOf } from "./room-state.ts";
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
 * and folds the log when it has become long (`folded`: what may be missing in memory). The machine does this in pauses of typing; what
 * people typed was authorized letter by letter when it came in.
 */
export async function keepRoomRevision(
  ctx: Ctx,
  { storyId, room, typists }: LiveRoom,
): Promise<KeptRevision & { folded: Uint8Array[] }> {
  authorizeMachine(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    const row = await lockRoom(tx, storyId);
    if (row === null) throw missing("room");
    const seq = await lastSeq(tx, storyId);
    const { revision, ...how } = await revise(tx, ctx, story, screenOf(room, typists));
    const folded = await fold(tx, ctx, { row, revisedSeq: seq });
    return {
      revisionId: revision.id,
      savedAt: revision.createdAt,
      authorName: await authorName(tx, revision),
      ...how,
      folded,
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
    const now = Y.snapshot(room);
    if (!contains(now, asked)) {
      throw new Problem("conflict", "Your text isn't on the server yet. Wait for “Saved”, then try again.");
    }
    // Rebuilding a screen of a long history takes a quarter of a second; mostly nobody has typed since.
    const screen = screenOf(Y.equalSnapshots(now, asked) ? room : roomAt(room, asked), typists);
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

type Folding = { row: RoomRow; revisedSeq: number };

/**
 * The state takes in exactly the rows that it deletes, from the table and not from memory, which
 * may lack one that was committed a moment ago. Memory gets back what was folded, for the same reason.
 */
async function fold(tx: Transaction, { now }: Ctx, { row, revisedSeq }: Folding): Promise<Uint8Array[]> {
  const isRoom = eq(storyRooms.storyId, row.storyId);
  const seen = revisedSeq > 0 ? { revisedSeq } : {};
  const isLong = await isDueToFold(tx, row);
  const rows = isLong ? await updatesOf(tx, row.storyId) : [];
  const state = isLong ? { state: Y.encodeStateAsUpdate(roomFrom(row, rows)) } : {};
  await tx
    .update(storyRooms)
    .set({ ...seen, ...state, updatedAt: now })
    .where(isRoom);
  const seqs = rows.map(({ seq }) => seq);
  if (isLong) await tx.delete(storyUpdates).where(inArray(storyUpdates.seq, seqs));
  return rows.map(({ update }) => update);
}
