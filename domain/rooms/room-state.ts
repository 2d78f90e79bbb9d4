/** The room of a story as the database holds it: what is folded, and every update since. */
import { asc, eq } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "#db/client.ts";
import { storyRooms, storyUpdates } from "#db/schema-rooms.ts";

export type RoomRow = typeof storyRooms.$inferSelect;
export type UpdateRow = typeof storyUpdates.$inferSelect;

/**
 * Once this many updates wait, the next revision folds them in. A folded state is written whole,
 * so folding seldom costs less; a load reads the rest one by one, which a few hundred don't slow.
 */
export const FOLD_AT = 200;

/** Held until the transaction ends. Not "for update": typing goes on meanwhile, its rows name this one. */
export async function lockRoom(tx: Transaction, storyId: string): Promise<RoomRow | null> {
  const [row] = await tx
    .select()
    .from(storyRooms)
    .where(eq(storyRooms.storyId, storyId))
    .for("no key update");
  return row ?? null;
}

/** Every update that isn't folded in, in the order in which they came. */
export function updatesOf(tx: Pick<Transaction, "select">, storyId: string): Promise<UpdateRow[]> {
  return tx
    .select()
    .from(storyUpdates)
    .where(eq(storyUpdates.storyId, storyId))
    .orderBy(asc(storyUpdates.seq));
}

export function roomFrom(row: RoomRow, updates: readonly UpdateRow[]): Y.Doc {
  const room = new Y.Doc({ gc: false });
  room.transact(() => {
    Y.applyUpdate(room, row.state);
    for (const { update } of updates) Y.applyUpdate(room, update);
  });
  return room;
}

/** Who typed since the newest revision, and how much. */
export function typistsIn(updates: readonly UpdateRow[], afterSeq: number): Map<string, number> {
  const typists = new Map<string, number>();
  for (const { seq, personId, update } of updates) {
    if (personId === null || seq <= afterSeq) continue;
    typists.set(personId, (typists.get(personId) ?? 0) + update.length);
  }
  return typists;
}
