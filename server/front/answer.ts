/** Who answers which address. The order matters: what is refused, files, health, staff, readers. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type HealthSettings, readHealth } from "../health.ts";
import { type Target, targetOf } from "./address.ts";
import { encode } from "./compress.ts";
import { sayPlainly } from "./notices.ts";
import type { PassThrough } from "./pass-through.ts";
import { type Readers, send, wantsOf } from "./readers.ts";
import type { StaticFiles } from "./static-files.ts";

export type Answering = {
  readers: Readers;
  files: StaticFiles;
  pass: PassThrough;
  health: HealthSettings;
};

/** For requests whose rest nobody will read. */
const CLOSE = ["connection", "close"];

export async function answer(parts: Answering, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const target = targetOf(req.url ?? "");
  const reads = req.method === "GET" || req.method === "HEAD";
  if (target.kind === "refused") {
    return sayPlainly(res, target.status, "This address can't be read.", CLOSE);
  }
  if (reads && (await sendFile(parts.files, target, req, res))) return;
  if (target.kind === "staff") {
    if (target.path === "/api/health" && reads) return sayHealth(res, parts.health);
    return parts.pass.pass(req, res);
  }
  if (!reads) {
    return sayPlainly(res, 405, "Readers' pages are only read.", ["allow", "GET, HEAD", ...CLOSE]);
  }
  // A body has no business here, and what follows it on the connection could be somebody else's.
  if (req.headers["transfer-encoding"] !== undefined || Number(req.headers["content-length"] ?? 0) > 0) {
    return sayPlainly(res, 400, "Reading takes no body.", CLOSE);
  }
  if (target.kind === "elsewhere") return sayPlainly(res, 308, "Here.", ["location", target.location]);
  return parts.readers.answer(target.path, req, res);
}

async function sendFile(
  files: StaticFiles,
  target: Target,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  if ((target.kind !== "reader" && target.kind !== "staff") || !files.mayHave(target.path)) return false;
  const file = await files.find(target.path);
  if (file === null) return false;
  const wants = wantsOf(req);
  send(res, file, await encode(file, wants.encoding), wants);
  return true;
}

async function sayHealth(res: ServerResponse, settings: HealthSettings): Promise<void> {
  const health = await readHealth(settings);
  const body = Buffer.from(`${JSON.stringify(health)}\n`);
  res.writeHead(health.ok ? 200 : 503, [
    ...["content-type", "application/json", "cache-control", "no-store"],
    ...["x-content-type-options", "nosniff", "content-length", String(body.length)],
  ]);
  res.end(body);
}
