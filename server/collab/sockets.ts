/** From a WebSocket that was let in to the rooms: frames pass when they could be ours, and only while it is open. */
import type { IncomingMessage } from "node:http";
import type { RawData, WebSocket } from "ws";
import type { OpenSession } from "#domain/users/find-session.ts";
import type { Rooms } from "./rooms.ts";
import { CLOSE, type Seat } from "./seat.ts";

/** The document's name comes first: an id of a story, perhaps with the tab's own after it. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const ID_LENGTH = 36;
const LONGEST_NAME = 100;
/** Until then it must have been let into a room. */
const ARRIVE_WITHIN_MS = 20_000;

export function join(rooms: Rooms, socket: WebSocket, request: IncomingMessage, session: OpenSession): void {
  const { personId, name } = session.person;
  const late = setTimeout(() => socket.terminate(), ARRIVE_WITHIN_MS);
  const seat: Seat = {
    arrived: () => clearTimeout(late),
    sessionId: session.sessionId,
    personId,
    name,
    isOutdated: false,
    refusal: null,
    hasRefused: false,
  };
  // Nothing of the request is handed on: the cookie has been read, the rest is nobody's business.
  const client = rooms.live.handleConnection(socket, new Request(`http://collab${request.url ?? "/"}`), seat);
  socket.on("message", (data: RawData, isBinary: boolean) => {
    if (socket.readyState !== socket.OPEN) return;
    const frame = Buffer.isBuffer(data) ? new Uint8Array(data) : null;
    if (!isBinary || frame === null || !namesAStory(frame)) {
      return socket.close(CLOSE.malformed.code, CLOSE.malformed.reason);
    }
    client.handleMessage(frame);
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", (code, reason) => {
    clearTimeout(late);
    client.handleClose({ code, reason: reason.toString() });
  });
}

function namesAStory(frame: Uint8Array): boolean {
  const length = frame[0] ?? 0;
  if (length < ID_LENGTH || length > LONGEST_NAME || frame.length < length + 2) return false;
  const name = Buffer.from(frame.buffer, frame.byteOffset + 1, length).toString("latin1");
  return UUID.test(name.slice(0, ID_LENGTH)) && (length === ID_LENGTH || name[ID_LENGTH] === "\0");
}
