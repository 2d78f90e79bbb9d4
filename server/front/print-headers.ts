/** Between the press and the reader: what is read from an answer's headers, and what of them goes out. */
import type { IncomingHttpHeaders } from "node:http";

/** Everything else that web says (cookies, its own name, connection, timing) stays inside. */
const PASSED_ON = [
  "content-type",
  "content-language",
  "cache-control",
  "content-disposition",
  "content-security-policy",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "x-frame-options",
  "x-robots-tag",
  "access-control-allow-origin",
  "link",
  "location",
  "retry-after",
];

/** For pages whose print forgot them. */
const UNLESS_SAID = [
  ["x-content-type-options", "nosniff"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["x-frame-options", "SAMEORIGIN"],
] as const;

export type HeadersFor = (headers: IncomingHttpHeaders, keys: readonly string[]) => string[];

/**
 * With a CDN that is told what to drop, `Surrogate-Control` lets it keep pages for a day while
 * browsers still ask each time; without one nobody may keep what nobody could take back.
 */
export function headersForReaders(withCdn: boolean): HeadersFor {
  return (headers, keys) => {
    const out: string[] = [];
    for (const name of PASSED_ON) {
      const value = headers[name];
      if (typeof value === "string") out.push(name, value);
    }
    for (const [name, value] of UNLESS_SAID) if (!out.includes(name)) out.push(name, value);
    if (headers["cache-control"] === undefined) out.push("cache-control", "no-store");
    if (keys.length > 0) out.push("surrogate-key", keys.join(" "));
    if (keys.length > 0 && withCdn) out.push("surrogate-control", "max-age=86400");
    return out;
  };
}

export function keysIn(headers: IncomingHttpHeaders): string[] {
  const keys = headers["x-dateline-keys"];
  return typeof keys === "string" ? keys.split(" ").filter((key) => key !== "") : [];
}

/** Milliseconds of the epoch. An instant that can't be read means at once: better printed too often. */
export function staleAtIn(headers: IncomingHttpHeaders): number {
  const instant = headers["x-dateline-stale-at"];
  if (typeof instant !== "string") return Number.POSITIVE_INFINITY;
  const at = Date.parse(instant);
  return Number.isNaN(at) ? 0 : at;
}
