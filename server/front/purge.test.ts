import { createServer, type IncomingHttpHeaders } from "node:http";
import { expect } from "vitest";
import { test } from "#domain/testing/test.ts";
import { portOf } from "./port.ts";
import { ask, until } from "./testing/ask.ts";
import { openFront } from "./testing/open-front.ts";
import { pathOf } from "./testing/stand-in.ts";

type Order = { method: string; headers: IncomingHttpHeaders; body: string };

async function openCdn() {
  const orders: Order[] = [];
  let refusals = 0;
  const server = createServer(async (req, res) => {
    let body = "";
    for await (const part of req) body += String(part);
    if (refusals-- > 0) return void res.writeHead(503).end();
    orders.push({ method: req.method ?? "", headers: req.headers, body });
    res.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/purge`,
    orders,
    refuse: (times: number) => {
      refusals = times;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

test("each change is told to the CDN with its keys, again when it doesn't take it, and may be kept there until then", async ({
  scene,
}) => {
  const cdn = await openCdn();
  const paper = await openFront(scene.url, scene.db, {
    purge: { kind: "varnish", url: cdn.url, token: "t" },
  });
  await until(() => paper.edition.applied !== null);
  await until(() => cdn.orders.length === 1);
  // What the CDN had from before, nobody can vouch for.
  expect(cdn.orders[0]?.headers).toMatchObject({ "xkey-purge": "outlet", authorization: "Bearer t" });
  await paper.settle((await paper.web.publish(12)).seq);
  expect((await ask(paper.port, pathOf(12))).headers).toMatchObject({ "surrogate-control": "max-age=86400" });
  cdn.refuse(1);
  paper.web.mood = "broken";
  await paper.settle((await paper.web.publish(12)).seq);
  await until(() => cdn.orders.length === 3);
  expect(cdn.orders[2]).toMatchObject({
    method: "PURGE",
    headers: { "xkey-softpurge": "story:12 language:en" },
  });
  // An old copy that goes out while web is down must not settle in the CDN.
  const old = await ask(paper.port, pathOf(12));
  expect(old.text).toContain("¶12:1 ");
  expect(old.headers).not.toHaveProperty("surrogate-control");
  await paper.close();
  await cdn.close();
});

test("while pages are being written, none is kept", async ({ scene }) => {
  const paper = await openFront(scene.url, scene.db, { development: true });
  await until(() => paper.edition.applied !== null);
  await paper.settle((await paper.web.publish(12)).seq);
  await ask(paper.port, pathOf(12));
  await ask(paper.port, pathOf(12));
  expect(paper.web.prints(pathOf(12))).toBe(2);
  await paper.close();
});
