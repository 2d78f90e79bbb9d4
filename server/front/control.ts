/** The loopback port by which the front's neighbours ask: are you well, and have you applied this change? */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { takeSecret } from "../internal.ts";
import type { Follower } from "./changes.ts";
import type { Edition } from "./edition.ts";
import { sayPlainly } from "./notices.ts";

const SETTLE_MS = 2_000;
const LONGEST_BODY = 200;

export function controlServer(secret: string, edition: Edition, follower: Follower): Server {
  return createServer((req, res) => {
    if (!takeSecret(req, secret))
      return sayPlainly(res, 403, "This port is for the newsroom's own processes.");
    if (req.method === "GET" && req.url === "/__front/health") return sayHealth(res, edition, follower);
    if (req.method === "POST" && req.url === "/__front/settle") return void settle(req, res, follower);
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

async function seqIn(req: IncomingMessage): Promise<number | null> {
  let text = "";
  try {
    for await (const part of req) {
      text += String(part);
      if (text.length > LONGEST_BODY) return null;
    }
    const { seq } = JSON.parse(text) as { seq?: unknown };
    return typeof seq === "number" && Number.isSafeInteger(seq) && seq >= 0 ? seq : null;
  } catch {
    return null;
  }
}
