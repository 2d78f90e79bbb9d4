import { eq } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "#db/client.ts";
import { roomRevisions, storyRooms, storyUpdates } from "#db/schema-rooms.ts";
import { actorId, type Ctx } from "../context.ts";
import { withBlockIds } from "../document/block-ids.ts";
import { migrateDocument } from "../document/migrate.ts";
import { SCHEMA_VERSION } from "../document/nodes.ts";
import { Problem } from "../problem.ts";
import { lockStory, type StoryRow } from "../stories/open.ts";
import { authorizeReading } from "../stories/rights.ts";
import { headOf } from "../stories/save.ts";
import { changeRoom, draftOf, seedRoom } from "./room-document.ts";
import { lockRoom, type RoomRow, roomFrom, typistsIn, updatesOf } from "./room-state.ts";

/**
 * Everything that a story's room holds, for a process that lets people in. A story that nobody
 * has written together yet gets its room here, from its head revision, once and for all. Throws
 * Problem("missing") for who may not read it, and whatever the database throws: a room that
 * can't be read is never an empty one.
 */
export async function openRoom(ctx: Ctx, { storyId }: { storyId: string }) {
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorizeReading(ctx.actor, story, ctx.now);
    const row = (await lockRoom(tx, storyId)) ?? (await furnish(tx, ctx, story));
    const present = await updatesOf(tx, storyId);
    const brought = await bringUpToDate(tx, ctx, row, roomFrom(row, present));
    const updates = [row.state, ...present.map(({ update }) => update), ...brought];
    return { updates, typists: typistsIn(present, row.revisedSeq) };
  });
}

async function furnish(tx: Transaction, ctx: Ctx, story: StoryRow): Promise<RoomRow> {
  const head = await headOf(tx, story);
  const room = new Y.Doc({ gc: false });
  const who = { by: head.authorId, at: head.createdAt.toISOString() };
  const { schemaVersion, doc } = migrateDocument(head.document);
  // A block without a name would get one from the first screen that opens the room, or two from two.
  seedRoom(room, { fields: head.fields, document: { schemaVersion, doc: withBlockIds(doc) } }, who);
  const [row] = await tx
    .insert(storyRooms)
    .values({
      storyId: story.id,
      schemaVersion: SCHEMA_VERSION,
      state: Y.encodeStateAsUpdate(room),
      updatedAt: ctx.now,
    })
    .returning();
  if (!row) throw new Error(`story ${story.id} got no room`);
  await tx.insert(roomRevisions).values({
    revisionId: head.id,
    storyId: story.id,
    snapshot: Y.encodeSnapshot(Y.snapshot(room)),
    personIds: head.authorId === null ? [] : [head.authorId],
  });
  return row;
}

/** A room of an older program becomes one of today's before anybody is let in. */
async function bringUpToDate(tx: Transaction, ctx: Ctx, row: RoomRow, room: Y.Doc): Promise<Uint8Array[]> {
  if (row.schemaVersion === SCHEMA_VERSION) return [];
  if (row.schemaVersion > SCHEMA_VERSION) {
    throw new Problem("unavailable", "This story is being written with a newer version of the newsroom.");
  }
  const before = Y.encodeStateVector(room);
  const { fields, document } = draftOf(room);
  const who = { by: actorId(ctx.actor), at: ctx.now.toISOString() };
  changeRoom(room, { fields, document: migrateDocument(document) }, who);
  const update = Y.encodeStateAsUpdate(room, before);
  await tx.insert(storyUpdates).values({ storyId: row.storyId, personId: null, update });
  await tx
    .update(storyRooms)
    .set({ schemaVersion: SCHEMA_VERSION, updatedAt: ctx.now })
    .where(eq(storyRooms.storyId, row.storyId));
  return [update];
}
