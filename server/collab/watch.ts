/**
 * Looks after the rooms that are open: every two seconds everybody's right to be there is asked
 * again, in one go for all, and sockets that don't take what they are sent are ended. A session
 * that ended, a suspension, another role, an embargo: known here within that time, by any path.
 */
import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";
import { mayBeThere, type RoomRight, rightsInRooms } from "#domain/rooms/rights.ts";
import { log } from "../log.ts";
import type { Rooms } from "./rooms.ts";
import { CLOSE, hangUp, makeReadOnly, type Seated } from "./seat.ts";

const EVERY_MS = 2_000;
/** A phone that sleeps takes nothing; what is kept for it must end somewhere. */
const MOST_UNSENT_BYTES = 8_000_000;

export async function watch(rooms: Rooms, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    if (!signal.aborted) await look(rooms);
  }
}

async function look(rooms: Rooms): Promise<void> {
  const seated = [...rooms.live.documents.values()].flatMap((document) =>
    document
      .getConnections()
      .map((connection) => ({ connection: connection as Seated, storyId: document.name })),
  );
  for (const { connection } of seated) dropWhenFull(connection);
  const places = seated.map(({ connection, storyId }) => ({
    sessionId: connection.context.sessionId,
    storyId,
  }));
  try {
    const rights = await rightsInRooms({ db: rooms.db, now: new Date() }, places);
    for (const [at, { connection }] of seated.entries()) {
      const right = rights[at];
      if (right) apply(connection, right);
    }
  } catch (err) {
    // Nothing is written while the database doesn't answer, so nobody does what they may not.
    log().error({ err }, "rights in rooms could not be asked");
  }
}

function apply(connection: Seated, right: RoomRight): void {
  const { refusal } = right;
  const { context, readOnly } = connection;
  if (!mayBeThere(right))
    hangUp(connection, refusal?.kind === "signed-out" ? CLOSE.signedOut : CLOSE.missing);
  else if (refusal !== null && !readOnly) makeReadOnly(connection, refusal);
  // What was typed meanwhile is only in that browser: a new sync brings it in.
  else if (refusal === null && readOnly && !context.isOutdated) hangUp(connection, CLOSE.again);
}

function dropWhenFull({ webSocket }: Seated): void {
  if (webSocket instanceof WebSocket && webSocket.bufferedAmount > MOST_UNSENT_BYTES) webSocket.terminate();
}
