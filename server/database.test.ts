import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedDatabase, startDatabase } from "./database.ts";

let dataDir: string;
let started: EmbeddedDatabase[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "dateline-database-"));
  // As a newsroom's folder normally is; else root's database would live in /var/lib.
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  for (const database of started) await database.stop();
  started = [];
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startDatabase({ dataDir });
  started.push(database);
  return database;
}

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** A process that starts the database, commits a row, and is killed before it can say goodbye. */
async function startAndBeKilled(): Promise<void> {
  const script = `
    const { startDatabase } = await import(${JSON.stringify(new URL("./database.ts", import.meta.url).href)});
    const { default: pg } = await import(${JSON.stringify(import.meta.resolve("pg"))});
    const { url } = await startDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("create table saved (word text); insert into saved values ('kept')");
    process.kill(process.pid, "SIGKILL");`;
  const flags = ["--input-type=module", "-e", script];
  const child: ChildProcess = spawn(process.execPath, flags, { stdio: "inherit" });
  await once(child, "exit");
}

describe("the embedded database", () => {
  it("keeps fsync on, listens on no network port, and hides its folder", async () => {
    const { url } = await start();
    const [row] = await ask(
      url,
      "select current_setting('fsync') as fsync, current_setting('listen_addresses') as net",
    );
    expect(row).toEqual({ fsync: "on", net: "" });
    await expect(ask(url.replace(/:[^:@]+@/, ":guessed@"), "select 1")).rejects.toThrow(/password/);
  });

  it("gives the newsroom a login that is no superuser", async () => {
    const { url, readerUrl } = await start();
    const [row] = await ask(url, "select rolsuper from pg_roles where rolname = current_user");
    expect(row?.rolsuper).toBe(false);
    await expect(ask(url, "copy (select 1) to program 'id'")).rejects.toThrow(/permission denied/);
    await expect(ask(readerUrl, "create table public.mine (n int)")).rejects.toThrow(/permission denied/);
  });

  it("is found running, with everything committed, after its starter was killed", async () => {
    await startAndBeKilled();
    const { adopted, url } = await start();
    expect(adopted).toBe(true);
    expect(await ask(url, "select word from saved")).toEqual([{ word: "kept" }]);
  });

  it("starts again when the server was killed too and its old number now belongs to another program", async () => {
    await startAndBeKilled();
    const pidFile = join(dataDir, "pg18/cluster/postmaster.pid");
    const lines = readFileSync(pidFile, "utf8").split("\n");
    const gone = await start();
    await gone.stop();
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
    const { adopted, url } = await start();
    expect(adopted).toBe(false);
    expect(await ask(url, "select word from saved")).toEqual([{ word: "kept" }]);
  });

  it("is made anew where the first start was cut short", async () => {
    mkdirSync(join(dataDir, "pg18/cluster.draft/base"), { recursive: true });
    const { url } = await start();
    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, "pg18/cluster.draft"))).toBe(false);
    expect(readdirSync(join(dataDir, "pg18"))).not.toContain("initdb.password");
  });

  it("works in a folder whose path is longer than a socket's name may be", async () => {
    dataDir = join(dataDir, "a-folder-with-a-long-name-".repeat(4));
    const { url } = await start();
    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});
