/**
 * The process for live connections at /collab. Who may connect is checked here, before anything
 * is loaded: our front's secret, the page's origin, the session. Editing together is not offered
 * yet, so a connection that may come in is closed with that reason.
 */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { takeSecret } from "./internal.ts";
import { log } from "./log.ts";
import { type Close, healthServer, listen, runRole } from "./role.ts";
import type { RoleSettings } from "./role-settings.ts";

const LARGEST_MESSAGE_BYTES = 1_000_000;
/** Sessions that are looked up at the same moment; more than that is somebody knocking. */
const MOST_KNOCKS = 64;
/** RFC 6455's registry: "try again later". */
const TRY_AGAIN_LATER = 1013;

await runRole("collab", startCollab);

async function startCollab(settings: RoleSettings): Promise<Close> {
  let stopping = false;
  let knocks = 0;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const server = healthServer("collab", settings.internalSecret, async () =>
    stopping ? "it is stopping" : null,
  );

  server.on("upgrade", async (request, socket, head) => {
    socket.on("error", () => socket.destroy());
    const refusal = refuseUnseen(request, settings) ?? (stopping || knocks >= MOST_KNOCKS ? 503 : null);
    if (refusal !== null) return refuse(socket, refusal);
    knocks += 1;
    const answer = await findPerson(request.headers.cookie).finally(() => {
      knocks -= 1;
    });
    if (typeof answer === "number") return refuse(socket, answer);
    sockets.handleUpgrade(request, socket, head, (opened) =>
      opened.close(TRY_AGAIN_LATER, "not offered yet"),
    );
  });

  await listen(server, settings.collabAddress);
  return async () => {
    stopping = true;
    for (const opened of sockets.clients) opened.close(1001, "the newsroom restarts");
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
}

/** The status to refuse with, from what the request says about itself; null to go on. */
function refuseUnseen(request: IncomingMessage, { internalSecret, baseUrl }: RoleSettings): number | null {
  if (!takeSecret(request, internalSecret)) return 403;
  // Browsers send cookies with a foreign page's sockets too; only the origin tells them apart.
  if (request.headers.origin !== new URL(baseUrl).origin) return 403;
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  return path === "/collab" || path.startsWith("/collab/") ? null : 404;
}

/** Somebody with a session, or the status to refuse with. A database that is down isn't "signed out". */
async function findPerson(cookie: string | undefined): Promise<{ personId: string } | number> {
  if (cookie === undefined) return 401;
  try {
    const { personOfCookie } = await import("./session-token.ts");
    return (await personOfCookie(cookie)) ?? 401;
  } catch (err) {
    log().error({ err }, "a session could not be looked up");
    return 503;
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
