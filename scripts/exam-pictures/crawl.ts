/** A reader who looks at everything: follows every address of the newspaper that any page, feed or sitemap names. */
import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";

export type Seen = { path: string; status: number; text: string };

const AT_ONCE = 8;
const MOST = 5_000;
/** Every way in which a page, a feed or a sitemap names another address of ours. */
const NAMED = /(?:https?:\/\/localhost:\d+)?(\/(?:en|ar|ckb|media|sitemap|s)\b[^\s"'<>,\\&]*)/g;
const STARTS = ["/en", "/ar", "/ckb", "/sitemap.xml"];

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

export function lookAt(url: string, path: string): Promise<Seen> {
  return new Promise((resolve) => {
    const nothing = () => resolve({ path, status: 0, text: "" });
    const asked = request(new URL(path, url), { agent, headers: { "accept-encoding": "gzip" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        const body = Buffer.concat(parts);
        const plain = answer.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body;
        const location = answer.headers.location ?? "";
        resolve({ path, status: answer.statusCode ?? 0, text: `${location}\n${plain.toString("latin1")}` });
      });
      answer.on("error", nothing);
    });
    asked.on("error", nothing);
    asked.end();
  });
}

/** Looks at these, several at a time. */
export async function lookAtAll(
  url: string,
  paths: readonly string[],
  told: (seen: Seen) => void,
): Promise<void> {
  const queue = [...paths];
  const work = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) told(await lookAt(url, path));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Every address that can be reached from the fronts and the sitemap, each once. */
export async function crawl(url: string): Promise<string[]> {
  const known = new Set(STARTS);
  let fresh: string[] = STARTS;
  while (fresh.length > 0 && known.size < MOST) {
    const next: string[] = [];
    await lookAtAll(url, fresh, ({ text, path }) => {
      if (path.startsWith("/media/")) return;
      for (const [, named] of text.matchAll(NAMED)) {
        const found = named ?? "";
        if (known.has(found)) continue;
        known.add(found);
        next.push(found);
      }
    });
    fresh = next;
  }
  return [...known];
}

export function closeCrawler(): void {
  agent.destroy();
}
