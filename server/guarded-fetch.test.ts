import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchToFile, isPublicAddress } from "./guarded-fetch.ts";

let server: Server;
let asked = 0;
let at = "";
const folder = mkdtempSync(join(tmpdir(), "dateline-fetch-"));
const path = join(folder, "file");
const limits = { maxBytes: 1_000, seconds: 2 };

beforeAll(async () => {
  server = createServer((req, res) => {
    asked += 1;
    if (req.url === "/away") res.writeHead(302, { location: "http://169.254.169.254/latest" }).end();
    else if (req.url === "/on") res.writeHead(301, { location: "/picture" }).end();
    else if (req.url === "/round") res.writeHead(302, { location: "/round" }).end();
    else if (req.url === "/large") res.end(Buffer.alloc(5_000));
    else if (req.url === "/slow") res.write("a");
    else if (req.url === "/gone") res.writeHead(404).end("nothing");
    else res.end("picture");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  "127.0.0.1",
  "2130706433",
  "0x7f.1",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "localhost",
  "10.0.0.1",
  "169.254.169.254",
  "[fd00::1]",
  "0.0.0.0",
])("nothing is asked of %s", async (host) => {
  const before = asked;
  const fetched = await fetchToFile(`http://${host}/picture`, path, limits);
  expect(fetched).toMatchObject({ ok: false });
  const atPort = await fetchToFile(`http://${host}:${new URL(at).port}/picture`, path, limits);
  expect(atPort).toMatchObject({ ok: false });
  expect(asked).toBe(before);
});

test.each([
  "file:///etc/passwd",
  "ftp://a.example/",
  "http://a:b@a.example/",
  "//a.example",
  "gopher://a.example",
])("%s is no address to fetch", async (address) => {
  expect(await fetchToFile(address, path, limits)).toMatchObject({ ok: false });
  expect(existsSync(path)).toBe(false);
});

test("what an exam allows is fetched, through a redirect that is looked at again", async () => {
  const allowed = { ...limits, loopbackToo: true };
  expect(await fetchToFile(`${at}/on`, path, allowed)).toEqual({ ok: true, bytes: 7 });
  expect(readFileSync(path, "utf8")).toBe("picture");
  expect(await fetchToFile(`${at}/away`, path, allowed)).toEqual({
    ok: false,
    why: "it isn't on the public web",
  });
  expect(await fetchToFile(`${at}/round`, path, allowed)).toMatchObject({ ok: false });
  expect(await fetchToFile(`${at}/gone`, path, allowed)).toEqual({ ok: false, why: "the site said 404" });
  expect(await fetchToFile(`${at}/large`, path, allowed)).toEqual({ ok: false, why: "it is too large" });
  const hasty = { ...allowed, seconds: 0.3 };
  expect(await fetchToFile(`${at}/slow`, path, hasty)).toEqual({ ok: false, why: "it took too long" });
});

test("addresses of the network that aren't the public web", () => {
  for (const address of [
    "::ffff:10.0.0.1",
    "192.168.1.1",
    "64:ff9b::7f00:1",
    "224.0.0.1",
    "100.64.0.1",
    "nonsense",
  ]) {
    expect(isPublicAddress(address), address).toBe(false);
  }
  expect(isPublicAddress("93.184.216.34")).toBe(true);
});
