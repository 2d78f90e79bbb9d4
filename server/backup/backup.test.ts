import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject } from "vitest";
import { databaseOn, openPool } from "#db/client.ts";
import { events } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { hashOfEverything } from "#domain/testing/people.ts";
import { databaseNamed } from "#domain/testing/setup.ts";
import { noon, test } from "#domain/testing/test.ts";
import { backUp } from "./back-up.ts";
import { readLastGoodBackup } from "./record.ts";
import { restore } from "./restore.ts";

let dataDir: string;
let emptyUrl: string;
let admin: pg.Client;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "dateline-backup-"));
  admin = new pg.Client({ connectionString: inject("databaseUrl") });
  await admin.connect();
  const name = `restored_${randomBytes(6).toString("hex")}`;
  await admin.query(`create database ${name}`);
  emptyUrl = databaseNamed(inject("databaseUrl"), name);
});

afterEach(async () => {
  await admin.query(`drop database ${new URL(emptyUrl).pathname.slice(1)} with (force)`);
  await admin.end();
  rmSync(dataDir, { recursive: true, force: true });
});

async function hashAt(url: string): Promise<string> {
  const pool = openPool({ url, max: 1, name: "test" });
  return hashOfEverything(databaseOn(pool)).finally(() => pool.end());
}

const keepDays = 14;

describe("a backup", () => {
  test("comes back row for row into an empty place, with the next story number after the last", async ({
    scene,
  }) => {
    const odd = 'tab\t newline\n backslash \\ null \\N quote " کوردی';
    await scene.db
      .insert(events)
      .values({ happenedAt: noon, actorName: odd, act: "demo.loaded", after: { odd } });
    const { file, rows } = await backUp({ url: scene.url, dataDir, keepDays, now: noon });
    const restored = await restore({ url: emptyUrl, dataDir, file });
    expect(restored.rows).toBe(rows);
    expect(rows).toBeGreaterThan(8);
    expect(await hashAt(emptyUrl)).toBe(await hashAt(scene.url));
  });

  test("is recorded as good, for its owner's eyes only", async ({ scene }) => {
    const { file } = await backUp({ url: scene.url, dataDir, keepDays, now: noon });
    expect(readLastGoodBackup(dataDir)).toMatchObject({ at: noon.toISOString(), file });
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test("is not restored over a newsroom", async ({ scene, emptyUrl: setUpUrl }) => {
    const { file } = await backUp({ url: scene.url, dataDir, keepDays, now: noon });
    const before = await hashAt(setUpUrl);
    await expect(restore({ url: setUpUrl, dataDir, file })).rejects.toThrow(/into an empty place only/);
    expect(await hashAt(setUpUrl)).toBe(before);
  });

  test("is restored once, when two people restore into one place at the same moment", async ({ scene }) => {
    const { file } = await backUp({ url: scene.url, dataDir, keepDays, now: noon });
    const into = { url: emptyUrl, dataDir, file };
    const tries = await Promise.allSettled([restore(into), restore(into)]);
    const refused = tries.filter((each) => each.status === "rejected");
    expect(refused.map(({ reason }) => reason)).toMatchObject([{ kind: "conflict" }]);
    expect(await hashAt(emptyUrl)).toBe(await hashAt(scene.url));
  });

  test("that fails leaves no draft behind, and the next one clears away what a killed one left", async ({
    scene,
  }) => {
    const drafts = () => readdirSync(join(dataDir, "backups")).filter((name) => name.endsWith(".draft"));
    // No newsroom was ever there: the first thing that the dump asks for is missing.
    await expect(backUp({ url: emptyUrl, dataDir, keepDays, now: noon })).rejects.toThrow();
    expect(drafts()).toEqual([]);
    const hours = (count: number) => new Date(noon.getTime() - count * 3_600_000);
    for (const [name, age] of [
      ["killed", 13],
      ["at-work", 1],
    ] as const) {
      const draft = join(dataDir, "backups", `${name}.dateline.gz.draft`);
      writeFileSync(draft, "half");
      utimesSync(draft, hours(age), hours(age));
    }
    await backUp({ url: scene.url, dataDir, keepDays, now: noon });
    expect(drafts()).toEqual(["at-work.dateline.gz.draft"]);
  });

  test("that is torn or altered is refused before anything is touched", async ({ scene }) => {
    const { file } = await backUp({ url: scene.url, dataDir, keepDays, now: noon });
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length - 40));
    await expect(restore({ url: emptyUrl, dataDir, file })).rejects.toThrow(/damaged/);
    const bent = Buffer.from(whole);
    const middle = Math.floor(bent.length / 2);
    bent[middle] = (bent[middle] ?? 0) ^ 0xff;
    writeFileSync(file, bent);
    await expect(restore({ url: emptyUrl, dataDir, file })).rejects.toThrow();
    await writeFileSync(file, whole);
    await expect(restore({ url: emptyUrl, dataDir, file })).resolves.toMatchObject({
      at: noon.toISOString(),
    });
  });

  test("brings the pictures back, each content copied once", async ({ scene }) => {
    mkdirSync(join(dataDir, "media/2026"), { recursive: true });
    writeFileSync(join(dataDir, "media/2026/a.jpg"), "bazaar");
    writeFileSync(join(dataDir, "media/2026/b.jpg"), "bazaar");
    const { file } = await backUp({ url: scene.url, dataDir, keepDays, now: noon });
    const copies = readdirSync(join(dataDir, "backups/media"), { recursive: true, withFileTypes: true });
    expect(copies.filter((entry) => entry.isFile())).toHaveLength(1);
    rmSync(join(dataDir, "media"), { recursive: true });
    expect(await restore({ url: emptyUrl, dataDir, file })).toMatchObject({ media: 2 });
    expect(readFileSync(join(dataDir, "media/2026/b.jpg"), "utf8")).toBe("bazaar");
  });

  test("has every file that its rows name, also of pictures that come while it is made", async ({
    scene,
  }) => {
    let over = false;
    const coming = (async () => {
      while (!over) await aPicture(scene, { dataDir });
    })();
    await aPicture(scene, { dataDir });
    const { file } = await backUp({ url: scene.url, dataDir, keepDays, now: noon });
    over = true;
    await coming;
    rmSync(join(dataDir, "media"), { recursive: true });
    await restore({ url: emptyUrl, dataDir, file });
    const pool = openPool({ url: emptyUrl, max: 1, name: "test" });
    const rows = await databaseOn(pool).select({ key: pictures.originalKey }).from(pictures);
    await pool.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => !existsSync(join(dataDir, "media", key)))).toEqual([]);
  });

  test("is kept for the days that were asked for, and the newest for ever", async ({ scene }) => {
    const day = (days: number) => new Date(noon.getTime() + days * 86_400_000);
    for (const days of [0, 1, 40]) {
      const { file } = await backUp({ url: scene.url, dataDir, keepDays, now: day(days) });
      utimesSync(file, day(days), day(days));
    }
    await backUp({ url: scene.url, dataDir, keepDays, now: day(41) });
    const kept = readdirSync(join(dataDir, "backups")).filter((name) => name.endsWith(".gz"));
    expect(kept).toEqual(["2026-02-21T090000Z.dateline.gz", "2026-02-22T090000Z.dateline.gz"]);
  });
});
