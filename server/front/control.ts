/** The loopback port by which the front's neighbours ask: are you well, and have you applied this change? */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { takeSecret } from "../internal.ts";
import type { Follower } from "./changes.ts";
import type { Edition } from "./edition.ts";
import { type Eyes, lookAsReader } from "./look.ts";
import { sayPlainly } from "./notices.ts";

const SETTLE_MS = 2_000;
const LONGEST_BODY = 200;
/** Some hundred addresses and as many names of files. */
const LONGEST_LOOK = 256 * 1024;

/** `eyes`: how the front reaches its own public port, asked when that is open. */
export function controlServer(
  secret: string,
  edition: Edition,
  follower: Follower,
  eyes: () => Eyes,
): Server {
  return createServer((req, res) => {
    if (!takeSecret(req, secret))
      return sayPlainly(res, 403, "This port is for the newsroom's own processes.");
    if (req.method === "GET" && req.url === "/__front/health") return sayHealth(res, edition, follower);
    if (req.method === "POST" && req.url === "/__front/settle") return void settle(req, res, follower);
    if (req.method === "POST" && req.url === "/__front/look") return void look(req, res, eyes());
    sayPlainly(res, 404, "There is nothing here.");
  });
}

/**
 * Not well when changes aren't followed any more: a withdrawal wouldn't reach readers. The front
 * starts before the database, so at first it may wait a while and is well all the same.
 */
function sayHealth(res: ServerResponse, edition: Edition, follower: Follower): void {
  const { trouble, isLate } = follower;
  const body = JSON.stringify({
    ok: !isLate,
    reason: isLate ? trouble : null,
    following: trouble === null,
    ...edition.count(),
  });
  res.writeHead(isLate ? 503 : 200, { "content-type": "application/json" });
  res.end(body);
}

async function settle(req: IncomingMessage, res: ServerResponse, follower: Follower): Promise<void> {
  const seq = await seqIn(req);
  if (seq === null) return sayPlainly(res, 400, 'Say which change: { "seq": 12 }.');
  const settled = await follower.settle(seq, SETTLE_MS);
  res.writeHead(settled ? 204 : 504);
  res.end();
}

async function look(req: IncomingMessage, res: ServerResponse, eyes: Eyes): Promise<void> {
  const order = (await jsonIn(req, LONGEST_LOOK)) as { paths?: unknown; names?: unknown } | null;
  const [paths, names] = [textsIn(order?.paths), textsIn(order?.names)];
  if (paths === null || names === null || !paths.every((path) => path.startsWith("/"))) {
    return sayPlainly(
      res,
      400,
      'Say where to look, and for what: { "paths": ["/en"], "names": ["a.webp"] }.',
    );
  }
  const seen = await lookAsReader(eyes, paths, names);
  res.writeHead(200, { "content-type": "application/json" });
  res.end(JSON.stringify(seen));
}

function textsIn(given: unknown): string[] | null {
  return Array.isArray(given) && given.every((each) => typeof each === "string") ? given : null;
}

async function seqIn(req: IncomingMessage): Promise<number | null> {
  const order = (await jsonIn(req, LONGEST_BODY)) as { seq?: unknown } | null;
  const seq = order?.seq;
  return typeof seq === "number" && Number.isSafeInteger(seq) && seq >= 0 ? seq : null;
}

/** Null: too long, or not JSON. */
async function jsonIn(req: IncomingMessage, longest: number): Promise<unknown> {
  let text = "";
  try {
    for await (const part of req) {
      text += String(part);
      if (text.length > longest) return null;
    }
    return JSON.parse(text);
  } catch {
    return null;
  }
}
