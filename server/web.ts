/**
 * Next behind a small http server on loopback. Only the front may talk to it: what comes without
 * the secret is refused before Next sees it. Answers are complete; what is kept, compressed and
 * believed about the client is decided in the front.
 */
import { createServer } from "node:http";
import next from "next";
import { isProduction } from "./env.ts";
import { takeSecret } from "./internal.ts";
import { log } from "./log.ts";
import { type Close, listen, runRole } from "./role.ts";
import type { RoleSettings } from "./role-settings.ts";

/** The front keeps connections open; ours must not close under a request that is on its way. */
const KEEP_ALIVE_MS = 120_000;

await runRole("web", startWeb);

async function startWeb({ webAddress, internalSecret }: RoleSettings): Promise<Close> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, requestTimeout: 0 });
  const { host, port } = webAddress;
  const app = next({ dev: !isProduction(), hostname: host, port, httpServer: server });
  let state: "starting" | "ready" | "stopping" = "starting";
  const prepared = app.prepare().then(() => {
    state = "ready";
  });

  server.on("request", async (request, response) => {
    if (!takeSecret(request, internalSecret)) return response.writeHead(403).end();
    if (request.url === "/__web/health") {
      const reason = state === "ready" ? null : `it is ${state}`;
      response.writeHead(reason === null ? 200 : 503, { "content-type": "application/json" });
      return response.end(JSON.stringify({ ok: reason === null, reason }));
    }
    try {
      await prepared;
      if (state === "stopping") response.setHeader("connection", "close");
      await app.getRequestHandler()(request, response);
    } catch (err) {
      log().error({ err }, "a request failed before it reached a page");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });

  await listen(server, webAddress);
  await prepared;
  return async () => {
    state = "stopping";
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await closed;
    await app.close();
  };
}
