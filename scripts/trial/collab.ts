/** The process for live connections alone, on a database of a test's own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Schema } from "#db/client.ts";
import type { Person } from "#domain/context.ts";
import { addressText, foreignEnvironment } from "#server/env.ts";
import { examineRole } from "#server/health.ts";
import { findFreeAddresses } from "#server/supervisor/ports.ts";
import type { RoomDoor } from "./room-client.ts";
import { signInAs } from "./staff.ts";

const SECRET = "the-secret-between-processes-in-this-test";
const AUTH_SECRET = "a-secret-for-cookies-in-this-test-only";
const ORIGIN = "http://news.example.org";

export class CollabAlone {
  readonly #databaseUrl: string;
  readonly #db: NodePgDatabase<Schema>;
  readonly #dataDir = mkdtempSync(join(tmpdir(), "dateline-collab-"));
  readonly #address: string;
  child: ChildProcess | null = null;

  private constructor(databaseUrl: string, db: NodePgDatabase<Schema>, address: string) {
    this.#databaseUrl = databaseUrl;
    this.#db = db;
    this.#address = address;
    writeFileSync(join(this.#dataDir, "secrets.json"), JSON.stringify({ authSecret: AUTH_SECRET }));
  }

  static async start({ url, db }: { url: string; db: NodePgDatabase<Schema> }): Promise<CollabAlone> {
    const [address] = await findFreeAddresses(1);
    if (!address) throw new Error("no free port");
    const collab = new CollabAlone(url, db, addressText(address));
    await collab.begin();
    return collab;
  }

  async begin(): Promise<void> {
    const nowhere = "127.0.0.1:1";
    this.child = spawn(process.execPath, ["server/collab.ts"], {
      env: {
        ...foreignEnvironment(),
        BASE_URL: ORIGIN,
        DATA_DIR: this.#dataDir,
        DATABASE_URL: this.#databaseUrl,
        COLLAB_ADDRESS: this.#address,
        WEB_ADDRESS: nowhere,
        WORKER_ADDRESS: nowhere,
        FRONT_CONTROL_ADDRESS: nowhere,
        INTERNAL_SECRET: SECRET,
        AUTH_SECRET,
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
        LOG_LEVEL: "silent",
      },
      stdio: ["ignore", "ignore", "ignore"],
    });
    const [host = "", port = ""] = this.#address.split(":");
    while (!(await examineRole("collab", { host, port: Number(port) }, SECRET)).ok) await pause(20);
  }

  /** A signed-in person's way in, past the front. */
  async doorOf({ personId }: Person): Promise<RoomDoor> {
    const cookie = await signInAs(this.#db, personId, this.#dataDir);
    const headers = { "x-dateline-secret": SECRET };
    return { url: `ws://${this.#address}/collab`, origin: ORIGIN, cookie, headers };
  }

  async end(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<number | null> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
    return child.exitCode;
  }

  async close(): Promise<void> {
    await this.end();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}
