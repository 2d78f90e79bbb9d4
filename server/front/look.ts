/**
 * The front's own eyes: asks its public port for addresses as any reader does, and says which of
 * some names stand in what comes back. So a pulled picture is called gone only after what readers
 * are given was looked at, through whatever is kept in memory and on disk.
 */
import { type IncomingMessage, request } from "node:http";

/** 0: no answer in time. `holds`: one of the names stands in it, or it is the file of that name itself. */
export type Seen = { path: string; status: number; holds: boolean };
export type Eyes = { host: string; port: number; baseUrl: string };

const AT_ONCE = 8;
const PATIENCE_MS = 12_000;
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_REDIRECTS = 3;

export async function lookAsReader(
  eyes: Eyes,
  paths: readonly string[],
  names: readonly string[],
): Promise<Seen[]> {
  const seen: Seen[] = [];
  const queue = [...paths];
  const work = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      seen.push(await lookAt(eyes, path, names));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return seen;
}

async function lookAt(eyes: Eyes, path: string, names: readonly string[]): Promise<Seen> {
  let at = path;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await askFor(eyes, at);
    const next = answer.status >= 300 && answer.status < 400 ? pathOf(answer.location, eyes) : null;
    if (next === null) return { path, status: answer.status, holds: holdsAny(at, answer, names) };
    at = next;
  }
  return { path, status: 0, holds: false };
}

type Answer = { status: number; location: string | undefined; body: Buffer };

function holdsAny(path: string, { status, body }: Answer, names: readonly string[]): boolean {
  const isFile = names.some((name) => path.endsWith(`/${name}`));
  return isFile ? status >= 200 && status < 300 : names.some((name) => body.includes(name));
}

function pathOf(location: string | undefined, { baseUrl }: Eyes): string | null {
  if (location === undefined || !URL.canParse(location, baseUrl)) return null;
  const target = new URL(location, baseUrl);
  return target.origin === new URL(baseUrl).origin ? `${target.pathname}${target.search}` : null;
}

function askFor({ host, port, baseUrl }: Eyes, path: string): Promise<Answer> {
  return new Promise((resolve) => {
    const nothing = () => resolve({ status: 0, location: undefined, body: Buffer.alloc(0) });
    const headers = { host: new URL(baseUrl).host, "accept-encoding": "identity" };
    const asked = request({ host, port, path, headers, agent: false }, (answer) => {
      void whole(answer).then(
        (body) => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location, body }),
        nothing,
      );
    });
    const limit = AbortSignal.timeout(PATIENCE_MS);
    limit.addEventListener("abort", () => asked.destroy(new Error("no answer in time")));
    asked.on("error", nothing);
    asked.end();
  });
}

async function whole(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error("a page is longer than anybody would look through");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
