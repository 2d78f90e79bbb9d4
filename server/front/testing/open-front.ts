/** A front on free ports with a stand-in web, for one test. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Schema } from "#db/client.ts";
import { ask } from "../../internal.ts";
import { type FrontSettings, startFront } from "../start.ts";
import { openStandIn } from "./stand-in.ts";

export const SECRET = "the-secret-of-this-test-is-long-enough";

export function frontSettings(databaseUrl: string, dataDir: string, webPort: number): FrontSettings {
  const loopback = (port: number) => ({ host: "127.0.0.1", port });
  return {
    port: 0,
    host: null,
    baseUrl: "http://paper.test",
    dataDir,
    buildDir: join(dataDir, "build"),
    publicDir: join(dataDir, "public"),
    databaseUrl,
    trustedProxies: [],
    webAddress: loopback(webPort),
    collabAddress: loopback(1),
    workerAddress: loopback(1),
    frontControlAddress: loopback(0),
    internalSecret: SECRET,
    purge: null,
    build: "this build",
    development: false,
  };
}

/** `url` is the database's as the front reaches it; `db` is the one that the stand-in prints from. */
export async function openFront(url: string, db: NodePgDatabase<Schema>, more: Partial<FrontSettings> = {}) {
  const web = await openStandIn(db);
  const dataDir = more.dataDir ?? mkdtempSync(join(tmpdir(), "dateline-front-"));
  const front = await startFront({ ...frontSettings(url, dataDir, web.port), ...more });
  return {
    ...front,
    web,
    dataDir,
    settle: (seq: number) => settle(front.controlPort, seq),
    close: async () => {
      await Promise.all([front.stop(), web.stop()]);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks the control port, as the desk does after a commit. The status: 204 when readers see it. */
export async function settle(controlPort: number, seq: number): Promise<number> {
  const address = { host: "127.0.0.1", port: controlPort };
  const asked = { address, path: "/__front/settle", secret: SECRET, timeoutMs: 5_000, body: { seq } };
  return (await ask(asked)).status;
}
