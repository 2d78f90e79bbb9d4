import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { STOP_LIMITS_MS } from "../database/server.ts";
import { Backoff } from "./backoff.ts";
import { lockDataDir } from "./instance-lock.ts";
import { PATIENCE_MS, STOP_LIMIT_MS } from "./patience.ts";
import { claimPublicPort, findFreeAddresses } from "./ports.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "dateline-lock-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe("one newsroom per data folder", () => {
  it("refuses a second start with a sentence that says what to do", async () => {
    const dataDir = folder();
    const first = await lockDataDir(dataDir);
    await expect(lockDataDir(dataDir)).rejects.toThrow(/already runs on .*DATA_DIR of its own/);
    first.release();
  });

  it("lets exactly one of ten starts at once through", async () => {
    const dataDir = folder();
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataDir(dataDir)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const attempt of tries) if (attempt.status === "fulfilled") attempt.value.release();
  });

  it("minds its own folder only", async () => {
    const [one, two] = [await lockDataDir(folder()), await lockDataDir(folder())];
    one.release();
    two.release();
  });
});

describe("ports", () => {
  it("says in a sentence that the public port is taken, and by which setting to choose another", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    onTestFinished(() => void server.close());
    const bound = server.address();
    const port = bound !== null && typeof bound === "object" ? bound.port : 0;
    await expect(claimPublicPort({ port, host: null })).rejects.toThrow(`PORT=${port + 1} npm start`);
  });

  it("are never the same for two processes", async () => {
    const addresses = await findFreeAddresses(8);
    expect(new Set(addresses.map(({ port }) => port)).size).toBe(8);
  });
});

describe("a role that crashes", () => {
  it("is started again after pauses that grow, up to a limit, and are short again after a good run", () => {
    const backoff = new Backoff({ firstMs: 250, longestMs: 1_500, goodRunMs: 60_000 });
    expect([0, 0, 0, 0, 0].map((ranMs) => backoff.after(ranMs))).toEqual([250, 500, 1_000, 1_500, 1_500]);
    expect(backoff.after(61_000)).toBe(250);
  });
});

describe("the way down", () => {
  it("takes less than 18 s even when every part uses up its patience", () => {
    const { build, front, web, collab, worker } = PATIENCE_MS;
    const database = STOP_LIMITS_MS.SIGINT + STOP_LIMITS_MS.SIGQUIT;
    const worstMs = front + Math.max(build, web, collab, worker) + database;
    expect(worstMs).toBeLessThan(18_000);
    expect(STOP_LIMIT_MS).toBeGreaterThan(worstMs);
    expect(STOP_LIMIT_MS).toBeLessThan(20_000);
  });
});
