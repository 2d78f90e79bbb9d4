/** The room of a story as the database holds it: what is folded, and every update since. */
import { asc, count, eq, sql, sum } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "#db/client.ts";
import { storyRooms, storyUpdates } from "#db/schema-rooms.ts";

export type RoomRow = typeof storyRooms.$inferSelect;
export type UpdateRow = typeof storyUpdates.$inferSelect;

/** Fewer updates than this are never folded in: reading them one by one costs nothing. */
export const FOLD_AT = 200;
/** A load must stay quick, however large the state is. */
const FOLD_ALWAYS_AT = 5000;
/** A state is read and written whole, so a large one waits until the log has grown with it. */
const STATE_PER_LOG = 8;

/** Whether the next revision is to fold the log of this locked room. */
export async function isDueToFold(tx: Transaction, { storyId, state }: RoomRow): Promise<boolean> {
  const [log] = await tx
    .select({ rows: count(), bytes: sum(sql`octet_length(${storyUpdates.update})`).mapWith(Number) })
    .from(storyUpdates)
    .where(eq(storyUpdates.storyId, storyId));
  const { rows = 0, bytes = 0 } = log ?? {};
  return rows >= FOLD_ALWAYS_AT || (rows >= FOLD_AT && Number(bytes) * STATE_PER_LOG >= state.length);
}

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
