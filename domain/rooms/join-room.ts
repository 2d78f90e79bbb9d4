/**
 * A text that was saved beside its room (from a screen without a live connection, by a restore)
 * joins it, in the transaction that saves it and whether or not anybody is in the room. The screen
 * on which it was typed is rebuilt from the base revision's snapshot, brought to the new text by
 * the smallest change, and that change goes into the room's log like anybody's typing: it merges
 * with what colleagues typed meanwhile, and nothing of theirs is overwritten.
 */
import { asc, eq, sql } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "#db/client.ts";
import { roomRevisions, storyUpdates } from "#db/schema-rooms.ts";
import { actorId, type Ctx } from "../context.ts";
import { migrateDocument } from "../document/migrate.ts";
import { findVersion } from "../history/find-version.ts";
import { getStory, type StoryRow } from "../stories/open.ts";
import type { RevisionRow } from "../stories/write-revision.ts";
import { revise, screenOf } from "./revise.ts";
import { changeRoom } from "./room-document.ts";
import { lockRoom, type RoomRow, roomFrom, typistsIn, updatesOf } from "./room-state.ts";
import { roomAt } from "./snapshots.ts";

/** Wakes the process that has the room in memory: it reads the log again. */
export const ROOM_CHANNEL = "rooms";
/** A text from before the room has no screen there; its ancestors are asked this far. */
const MOST_ANCESTORS = 500;

/** Nothing happens when the story has no room: the first who enters finds the text as it is. */
export async function joinRoom(tx: Transaction, ctx: Ctx, revision: RevisionRow): Promise<void> {
  const row = await lockRoom(tx, revision.storyId);
  if (row === null) return;
  const present = await updatesOf(tx, row.storyId);
  const room = roomFrom(row, present);
  const screen = await screenUnder(tx, room, revision);
  const before = Y.encodeStateVector(screen);
  const who = { by: actorId(ctx.actor), at: ctx.now.toISOString() };
  changeRoom(screen, { fields: revision.fields, document: migrateDocument(revision.document) }, who);
  const snapshot = Y.snapshot(screen);
  await keepSnapshot(tx, ctx, revision, snapshot);
  const update = Y.encodeStateAsUpdate(screen, before);
  await tx.insert(storyUpdates).values({ storyId: row.storyId, personId: who.by, update, at: ctx.now });
  await tx.execute(sql`select pg_notify(${ROOM_CHANNEL}, ${row.storyId})`);
  Y.applyUpdate(room, update);
  await keepMerged(tx, ctx, { row, room, present });
}

/** Whether a story is written in a room: then texts merge, and none is set aside. */
export async function hasRoom(tx: Transaction, storyId: string): Promise<boolean> {
  return (await lockRoom(tx, storyId)) !== null;
}

async function keepSnapshot(tx: Transaction, ctx: Ctx, revision: RevisionRow, snapshot: Y.Snapshot) {
  const own = actorId(ctx.actor);
  await tx.insert(roomRevisions).values({
    revisionId: revision.id,
    storyId: revision.storyId,
    snapshot: Y.encodeSnapshot(snapshot),
    personIds: own === null ? [] : [own],
  });
}

type Merged = { row: RoomRow; room: Y.Doc; present: Awaited<ReturnType<typeof updatesOf>> };

/** What came of it becomes the head where it is more than the text that was saved. */
async function keepMerged(tx: Transaction, ctx: Ctx, { row, room, present }: Merged): Promise<void> {
  const typists = typistsIn(present, row.revisedSeq);
  const own = actorId(ctx.actor);
  if (own !== null && !typists.has(own)) typists.set(own, 1);
  const story: StoryRow = await getStory(tx, row.storyId);
  await revise(tx, ctx, story, screenOf(room, typists));
}

/** The screen on which the text was typed; of a base from before the room, its newest ancestor's. */
async function screenUnder(tx: Transaction, room: Y.Doc, revision: RevisionRow): Promise<Y.Doc> {
  let baseId = revision.baseId;
  for (let steps = 0; baseId !== null && steps < MOST_ANCESTORS; steps += 1) {
    const [known] = await tx.select().from(roomRevisions).where(eq(roomRevisions.revisionId, baseId));
    if (known) return roomAt(room, Y.decodeSnapshot(known.snapshot));
    // One that was pruned long ago: another stands for it.
    const base = await findVersion(tx, revision.storyId, baseId);
    baseId = (base?.id === baseId ? base.baseId : base?.id) ?? null;
  }
  const [first] = await tx
    .select()
    .from(roomRevisions)
    .where(eq(roomRevisions.storyId, revision.storyId))
    .orderBy(asc(roomRevisions.revisionId))
    .limit(1);
  if (!first) throw new Error(`the room of story ${revision.storyId} has no first screen`);
  return roomAt(room, Y.decodeSnapshot(first.snapshot));
}
