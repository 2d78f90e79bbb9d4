import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { test as base } from "#domain/testing/test.ts";
import { startFront } from "./start.ts";
import { ask, until } from "./testing/ask.ts";
import { frontSettings, openFront } from "./testing/open-front.ts";
import { openStandIn, pathOf } from "./testing/stand-in.ts";

const NOWHERE = "postgres://nobody@127.0.0.1:1/nothing";
const STORY = pathOf(12);
const br = { headers: { "accept-encoding": "br" } };

const test = base.extend<{ dataDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from this pattern
  dataDir: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), "dateline-edition-"));
    await use(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  },
});

function bodiesIn(dataDir: string): number {
  const folder = join(dataDir, "edition", "pages");
  return existsSync(folder) ? readdirSync(folder).length : 0;
}

/** Publishes story 12, has a reader read it, and waits until it is on disk. */
async function readOnce(paper: Awaited<ReturnType<typeof openFront>>) {
  await until(() => paper.edition.applied !== null);
  await paper.settle((await paper.web.publish(12)).seq);
  await ask(paper.port, STORY, br);
  await until(() => paper.edition.count().diskBytes > 0);
}

describe("a newspaper that starts with everything else down", () => {
  test("still shows what it had on disk", async ({ scene, dataDir }) => {
    const paper = await openFront(scene.url, scene.db, { dataDir });
    await readOnce(paper);
    await Promise.all([paper.stop(), paper.web.stop()]);
    const again = await startFront(frontSettings(NOWHERE, dataDir, 1));
    expect(await ask(again.port, STORY, br)).toMatchObject({
      status: 200,
      text: expect.stringContaining("¶12:1 "),
    });
    expect((await ask(again.port, STORY)).headers["content-encoding"]).toBeUndefined();
    expect(await ask(again.port, pathOf(13))).toMatchObject({ status: 503 });
    await again.stop();
  });

  test("doesn't show what was taken back before it stopped", async ({ scene, dataDir }) => {
    const paper = await openFront(scene.url, scene.db, { dataDir });
    await readOnce(paper);
    await paper.settle((await paper.web.withdraw(12)).seq);
    expect(bodiesIn(dataDir)).toBe(0);
    await Promise.all([paper.stop(), paper.web.stop()]);
    const again = await startFront(frontSettings(NOWHERE, dataDir, 1));
    expect(await ask(again.port, STORY)).toMatchObject({ status: 410 });
    await again.stop();
  });
});

describe("a front that was away", () => {
  test("never shows what was taken back meanwhile, once the database answers", async ({ scene, dataDir }) => {
    const paper = await openFront(scene.url, scene.db, { dataDir });
    await readOnce(paper);
    await paper.stop();
    await paper.web.withdraw(12);
    const again = await startFront(frontSettings(scene.url, dataDir, paper.web.port));
    const told = await Promise.all(Array.from({ length: 8 }, () => ask(again.port, STORY, br)));
    expect(told.map(({ status }) => status)).toEqual(Array(8).fill(410));
    expect(bodiesIn(dataDir)).toBe(0);
    await Promise.all([again.stop(), paper.web.stop()]);
  });

  test("prints again what was updated meanwhile", async ({ scene, dataDir }) => {
    const paper = await openFront(scene.url, scene.db, { dataDir });
    await readOnce(paper);
    await paper.stop();
    await paper.web.publish(12);
    const again = await startFront(frontSettings(scene.url, dataDir, paper.web.port));
    await until(async () => (await ask(again.port, STORY, br)).text.includes("¶12:2 "));
    await Promise.all([again.stop(), paper.web.stop()]);
  });

  test("starts over when it finds another database than the one that it followed", async ({
    scene,
    dataDir,
    emptyUrl,
  }) => {
    const paper = await openFront(scene.url, scene.db, { dataDir });
    await readOnce(paper);
    await Promise.all([paper.stop(), paper.web.stop()]);
    const again = await startFront(frontSettings(emptyUrl, dataDir, 1));
    await until(() => again.edition.applied === 0);
    expect(await ask(again.port, STORY)).toMatchObject({ status: 503 });
    expect(bodiesIn(dataDir)).toBe(0);
    await again.stop();
  });

  test("keeps the newspaper of an older build, and prints it again", async ({ scene, dataDir }) => {
    const paper = await openFront(scene.url, scene.db, { dataDir });
    await readOnce(paper);
    await paper.stop();
    const settings = { ...frontSettings(scene.url, dataDir, paper.web.port), baseUrl: "http://new.test" };
    const again = await startFront(settings);
    const printsBefore = paper.web.prints(STORY);
    expect((await ask(again.port, STORY, br)).status).toBe(200);
    await until(() => paper.web.prints(STORY) === printsBefore + 1);
    await Promise.all([again.stop(), paper.web.stop()]);
  });
});

test("a journal that breaks off in the middle of a line is an edition up to there", async ({
  scene,
  dataDir,
}) => {
  const paper = await openFront(scene.url, scene.db, { dataDir });
  await readOnce(paper);
  await Promise.all([paper.stop(), paper.web.stop()]);
  const { appendFileSync } = await import("node:fs");
  appendFileSync(join(dataDir, "edition", "journal"), '["dropped","/en/ne');
  const again = await startFront(frontSettings(NOWHERE, dataDir, 1));
  expect((await ask(again.port, STORY)).status).toBe(200);
  await again.stop();
});

test("when the listening connection is cut, a withdrawal still reaches readers before the answer", async ({
  scene,
}) => {
  const paper = await openFront(scene.url, scene.db);
  await readOnce(paper);
  for (let cut = 0; cut < 5; cut++) {
    await scene.db.execute(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dateline-front'",
    );
    const { seq } = cut % 2 === 0 ? await paper.web.withdraw(12) : await paper.web.publish(12);
    expect(await paper.settle(seq)).toBe(204);
    expect((await ask(paper.port, STORY)).status).toBe(cut % 2 === 0 ? 410 : 200);
  }
  await paper.close();
});

test("a change that was never made is not said to be settled", async ({ scene }) => {
  const web = await openStandIn(scene.db);
  const paper = await openFront(scene.url, scene.db);
  await until(() => paper.edition.applied !== null);
  expect(await paper.settle((paper.edition.applied ?? 0) + 1_000)).toBe(504);
  await Promise.all([paper.close(), web.stop()]);
});
