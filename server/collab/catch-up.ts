/** At the start: what was typed before the last end of this process and is in no revision yet. */
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
