import { createServer, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { describe, expect } from "vitest";
import { test as base } from "#domain/testing/test.ts";
import { ask, askRaw, until } from "./testing/ask.ts";
import { openFront, SECRET } from "./testing/open-front.ts";
import { pathOf } from "./testing/stand-in.ts";

const test = base.extend<{ paper: Awaited<ReturnType<typeof openFront>> }>({
  paper: async ({ scene }, use) => {
    const paper = await openFront(scene.url, scene.db);
    await until(() => paper.edition.applied !== null);
    paper.web.answers.set("/desk", (req, res) => res.end(JSON.stringify(req.headers)));
    await use(paper);
    await paper.close();
  },
});

const FORGED = {
  forwarded: "for=1.2.3.4;host=evil.test",
  "x-forwarded-host": "evil.test",
  "x-forwarded-for": "1.2.3.4",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "443",
  "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
  "x-invoke-path": "/desk",
  "x-nextjs-data": "1",
  "x-dateline-secret": "guess",
  "x-dateline-keys": "story:1",
  "x-original-url": "/admin",
  "x-matched-path": "/admin",
};

describe("what a client says about itself", () => {
  test("doesn't reach web, which hears from the front who asked", async ({ paper }) => {
    const told = await ask(paper.port, "/desk", {
      headers: { ...FORGED, host: "paper.test", cookie: "a=b" },
    });
    const seen = JSON.parse(told.text) as Record<string, string>;
    expect(seen).toMatchObject({
      host: "paper.test",
      cookie: "a=b",
      "x-forwarded-host": "paper.test",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-proto": "http",
      "x-dateline-secret": SECRET,
    });
    const forgotten = Object.keys(FORGED).filter((name) => !/forwarded-(host|for|proto)|secret/.test(name));
    for (const name of forgotten) expect(seen).not.toHaveProperty(name);
  });

  test("reaches web in development as far as Next's own page names its requests by it, and else never", async ({
    scene,
    paper,
  }) => {
    const named = { "x-nextjs-request-id": "abc", "x-nextjs-html-request-id": "def" };
    const askedIn = async (port: number) =>
      JSON.parse((await ask(port, "/desk", { headers: { ...FORGED, ...named } })).text);
    expect(Object.keys(await askedIn(paper.port)).filter((name) => name.startsWith("x-nextjs-"))).toEqual([]);
    const workshop = await openFront(scene.url, scene.db, { development: true });
    workshop.web.answers.set("/desk", (req, res) => res.end(JSON.stringify(req.headers)));
    const seen = await askedIn(workshop.port);
    expect(seen).toMatchObject(named);
    for (const name of ["x-nextjs-data", "x-invoke-path", "x-middleware-subrequest"])
      expect(seen).not.toHaveProperty(name);
    await workshop.close();
  });

  test("counts when it comes through a proxy that the settings name, and only its last unknown hop", async ({
    scene,
  }) => {
    const paper = await openFront(scene.url, scene.db, {
      trustedProxies: ["127.0.0.0/8", "::1", "10.0.0.0/8"],
    });
    paper.web.answers.set("/desk", (req, res) => res.end(JSON.stringify(req.headers)));
    const headers = {
      "x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.1.1.1",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "paper.test",
    };
    const seen = JSON.parse((await ask(paper.port, "/desk", { headers })).text);
    expect(seen).toMatchObject({
      "x-forwarded-for": "1.2.3.4",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "paper.test",
    });
    await paper.close();
  });

  test("makes no reader's page for anybody else", async ({ paper }) => {
    await paper.settle((await paper.web.publish(12)).seq);
    const clean = await ask(paper.port, pathOf(12));
    for (const [name, value] of Object.entries({
      ...FORGED,
      accept: "text/x-component",
      range: "bytes=0-1",
      cookie: "x".repeat(9_000),
    })) {
      await ask(paper.port, pathOf(12), { headers: { [name]: value } });
    }
    const after = await ask(paper.port, pathOf(12));
    expect([after.status, after.text, after.headers.etag]).toEqual([
      clean.status,
      clean.text,
      clean.headers.etag,
    ]);
    expect(paper.web.prints(pathOf(12))).toBe(1);
  });
});

describe("a request that isn't one for us", () => {
  const end = "\r\nHost: paper.test\r\nConnection: close\r\n\r\n";
  test.for([
    ["an absolute address", `GET http://127.0.0.1:1/ HTTP/1.1${end}`, 400],
    ["an address that begins with two slashes", `GET //evil.test/desk HTTP/1.1${end}`, 400],
    ["a star", `OPTIONS * HTTP/1.1${end}`, 400],
    ["dots that climb", `GET /en/../desk HTTP/1.1${end}`, 400],
    ["escaped dots that climb", `GET /en/%2e%2e/desk HTTP/1.1${end}`, 400],
    ["an escaped spelling of the desk", `GET /%64esk HTTP/1.1${end}`, 400],
    ["an escaped slash", `GET /en%2fnews HTTP/1.1${end}`, 400],
    ["a broken escape", `GET /en/%zz HTTP/1.1${end}`, 400],
    ["an endless address", `GET /${"a".repeat(3_000)} HTTP/1.1${end}`, 414],
    ["writing to a reader's page", `POST /en HTTP/1.1\r\nContent-Length: 0${end}`, 405],
    ["a method that nobody knows", `PROPFIND /desk HTTP/1.1${end}`, 405],
    ["TRACE", `TRACE /desk HTTP/1.1${end}`, 405],
    ["a body on the way to read", `GET /en HTTP/1.1\r\nContent-Length: 5${end}hello`, 400],
    ["two lengths", `POST /desk HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6${end}hello`, 400],
    [
      "a length and chunks",
      `POST /desk HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked${end}0\r\n\r\n`,
      400,
    ],
    ["two hosts", `GET /desk HTTP/1.1\r\nHost: evil.test${end}`, 400],
    ["no host", "GET /desk HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["headers without end", `GET /desk HTTP/1.1\r\nX-A: ${"a".repeat(40_000)}${end}`, 431],
  ] as const)("%s is refused", async ([, bytes, status], { paper }) => {
    expect(await askRaw(paper.port, bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(paper.web.seen).toEqual([]);
  });

  test("a folder's slash leads to the page, and to nowhere else", async ({ paper }) => {
    expect(await ask(paper.port, "/en/news/")).toMatchObject({
      status: 308,
      headers: { location: "/en/news" },
    });
  });
});

describe("an upgrade", () => {
  const handshake = (target: string) =>
    `GET ${target} HTTP/1.1\r\nHost: paper.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

  test("goes to collab and nowhere else", async ({ scene }) => {
    const trap: string[] = [];
    const collab = createServer();
    collab.on("upgrade", (req: IncomingMessage, socket) => {
      trap.push(`${req.url} ${req.headers["x-dateline-secret"]} ${req.headers.host}`);
      socket.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
      socket.on("data", (part) => socket.end(`heard ${part}`));
    });
    await new Promise<void>((resolve) => collab.listen(0, "127.0.0.1", resolve));
    const bound = collab.address();
    const collabAddress = { host: "127.0.0.1", port: typeof bound === "object" && bound ? bound.port : 0 };
    const paper = await openFront(scene.url, scene.db, { collabAddress });

    for (const target of [
      `http://127.0.0.1:${collabAddress.port}/collab`,
      "/desk",
      "//127.0.0.1/collab",
      "/collab/../desk",
      "/collabo",
      "/en",
    ]) {
      expect(await askRaw(paper.port, handshake(target)), target).toMatch(/^HTTP\/1.1 400 /);
    }
    expect(trap).toEqual([]);

    const socket = connect(paper.port, "127.0.0.1", () => socket.write(handshake("/collab?story=1")));
    let text = "";
    socket.on("data", (part) => {
      text += String(part);
      if (text.endsWith("\r\n\r\n")) socket.write("hello");
    });
    await new Promise((resolve) => socket.on("close", resolve));
    expect(text).toMatch(/^HTTP\/1.1 101 .*heard hello$/s);
    expect(trap).toEqual([`/collab?story=1 ${SECRET} paper.test`]);
    await paper.close();
    await new Promise((resolve) => collab.close(resolve));
  });

  test("to a protocol that we don't speak is passed over, and the page is answered", async ({ paper }) => {
    const bytes =
      "GET /en HTTP/1.1\r\nHost: paper.test\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n";
    expect(await askRaw(paper.port, bytes)).toMatch(/^HTTP\/1.1 200 /);
  });
});

test("the control port is for our own processes", async ({ paper }) => {
  expect(await ask(paper.controlPort, "/__front/health")).toMatchObject({ status: 403 });
  const headers = { "x-dateline-secret": SECRET };
  const health = async () => JSON.parse((await ask(paper.controlPort, "/__front/health", { headers })).text);
  await until(async () => (await health()).following);
  expect(await health()).toMatchObject({ ok: true, reason: null });
  expect(
    await ask(paper.controlPort, "/__front/settle", { method: "POST", headers, body: '{"seq":"1"}' }),
  ).toMatchObject({ status: 400 });
});
