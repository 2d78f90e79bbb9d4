import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { test as base } from "#domain/testing/test.ts";
import { ask, until } from "./testing/ask.ts";
import { openFront } from "./testing/open-front.ts";

const test = base.extend<{ paper: Awaited<ReturnType<typeof openFront>> }>({
  paper: async ({ scene }, use) => {
    const paper = await openFront(scene.url, scene.db);
    await use(paper);
    await paper.close();
  },
});

describe("a page of the desk", () => {
  test("is asked for anew each time, with its query and cookies both ways", async ({ paper }) => {
    paper.web.answers.set("/desk", (req, res) => {
      res.writeHead(200, {
        "content-type": "text/plain",
        "set-cookie": ["a=1", "b=2"],
        "x-powered-by": "Next.js",
        "x-dateline-keys": "outlet",
      });
      res.end(`${req.url} ${req.headers.cookie}`);
    });
    const told = await ask(paper.port, "/desk?view=mine", { headers: { cookie: "session=1" } });
    await ask(paper.port, "/desk?view=mine");
    expect(told).toMatchObject({
      text: "/desk?view=mine session=1",
      headers: { "set-cookie": ["a=1", "b=2"] },
    });
    expect(told.headers).not.toHaveProperty("x-powered-by");
    expect(told.headers).not.toHaveProperty("x-dateline-keys");
    expect(paper.web.prints("/desk?view=mine")).toBe(2);
  });

  test("arrives in pieces, compressed, as it is made", async ({ paper }) => {
    let finish = () => {};
    paper.web.answers.set("/desk", (_, res) => {
      res.writeHead(200, { "content-type": "text/html", etag: '"1"', vary: "rsc" });
      res.write("first ".repeat(100));
      finish = () => res.end("last");
    });
    const seen: number[] = [];
    const told = new Promise<void>((resolve) => {
      request({ port: paper.port, path: "/desk", headers: { "accept-encoding": "br" } }, (answer) => {
        expect(answer.headers).toMatchObject({
          "content-encoding": "br",
          etag: 'W/"1"',
          vary: "rsc, Accept-Encoding",
        });
        answer.on("data", (part: Buffer) => {
          if (seen.push(part.length) === 1) finish();
        });
        answer.on("end", resolve);
      }).end();
    });
    await told;
    expect(seen.length).toBeGreaterThan(1);
  });

  test("says that the newsroom isn't there, when it isn't", async ({ paper }) => {
    paper.web.mood = "away";
    expect(await ask(paper.port, "/desk")).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
  });

  test("breaks off where web breaks off, rather than looking whole", async ({ paper }) => {
    paper.web.answers.set("/desk", (req, res) => {
      res.writeHead(200, { "content-type": "text/plain", "content-length": "1000" });
      res.write("half");
      setImmediate(() => req.socket.destroy());
    });
    await expect(ask(paper.port, "/desk")).rejects.toThrow();
  });
});

test("an upload streams through, whole and uncut", async ({ paper }) => {
  const PIECE = Buffer.alloc(64 * 1024, "p");
  const PIECES = 400;
  let received = 0;
  paper.web.answers.set("/api/media", (req, res) => {
    req.on("data", (part: Buffer) => {
      received += part.length;
    });
    req.on("end", () => res.end(`${req.headers["transfer-encoding"]} ${req.method}`));
  });
  const text = await new Promise<string>((resolve, reject) => {
    const asked = request({ port: paper.port, path: "/api/media", method: "PUT" }, (answer) => {
      let told = "";
      answer.on("data", (part) => {
        told += String(part);
      });
      answer.on("end", () => resolve(told));
    });
    asked.on("error", reject);
    let sent = 0;
    const send = () => {
      while (sent < PIECES) {
        sent++;
        if (!asked.write(PIECE)) return void asked.once("drain", send);
      }
      asked.end();
    };
    // The first piece must be at web before the last one has left.
    asked.write(PIECE);
    void until(() => received > 0).then(send);
  });
  expect(text).toBe("chunked PUT");
  expect(received).toBe(PIECE.length * (PIECES + 1));
});

test("an act that web never saw isn't sent twice", async ({ paper }) => {
  let acts = 0;
  paper.web.answers.set("/desk", (req, res) => {
    if (req.method !== "POST") return void res.end("warm");
    acts++;
    req.socket.destroy();
  });
  await ask(paper.port, "/desk");
  expect((await ask(paper.port, "/desk", { method: "POST", body: "publish" })).status).toBe(503);
  expect(acts).toBe(1);
});

test("files that never change come from disk, compressed, and may be kept for ever", async ({ scene }) => {
  const paper = await openFront(scene.url, scene.db);
  const folder = join(paper.dataDir, "build", "static", "chunks");
  mkdirSync(folder, { recursive: true });
  const script = "console.log('the desk');\n".repeat(500);
  writeFileSync(join(folder, "main-0a1b2c3d4e.js"), script);
  const path = "/_next/static/chunks/main-0a1b2c3d4e.js";
  const told = await ask(paper.port, path, { headers: { "accept-encoding": "br" } });
  expect(told).toMatchObject({
    status: 200,
    text: script,
    headers: { "content-encoding": "br", "cache-control": "public, max-age=31536000, immutable" },
  });
  expect(told.bytes).toBeLessThan(script.length / 5);
  expect(
    await ask(paper.port, path, { headers: { "if-none-match": String(told.headers.etag) } }),
  ).toMatchObject({ status: 304 });
  expect(paper.web.seen).toEqual([]);
  await ask(paper.port, "/_next/static/../../front.ts");
  await ask(paper.port, "/_next/static/%2e%2e/secret");
  expect(paper.web.seen.map(({ url }) => url)).toEqual(["/_next/static/%2e%2e/secret"]);
  await paper.close();
});

test("health is answered by the front itself, when nobody else can", async ({ paper }) => {
  paper.web.mood = "away";
  const told = await ask(paper.port, "/api/health");
  expect(told.status).toBe(503);
  expect(JSON.parse(told.text)).toMatchObject({ ok: false });
});
