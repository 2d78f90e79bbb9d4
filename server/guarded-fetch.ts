/**
 * The one way to fetch an address that somebody typed or that stood in somebody's file. It goes to
 * the public web and nowhere else: the address of each socket is looked at before it is opened and
 * once more after, numbers in any spelling included, and so is each step of a redirect. What comes
 * is written to a file, up to a size and a time.
 */

import { lookup } from "node:dns";
import { createWriteStream } from "node:fs";
import { isIP, type LookupFunction } from "node:net";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector, request } from "undici";

export type FetchLimits = {
  maxBytes: number;
  seconds: number;
  /** For tests and exams alone, whose old site runs beside them. */
  loopbackToo?: boolean;
};
export type Fetched = { ok: true; bytes: number } | { ok: false; why: string };

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const AGENT = "Dateline (moving in)";

/** Whether an address of the network is one of the public web. */
export function isPublicAddress(address: string, loopbackToo = false): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === "unicast" || (loopbackToo && range === "loopback");
}

export async function fetchToFile(address: string, path: string, limits: FetchLimits): Promise<Fetched> {
  const over = AbortSignal.timeout(limits.seconds * 1_000);
  const agent = guardedAgent(limits.loopbackToo === true);
  try {
    return await follow(address, path, { ...limits, over, agent });
  } catch (error) {
    return { ok: false, why: over.aborted ? "it took too long" : reasonOf(error) };
  } finally {
    await agent.destroy();
  }
}

type Going = FetchLimits & { over: AbortSignal; agent: Agent };

async function follow(
  start: string,
  path: string,
  { maxBytes, loopbackToo, over, agent }: Going,
): Promise<Fetched> {
  let address = start;
  for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
    const why = refusalOf(address, loopbackToo === true);
    if (why !== null) return { ok: false, why };
    const { statusCode, headers, body } = await request(address, {
      dispatcher: agent,
      signal: over,
      headers: { "user-agent": AGENT, accept: "image/*,*/*;q=0.5" },
    });
    const next = REDIRECTS.has(statusCode) ? headers.location : undefined;
    if (typeof next === "string" && URL.canParse(next, address)) {
      await body.dump({ limit: 64 * 1024, signal: over });
      address = new URL(next, address).href;
      continue;
    }
    if (statusCode !== 200) {
      await body.dump({ limit: 64 * 1024, signal: over });
      return { ok: false, why: `the site said ${statusCode}` };
    }
    const counted = upTo(maxBytes);
    await pipeline(body, counted.stream, createWriteStream(path), { signal: over });
    return { ok: true, bytes: counted.bytes() };
  }
  return { ok: false, why: "it leads from one address to the next" };
}

/** Why an address isn't asked at all. */
function refusalOf(address: string, loopbackToo: boolean): string | null {
  if (!URL.canParse(address)) return "it isn't an address";
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:") return "it isn't on the web";
  if (username !== "" || password !== "") return "it holds a password";
  if (port !== "" && !loopbackToo) return "it isn't at a usual port";
  const literal = hostname.replace(/^\[|\]$/g, "");
  return isIP(literal) !== 0 && !isPublicAddress(literal, loopbackToo) ? "it isn't on the public web" : null;
}

function guardedAgent(loopbackToo: boolean): Agent {
  const onlyPublic: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = (found ?? []).filter(({ address }) => isPublicAddress(address, loopbackToo));
      const [first] = addresses;
      const refused = error ?? (first ? null : new Error("it isn't on the public web"));
      if (refused || !first) return callback(refused, "", 4);
      if (options.all) (callback as (error: null, found: typeof addresses) => void)(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ lookup: onlyPublic, timeout: 10_000 });
  return new Agent({
    connect: (options, callback) =>
      connect(options, (...[error, socket]) => {
        if (error || !socket) return callback(error ?? new Error("no connection"), null);
        if (isPublicAddress(socket.remoteAddress ?? "", loopbackToo)) return callback(null, socket);
        socket.destroy();
        callback(new Error("it isn't on the public web"), null);
      }),
    pipelining: 0,
    headersTimeout: 20_000,
    bodyTimeout: 20_000,
    maxResponseSize: -1,
  });
}

function upTo(most: number) {
  let bytes = 0;
  const stream = new Transform({
    transform(part: Buffer, _, done) {
      bytes += part.length;
      if (bytes > most) done(new Error("it is too large"));
      else done(null, part);
    },
  });
  return { stream, bytes: () => bytes };
}

function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return /^it /.test(message) ? message : `the site can't be reached (${code ?? message})`.slice(0, 200);
}
