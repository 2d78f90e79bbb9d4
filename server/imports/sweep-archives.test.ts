import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "vitest";
import { imports } from "#db/schema-writing.ts";
import { noon, type Scene, test } from "#domain/testing/test.ts";
import { importsFolder } from "./job.ts";
import { sweepArchives } from "./sweep-archives.ts";

const daysAgo = (days: number) => new Date(noon.getTime() - days * 86_400_000);
const idOf = (digit: string) => digit.repeat(32);
let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "dateline-sweep-test-"));
  mkdirSync(importsFolder(dataDir));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function lies(days: number, ...names: string[]): void {
  for (const name of names) {
    writeFileSync(join(importsFolder(dataDir), name), "<rss>");
    utimesSync(join(importsFolder(dataDir), name), daysAgo(days), daysAgo(days));
  }
}

type Run = Pick<typeof imports.$inferInsert, "mode" | "state"> & { days: number; zip?: string };

async function ran({ db }: Scene, fileKey: string, { days, zip, ...run }: Run): Promise<void> {
  const beside = zip === undefined ? null : { kind: "zip", place: join(importsFolder(dataDir), zip) };
  const dates = { createdAt: daysAgo(days), finishedAt: run.state === "done" ? daysAgo(days) : null };
  const choices = { choices: {}, beside, asOf: noon.toISOString() };
  await db
    .insert(imports)
    .values({ source: "wordpress", fileName: "old", fileKey, choices, ...dates, ...run });
}

test("an archive goes a month after it moved in, with its pictures; what may still be wanted stays", async ({
  scene,
}) => {
  const [moved, pictures, lately, rehearsed, stopped, again, givenUp] = [..."1234567"].map(idOf);
  lies(60, `${moved}.archive`, `${moved}.json`, `${pictures}.zip`, `${pictures}.json`);
  await ran(scene, `${moved}.archive`, { mode: "rehearsal", state: "done", days: 50 });
  await ran(scene, `${moved}.archive`, { mode: "real", state: "done", days: 40, zip: `${pictures}.zip` });
  lies(60, `${lately}.archive`, `${rehearsed}.archive`, `${stopped}.archive`, `${again}.archive`);
  await ran(scene, `${lately}.archive`, { mode: "real", state: "done", days: 29 });
  await ran(scene, `${rehearsed}.archive`, { mode: "rehearsal", state: "done", days: 50 });
  await ran(scene, `${stopped}.archive`, { mode: "real", state: "stopped", days: 50 });
  await ran(scene, `${again}.archive`, { mode: "real", state: "done", days: 50 });
  await ran(scene, `${again}.archive`, { mode: "rehearsal", state: "waiting", days: 40 });
  lies(60, `${givenUp}`, `${givenUp}.json`, "export-that-an-admin-put-here.xml");
  lies(2, `${idOf("8")}`);

  expect(await sweepArchives(scene.url, dataDir, noon)).toEqual({ files: 6 });

  expect(readdirSync(importsFolder(dataDir)).sort()).toEqual([
    `${lately}.archive`,
    `${rehearsed}.archive`,
    `${stopped}.archive`,
    `${again}.archive`,
    idOf("8"),
    "export-that-an-admin-put-here.xml",
  ]);
});

test("where nothing was ever uploaded, there is nothing to sweep", async ({ scene }) => {
  rmSync(importsFolder(dataDir), { recursive: true });
  expect(await sweepArchives(scene.url, dataDir, noon)).toEqual({ files: 0 });
});
