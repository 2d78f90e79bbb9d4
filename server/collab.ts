/**
 * The process for live connections at /collab: stories that several people write at once. The
 * door (server/collab/door.ts) says who may connect, the rooms (rooms.ts) who may be in which
 * story and that nothing is acknowledged before it is committed.
 */
import { setTimeout as pause } from "node:timers/promises";
import { WebSocketServer } from "ws";
import { Door, refuse } from "./collab/door.ts";
import { follow } from "./collab/follow.ts";
import { tellPresence } from "./collab/presence.ts";
import { Rooms } from "./collab/rooms.ts";
import { CLOSE } from "./collab/seat.ts";
import { join } from "./collab/sockets.ts";
import { watch } from "./collab/watch.ts";
import { deskDatabase } from "./pools.ts";
import { type Close, healthServer, listen, runRole } from "./role.ts";
import type { RoleSettings } from "./role-settings.ts";

/** A long time off the network comes back in one message. */
const LARGEST_MESSAGE_BYTES = 4_000_000;
/** How long the last revisions may take at the end; the letters themselves are stored before. */
const LAST_REVISIONS_MS = 1_500;

await runRole("collab", startCollab);

async function startCollab(settings: RoleSettings): Promise<Close> {
  const door = new Door(settings);
  const rooms = new Rooms(deskDatabase());
  const ending = new AbortController();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const server = healthServer("collab", settings.internalSecret, async () =>
    door.isShut ? "it is stopping" : null,
  );

  server.on("upgrade", async (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const answer = await door.ask(request);
    if (typeof answer === "number") return refuse(socket, answer);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.once("close", door.enter(answer.person.personId));
      join(rooms, opened, request, answer);
    });
  });

  void follow(rooms, settings.databaseUrl, ending.signal);
  void watch(rooms, ending.signal);
  void tellPresence(rooms, ending.signal);
  await listen(server, settings.collabAddress);
  return async () => {
    door.isShut = true;
    ending.abort();
    for (const opened of sockets.clients) opened.close(CLOSE.restarts.code, CLOSE.restarts.reason);
    await rooms.log.drained();
    await Promise.race([lastRevisions(rooms), pause(LAST_REVISIONS_MS)]);
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    for (const opened of sockets.clients) opened.terminate();
    await closed;
  };
}

async function lastRevisions({ live }: Rooms): Promise<void> {
  live.flushPendingStores();
  await Promise.all([...live.documents.values()].map((document) => document.saveMutex.waitForUnlock()));
}
