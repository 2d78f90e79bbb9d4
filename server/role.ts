/** The life of one process: named, started, asked to stop, stopped within its time. */
import { createServer, type Server } from "node:http";
import { environment } from "./env.ts";
import type { Address } from "./env-reading.ts";
import { takeSecret } from "./internal.ts";
import { log, nameLog } from "./log.ts";
import { type RoleSettings, readRoleSettings } from "./role-settings.ts";

/** What `start` gives back: finish what was begun, take nothing new. */
export type Close = () => Promise<void>;

/** How long work that was begun may take when the role is told to stop; front, web and worker are waited for longer. */
const CLOSE_LIMIT_MS = 3_000;

/** Runs one role until a signal, or until the supervisor that started it is gone. */
export async function runRole(
  name: string,
  start: (settings: RoleSettings) => Promise<Close>,
): Promise<void> {
  nameLog(name);
  process.title = `dateline-${name}`;
  let close: Close | null = null;
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), CLOSE_LIMIT_MS).unref();
    await close?.();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("uncaughtException", (err) => {
    log().error({ err }, "stopped by an error");
    process.exit(1);
  });
  process.on("unhandledRejection", (err) => log().error({ err }, "a promise failed with nobody listening"));
  try {
    close = await start(readRoleSettings(environment()));
  } catch (error) {
    for (const sentence of (error as Error).message.split("\n")) log().error({}, sentence);
    process.exit(1);
  }
}

export function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** A reason when something is wrong, null when all is well. */
export type Examine = () => Promise<string | null>;

/** A loopback server that answers health and nothing else, and only to our own processes. */
export function healthServer(name: string, secret: string, examine: Examine): Server {
  return createServer(async (request, response) => {
    if (!takeSecret(request, secret)) return response.writeHead(403).end();
    if (request.url !== `/__${name}/health`) return response.writeHead(404).end();
    const reason = await examine().catch((error: Error) => error.message);
    response.writeHead(reason === null ? 200 : 503, { "content-type": "application/json" });
    response.end(JSON.stringify({ ok: reason === null, reason }));
  });
}
