import { describe, expect } from "vitest";
import { test as base } from "#domain/testing/test.ts";
import { ask, until } from "./testing/ask.ts";
import { openFront } from "./testing/open-front.ts";
import { pathOf } from "./testing/stand-in.ts";

const test = base.extend<{ paper: Awaited<ReturnType<typeof openFront>> }>({
  paper: async ({ scene }, use) => {
    const paper = await openFront(scene.url, scene.db);
    await until(async () => paper.edition.applied !== null);
    await use(paper);
    await paper.close();
  },
});

const STORY = pathOf(12);
const KEYS = "story:12 outlet";

describe("a page that readers come back to", () => {
  test("is printed once, however many wait for it", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    const readers = await Promise.all(Array.from({ length: 20 }, () => ask(paper.port, STORY)));
    expect(readers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect((await ask(paper.port, `${STORY}?utm_source=mail`)).text).toContain("¶12:1 ");
    expect(paper.web.prints(STORY)).toBe(1);
  });

  test("goes out in the encoding that the reader takes, with one tag for all", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    const plain = await ask(paper.port, STORY);
    const br = await ask(paper.port, STORY, { headers: { "accept-encoding": "gzip, br" } });
    const gzip = await ask(paper.port, STORY, { headers: { "accept-encoding": "gzip, br;q=0" } });
    expect([plain, br, gzip].map(({ headers }) => headers["content-encoding"])).toEqual([
      undefined,
      "br",
      "gzip",
    ]);
    expect(new Set([plain, br, gzip].map(({ text }) => text)).size).toBe(1);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(1);
    expect(br.headers).toMatchObject({ vary: "Accept-Encoding", "content-length": String(br.bytes) });
    const again = await ask(paper.port, STORY, { headers: { "if-none-match": String(br.headers.etag) } });
    expect(again).toMatchObject({ status: 304, text: "" });
    const head = await ask(paper.port, STORY, { method: "HEAD", headers: { "accept-encoding": "br" } });
    expect(head).toMatchObject({ status: 200, text: "", headers: { "content-length": String(br.bytes) } });
  });

  test("says its keys to a CDN, and nothing of the newsroom's own to anybody", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    const { headers } = await ask(paper.port, STORY);
    expect(headers).toMatchObject({ "surrogate-key": KEYS, "x-content-type-options": "nosniff" });
    expect(Object.keys(headers).filter((name) => /dateline|powered|cookie/.test(name))).toEqual([]);
  });

  test("is printed the same whatever a reader sends along", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    const headers = {
      cookie: "a=b",
      "x-forwarded-host": "evil.test",
      rsc: "1",
      "x-nextjs-data": "1",
      host: "evil.test",
    };
    await ask(paper.port, STORY, { headers });
    const [print] = paper.web.seen.filter(({ url }) => url === STORY);
    expect(print?.headers).toMatchObject({ host: "paper.test", "x-forwarded-host": "paper.test" });
    expect(Object.keys(print?.headers ?? {})).not.toEqual(expect.arrayContaining(["cookie"]));
    expect(print?.headers).not.toHaveProperty("rsc");
    expect(print?.headers).not.toHaveProperty("x-nextjs-data");
  });
});

describe("when a story is updated", () => {
  test("readers get the new version as soon as it is printed, and never the old one after it", async ({
    paper,
  }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    await ask(paper.port, STORY);
    const { seq } = await paper.web.publish(12);
    expect(await paper.settle(seq)).toBe(204);
    await until(async () => (await ask(paper.port, STORY)).text.includes("¶12:2 "));
    expect((await ask(paper.port, STORY)).text).toContain("¶12:2 ");
  });

  test("it is printed again before anybody asks", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    await ask(paper.port, STORY);
    await paper.settle((await paper.web.publish(12)).seq);
    await until(() => paper.web.prints(STORY) === 2 && paper.edition.printing() === 0);
    paper.web.mood = "away";
    expect((await ask(paper.port, STORY)).text).toContain("¶12:2 ");
  });

  test("the old copy goes out while web can't print the new one", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    await ask(paper.port, STORY);
    paper.web.mood = "broken";
    await paper.settle((await paper.web.publish(12)).seq);
    expect(await ask(paper.port, STORY)).toMatchObject({
      status: 200,
      text: expect.stringContaining("¶12:1 "),
    });
    paper.web.mood = "well";
    await until(async () => (await ask(paper.port, STORY)).text.includes("¶12:2 "));
  });

  test("a print that began before the update is not what readers get", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    let release = () => {};
    paper.web.slowness = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    const waiting = ask(paper.port, STORY);
    await until(() => paper.web.prints(STORY) === 1);
    const { seq } = await paper.web.publish(12);
    paper.web.slowness = async () => {};
    expect(await paper.settle(seq)).toBe(204);
    release();
    expect((await waiting).text).toContain("¶12:2 ");
    expect(paper.web.prints(STORY)).toBe(2);
  });
});

describe("when a story is taken back", () => {
  test("nobody sees it after the answer, even when web is down", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    await ask(paper.port, STORY);
    const { seq } = await paper.web.withdraw(12);
    paper.web.mood = "away";
    expect(await paper.settle(seq)).toBe(204);
    const told = await ask(paper.port, STORY);
    expect(told).toMatchObject({ status: 410, headers: { "content-language": "en" } });
    expect(told.text).not.toContain("¶");
    paper.web.mood = "well";
    expect(await ask(paper.port, STORY)).toMatchObject({
      status: 410,
      text: expect.stringContaining("taken back"),
    });
  });

  test("a correction is never answered with what was wrong: 503 until web can print it", async ({
    paper,
  }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    await ask(paper.port, STORY);
    const { seq } = await paper.web.correct(12);
    paper.web.mood = "broken";
    expect(await paper.settle(seq)).toBe(204);
    expect(await ask(paper.port, STORY)).toMatchObject({ status: 503, headers: { "retry-after": "10" } });
    paper.web.mood = "well";
    expect((await ask(paper.port, STORY)).text).toContain("¶12:2 ");
  });

  test("it is gone from an old copy that still names it, though nobody would guess that it does", async ({
    paper,
  }) => {
    // Story 12's page named story 13 as its neighbour; then another story came between the two.
    const named = { "x-dateline-keys": KEYS, "content-type": "text/html" };
    paper.web.answers.set(STORY, (_, res) => res.writeHead(200, named).end("next: ¶13:1"));
    await ask(paper.port, STORY);
    paper.web.answers.set(STORY, (_, res) => res.writeHead(500).end());
    await paper.settle((await paper.web.publish(12)).seq);
    expect(await ask(paper.port, STORY)).toMatchObject({ status: 200, text: "next: ¶13:1" });
    await paper.settle((await paper.web.withdraw(13)).seq);
    expect(await ask(paper.port, STORY)).toMatchObject({ status: 503 });
  });

  test("it comes back when it is published again", async ({ paper }) => {
    await paper.settle((await paper.web.withdraw(12)).seq);
    expect((await ask(paper.port, STORY)).status).toBe(410);
    await paper.settle((await paper.web.publish(12)).seq);
    expect((await ask(paper.port, STORY)).status).toBe(200);
  });
});
