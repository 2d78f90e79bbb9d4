/**
 * Rooms also change from outside: a text saved by an action joins its room's log in the database
 * (`domain/rooms/join-room.ts`). The log is the truth, a notification only wakes: on each, and on
 * every new connection, the log is read and applied to the room in memory, if it is there. What
 * is known already changes nothing.
 */
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { ROOM_CHANNEL } from "#domain/rooms/join-room.ts";
import { updatesOf } from "#domain/rooms/room-state.ts";
import { log } from "../log.ts";
import { catchUp } from "./catch-up.ts";
import type { Rooms } from "./rooms.ts";

const PAUSE_MS = 500;

export async function follow(rooms: Rooms, url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await listen(rooms, url, signal).catch((err: unknown) => {
      if (!signal.aborted) log().warn({ err }, "rooms can't be followed; trying again");
    });
    if (!signal.aborted) await pause(PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

async function listen(rooms: Rooms, url: string, signal: AbortSignal): Promise<void> {
  const { default: driver } = await import("pg");
  const client = new driver.Client({
    connectionString: url,
    application_name: "dateline-collab-rooms",
    connectionTimeoutMillis: 2_000,
    keepAlive: true,
  });
  const ended = new Promise<never>((_, reject) => {
    client.on("error", reject);
    client.on("end", () => reject(new Error("the connection ended")));
  });
  ended.catch(() => undefined);
  try {
    await Promise.race([client.connect(), ended]);
    await Promise.race([client.query(`listen ${ROOM_CHANNEL}`), ended]);
    client.on("notification", ({ payload }) => void bringIn(rooms, payload ?? ""));
    for (const storyId of rooms.live.documents.keys()) await bringIn(rooms, storyId);
    await Promise.race([catchUp(rooms), ended]);
    await Promise.race([once(signal, "abort"), ended]);
  } finally {
    client.end().catch(() => undefined);
  }
}

async function bringIn(rooms: Rooms, storyId: string): Promise<void> {
  try {
    // One that is being opened may have read the log before this was in it.
    await rooms.live.loadingDocuments.get(storyId);
    const document = rooms.live.documents.get(storyId);
    if (!document) return;
    for (const { update } of await updatesOf(rooms.db, storyId)) {
      Y.applyUpdate(document, update, { source: "local" });
    }
  } catch (err) {
    log().error({ err, storyId }, "a text from outside could not be brought into its room");
  }
}
