import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect } from "vitest";
import { changes, contributors, people, stories } from "#db/schema.ts";
import { imports } from "#db/schema-writing.ts";
import { addArchive, getImport, goOn, moveIn, publicCount, stopImport } from "#domain/imports/runs.ts";
import type { Scene } from "#domain/testing/test.ts";
import { test } from "#domain/testing/test.ts";
import { randomFrom } from "../../scripts/exam/random.ts";
import { openStore } from "../storage.ts";
import { type RunSettings, runImport } from "./run.ts";
import { judge } from "./testing/judge.ts";
import { HIDDEN_OF_GHOST, makeOldSite } from "./testing/old-site.ts";
import { writeGhost, writeWxr } from "./testing/write-archives.ts";

const by = (seed: number) => (id: number) => randomFrom(seed * 1_000_003 + id);
/** Thousands of statements, on a machine where others work too. */
const PATIENCE_MS = 90_000;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dateline-import-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settingsFor = (scene: Scene, more: Partial<RunSettings> = {}): RunSettings => ({
  databaseUrl: scene.url,
  pathOf: (key) => join(folder, key),
  store: () => openStore({ dataDir: folder, bucket: null }),
  picture: { maxPixels: 1_000_000, maxBytes: 1_000_000 },
  fileSize: async (path) => statSync(path).size,
  clock: () => new Date(),
  ...more,
});

async function rehearsed(scene: Scene, source: "wordpress" | "ghost", site = "") {
  const ctx = scene.as(scene.newsroom.hana, new Date());
  const choices = { pictures: "none" as const, site };
  const archive = { source, fileName: "old", fileKey: "archive", beside: null, choices };
  const { importId } = await addArchive(ctx, archive);
  await runImport(settingsFor(scene), importId);
  return { ctx, ...(await getImport(ctx, { importId })) };
}

describe("an old newspaper", () => {
  test("of WordPress moves in as it stood, and nothing that was hidden becomes public", {
    timeout: PATIENCE_MS,
  }, async ({ scene }) => {
    const site = makeOldSite(by(7), 60);
    await writeWxr(join(folder, "archive"), site);
    const { ctx, id, report, state, standing } = await rehearsed(scene, "wordpress");
    expect(state, report?.trouble).toBe("done");
    expect(await scene.db.select().from(stories)).toEqual([]);
    if (!report) throw new Error("no report");
    expect(report.sample).toHaveLength(20);
    expect(report.losses.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["shortcode", "iframe", "table", "comments", "custom-field", "script"]),
    );
    const wanted = { rehearsalId: id, choices: standing.choices };
    await expect(moveIn(ctx, { ...wanted, typedCount: "1" })).rejects.toMatchObject({ field: "typedCount" });
    const { importId } = await moveIn(ctx, { ...wanted, typedCount: String(publicCount(report)) });
    const before = (await scene.db.select().from(changes)).length;
    const done = await runImport(settingsFor(scene), importId);
    expect(done?.trouble).toBe("");
    const verdict = await judge(ctx, site, "wordpress");
    expect(verdict).toMatchObject({ becamePublic: [], lost: [], missing: [], doubled: [], wrongDates: [] });
    expect(verdict.hidden).toBeGreaterThan(10);
    expect(verdict.addresses).toBeGreaterThan(150);
    const said = done?.outcome;
    expect((said?.published ?? 0) + (done?.becomes.pagesPublic ?? 0)).toBe(publicCount(report));
    // One change a batch, not one a story.
    expect((await scene.db.select().from(changes)).length - before).toBeLessThan(60);
    expect((await scene.db.select().from(contributors)).length).toBeGreaterThan(5);
    expect(await scene.db.select().from(people)).toHaveLength(4);
  });

  test("that comes a second time finds everything there", { timeout: PATIENCE_MS }, async ({ scene }) => {
    const site = makeOldSite(by(7), 60);
    await writeWxr(join(folder, "archive"), site);
    const { ctx, id, report, standing } = await rehearsed(scene, "wordpress");
    if (!report) throw new Error("no report");
    const typedCount = String(publicCount(report));
    const { importId } = await moveIn(ctx, { rehearsalId: id, choices: standing.choices, typedCount });
    const again = await runImport(settingsFor(scene), importId);
    expect(again?.outcome).toMatchObject({ published: 0, drafts: 0, pages: 0, failed: 0 });
    expect((await judge(ctx, site, "wordpress")).doubled).toEqual([]);
  });
});

test("of Ghost: what members paid for, or got by mail, stays a draft", { timeout: PATIENCE_MS }, async ({
  scene,
}) => {
  const site = makeOldSite(by(3), 40, HIDDEN_OF_GHOST);
  await scene.db.delete(imports).where(eq(imports.state, "waiting"));
  await writeGhost(join(folder, "archive"), site);
  const { ctx, id, report, standing, state } = await rehearsed(scene, "ghost", "https://ghost.example");
  expect(state, report?.trouble).toBe("done");
  if (!report) throw new Error("no report");
  const typedCount = String(publicCount(report));
  const { importId } = await moveIn(ctx, { rehearsalId: id, choices: standing.choices, typedCount });
  await stopImport(ctx, { importId });
  expect(await runImport(settingsFor(scene), importId)).toBeNull();
  await goOn(ctx, { importId });
  await runImport(settingsFor(scene), importId);
  const verdict = await judge(ctx, site, "ghost");
  expect(verdict.becamePublic).toEqual([]);
  expect(verdict.lost).toEqual([]);
  expect(verdict.missing).toEqual([]);
});
