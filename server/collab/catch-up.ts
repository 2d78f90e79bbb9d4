/**
 * Whenever the database is there again (also at the start): what was typed and is in no revision
 * yet, because this process was killed or the database was away when it was due.
 */
import type { SystemActor } from "#domain/context.ts";
import { listUnrevisedRooms, reviseWaiting } from "#domain/rooms/revise-waiting.ts";
import { log } from "../log.ts";
import type { Rooms } from "./rooms.ts";

const MACHINE: SystemActor = { kind: "system", name: "Dateline" };

export async function catchUp({ db }: Rooms): Promise<void> {
  const ctx = () => ({ db, actor: MACHINE, now: new Date() });
  try {
    for (const storyId of await listUnrevisedRooms(ctx())) {
      await reviseWaiting(ctx(), { storyId }).catch((err: unknown) => {
        log().warn({ err, storyId }, "a room's last revision could not be written");
      });
    }
  } catch (err) {
    log().warn({ err }, "rooms without a last revision could not be listed");
  }
}
