import { describe, expect } from "vitest";
import { test as base } from "#domain/testing/test.ts";
import { ask } from "../internal.ts";
import { until } from "./testing/ask.ts";
import { openFront, SECRET } from "./testing/open-front.ts";
import { pathOf } from "./testing/stand-in.ts";

const test = base.extend<{ paper: Awaited<ReturnType<typeof openFront>> }>({
  paper: async ({ scene }, use) => {
    const paper = await openFront(scene.url, scene.db);
    await until(async () => paper.edition.applied !== null);
    await use(paper);
    await paper.close();
  },
});

type Paper = Awaited<ReturnType<typeof openFront>>;

async function look(paper: Paper, order: unknown, secret = SECRET) {
  const address = { host: "127.0.0.1", port: paper.controlPort };
  const { status, text } = await ask({
    address,
    path: "/__front/look",
    secret,
    timeoutMs: 20_000,
    body: order,
  });
  return { status, seen: status === 200 ? JSON.parse(text) : null };
}

describe("the front's own eyes", () => {
  test("see what readers are given, from memory too, and follow where an address leads", async ({
    paper,
  }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    paper.web.answers.set("/en/old", (_req, res) => res.writeHead(301, { location: pathOf(12) }).end());
    paper.web.answers.set("/en/away", (_req, res) =>
      res.writeHead(301, { location: "https://x.test/" }).end(),
    );
    const paths = [pathOf(12), "/en/old", "/en/away", pathOf(13)];
    const { seen } = await look(paper, { paths, names: ["¶12:1 "] });
    const by = Object.fromEntries(seen.map((each: { path: string }) => [each.path, each]));
    expect(by[pathOf(12)]).toMatchObject({ status: 200, holds: true });
    expect(by["/en/old"]).toMatchObject({ status: 200, holds: true });
    expect(by["/en/away"]).toMatchObject({ status: 301, holds: false });
    expect(by[pathOf(13)]).toMatchObject({ holds: false });
    await paper.settle((await paper.web.correct(12)).seq);
    const after = await look(paper, { paths: [pathOf(12)], names: ["¶12:1 "] });
    expect(after.seen).toEqual([{ path: pathOf(12), status: 200, holds: false }]);
  });

  test("call a file held when it can be fetched at all, and nothing gone that didn't answer", async ({
    paper,
  }) => {
    paper.web.answers.set("/media/a.webp", (_req, res) =>
      res.writeHead(200, { "content-type": "image/webp" }).end("pixels"),
    );
    const names = ["a.webp", "b.webp"];
    const { seen } = await look(paper, { paths: ["/media/a.webp", "/media/b.webp"], names });
    expect(seen.find(({ path }: { path: string }) => path === "/media/a.webp")).toMatchObject({
      holds: true,
    });
    expect(seen.find(({ path }: { path: string }) => path === "/media/b.webp")).toMatchObject({
      holds: false,
    });
    paper.web.mood = "broken";
    const broken = await look(paper, { paths: [pathOf(14)], names });
    expect(broken.seen[0].status).toBeGreaterThanOrEqual(500);
  });

  test("open only for the newsroom's own processes, and only for its own addresses", async ({ paper }) => {
    const order = { paths: ["/en"], names: ["x"] };
    expect((await look(paper, order, "another-secret-that-is-long-enough-too")).status).toBe(403);
    for (const bad of [{ paths: ["http://x.test/"], names: [] }, { paths: "/en", names: [] }, {}]) {
      expect((await look(paper, bad)).status).toBe(400);
    }
  });
});
