/** Tells lists who is in which room: when somebody comes or goes, and again every half minute. */
import { setTimeout as pause } from "node:timers/promises";
import type { SystemActor } from "#domain/context.ts";
import { type InRoom, keepPresence, leaveRoom } from "#domain/rooms/presence.ts";
import { log } from "../log.ts";
import type { Rooms } from "./rooms.ts";
import type { Seated } from "./seat.ts";

const EVERY_MS = 30_000;
const MACHINE: SystemActor = { kind: "system", name: "Dateline" };

export async function tellPresence(rooms: Rooms, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await came(rooms, everybodyIn(rooms));
  }
}

export function came(rooms: Rooms, present: readonly InRoom[]): Promise<void> {
  return quietly(keepPresence({ db: rooms.db, actor: MACHINE, now: new Date() }, present));
}

/** Nothing happens while another tab of theirs is in the room. */
export async function went(rooms: Rooms, left: InRoom): Promise<void> {
  const { storyId, personId } = left;
  if (everybodyIn(rooms).some((one) => one.storyId === storyId && one.personId === personId)) return;
  await quietly(leaveRoom({ db: rooms.db, actor: MACHINE, now: new Date() }, left));
}

function everybodyIn(rooms: Rooms): InRoom[] {
  return [...rooms.live.documents.values()].flatMap((document) =>
    document.getConnections().map((connection) => ({
      storyId: document.name,
      personId: (connection as Seated).context.personId,
    })),
  );
}

/** A list that is late by half a minute is no reason to disturb whoever writes. */
async function quietly(told: Promise<void>): Promise<void> {
  await told.catch((err: unknown) => log().warn({ err }, "who is in a room could not be told"));
}
