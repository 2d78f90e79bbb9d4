import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { readSettings } from "../env.ts";
import { findDatabase, type KeptDatabase } from "./keep-database.ts";

type Moment = { dataDir: string; home: string; database: KeptDatabase };

function newsroom(): Moment {
  const dataDir = mkdtempSync(join(tmpdir(), "dateline-keep-"));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return {
    dataDir,
    home: join(dataDir, "pg18"),
    database: findDatabase(readSettings({ DATA_DIR: dataDir })),
  };
}

/** Programs of PostgreSQL that run on this folder. */
function serversOn(dataDir: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8");
      } catch {
        return ""; // it ended while we looked
      }
    })
    .filter((commandLine) => commandLine.includes(dataDir) && commandLine.includes("postgres"));
}

const MOMENTS: [string, (at: Moment) => boolean][] = [
  ["has only begun", () => true],
  ["is making the cluster", ({ home }) => existsSync(join(home, "cluster.draft"))],
  ["has started its server", ({ home }) => existsSync(join(home, "cluster/postmaster.pid"))],
];

describe.skipIf(process.platform !== "linux")("a newsroom stopped while its database", () => {
  it.each(MOMENTS)("%s leaves no server behind, and the next start finds a whole database", async (_, is) => {
    const at = newsroom();
    const started = at.database.start().catch(() => {});
    await vi.waitUntil(() => is(at), { interval: 1, timeout: 20_000 });
    await at.database.stop();
    expect(serversOn(at.dataDir)).toEqual([]);
    await started;
    expect(serversOn(at.dataDir)).toEqual([]);

    const next = findDatabase(readSettings({ DATA_DIR: at.dataDir }));
    await next.start();
    expect(serversOn(at.dataDir)).not.toEqual([]);
    await next.stop();
    expect(serversOn(at.dataDir)).toEqual([]);
  });
});
