/**
 * Tells a CDN in front of the front what changed, from the same rows that the edition follows.
 * Off unless PURGE_KIND is set. Three dialects of one sentence: "drop what carries these keys".
 */
import { request as askPlainly } from "node:http";
import { request as askSecurely } from "node:https";
import type { Settings } from "../env.ts";
import { log } from "../log.ts";
import type { Change } from "./changes.ts";

type PurgeSettings = NonNullable<Settings["purge"]>;
type Purged = Pick<Change, "keys" | "hard">;
type Order = { method: string; headers: Record<string, string>; body?: string };

const TRIES = 5;
const PATIENCE_MS = 5_000;
const ORDERS: Record<
  PurgeSettings["kind"],
  (keys: readonly string[], token: string, soft: boolean) => Order
> = {
  varnish: (keys, token, soft) => ({
    method: "PURGE",
    headers: { [soft ? "xkey-softpurge" : "xkey-purge"]: keys.join(" "), ...bearer(token) },
  }),
  // url: https://api.fastly.com/service/<id>/purge
  fastly: (keys, token, soft) => ({
    method: "POST",
    headers: {
      "fastly-key": token,
      "surrogate-key": keys.join(" "),
      ...(soft ? { "fastly-soft-purge": "1" } : {}),
    },
  }),
  // url: https://api.cloudflare.com/client/v4/zones/<id>/purge_cache
  cloudflare: (keys, token) => ({
    method: "POST",
    headers: { ...bearer(token), "content-type": "application/json" },
    body: JSON.stringify({ tags: keys }),
  }),
};

/** One change after another, each tried a few times; a change that the CDN never took is said in the log. */
export function purgerFor(settings: PurgeSettings | null): (change: Purged) => void {
  if (settings === null) return () => {};
  let line = Promise.resolve();
  return (change) => {
    line = line.then(() => purge(settings, change));
  };
}

async function purge(settings: PurgeSettings, { keys, hard }: Purged): Promise<void> {
  const order = ORDERS[settings.kind](keys, settings.token, hard === "soft");
  for (let tries = 1; tries <= TRIES; tries++) {
    try {
      const status = await give(settings.url, order);
      if (status < 300) return;
      throw new Error(`it answered ${status}`);
    } catch (error) {
      if (tries === TRIES)
        log().error({ keys, error }, "The CDN didn't take a change: it may show old pages.");
      else await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** tries));
    }
  }
}

function give(url: string, { method, headers, body = "" }: Order): Promise<number> {
  const ask = url.startsWith("https:") ? askSecurely : askPlainly;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const asked = ask(url, {
      method,
      signal,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
    });
    asked.on("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

function bearer(token: string): Record<string, string> {
  return token === "" ? {} : { authorization: `Bearer ${token}` };
}
