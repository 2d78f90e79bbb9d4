/**
 * Header hygiene for what goes to web and collab. Next trusts some request headers as if a
 * proxy of its own had set them, and server actions compare `Origin` with the forwarded host:
 * so nothing of that kind that a client sends gets through, and the front says itself who asked.
 */
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

const HOP_BY_HOP = new Set([
  "connection",
  // Answered by the front's own server as soon as the body is wanted.
  "expect",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
]);
const INWARD_ONLY = new Set([
  "forwarded",
  "via",
  "x-real-ip",
  "x-client-ip",
  "x-original-url",
  "x-rewrite-url",
  "x-original-host",
  "x-host",
  "x-http-method-override",
  "x-now-route-matches",
  "x-matched-path",
  "x-next-resume-state-length",
  "next-resume",
]);
const INWARD_ONLY_PREFIXES = [
  "x-forwarded-",
  "x-middleware-",
  "x-invoke-",
  "x-nextjs-",
  "x-next-",
  "x-vercel-",
  "x-dateline-",
];
const NOT_FOR_OUTSIDE = new Set(["x-powered-by", "server", "date"]);

/**
 * By these Next's own script says in development which request it asks about, and waits on its socket
 * for what goes with it: without them signing in stays at "Rendering…" for ever.
 */
export const DEVELOPMENT_HEADERS: readonly string[] = ["x-nextjs-request-id", "x-nextjs-html-request-id"];

/** Flat names and values for web; what a client may not say is left out. Secret and forwarded headers come after. */
export function headersForWeb(raw: readonly string[], alsoFine: readonly string[] = []): string[] {
  const listed = namedByConnection(raw);
  return filter(
    raw,
    (name) =>
      !HOP_BY_HOP.has(name) &&
      !listed.has(name) &&
      !INWARD_ONLY.has(name) &&
      (alsoFine.includes(name) || !INWARD_ONLY_PREFIXES.some((prefix) => name.startsWith(prefix))),
  );
}

/** Flat names and values of web's answer for the outside. */
export function headersForOutside(raw: readonly string[]): string[] {
  const listed = namedByConnection(raw);
  return filter(
    raw,
    (name) =>
      !HOP_BY_HOP.has(name) &&
      !listed.has(name) &&
      !NOT_FOR_OUTSIDE.has(name) &&
      !name.startsWith("x-dateline-") &&
      !name.startsWith("x-middleware-"),
  );
}

/** The only value of a header in a raw list; null when it isn't there; "twice" when it can't be told. */
export function onlyValue(raw: readonly string[], wanted: string): string | null {
  let found: string | null = null;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (raw[i]?.toLowerCase() !== wanted) continue;
    if (found !== null) return "twice";
    found = raw[i + 1] ?? "";
  }
  return found;
}

export type Asker = { address: string; host: string; proto: string };

/** Who asked, and for which host: from the socket, or from a proxy that TRUSTED_PROXIES names. */
export function askerReader(trustedProxies: readonly string[]): (req: IncomingMessage) => Asker {
  const ranges = trustedProxies.map((range) => {
    const [address = "", bits] = range.split("/");
    const parsed = ipaddr.process(address);
    return [parsed, bits === undefined ? (parsed.kind() === "ipv4" ? 32 : 128) : Number(bits)] as const;
  });
  const isTrusted = (address: string): boolean => {
    if (ranges.length === 0 || !ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return ranges.some(([range, bits]) => range.kind() === parsed.kind() && parsed.match(range, bits));
  };
  return (req) => {
    const socketAddress = plainAddress(req.socket.remoteAddress ?? "");
    const own = { address: socketAddress, host: req.headers.host ?? "", proto: "http" };
    if (!isTrusted(socketAddress)) return own;
    const hops = listIn(req.headers["x-forwarded-for"]).reverse();
    const first = hops.find((hop) => !isTrusted(hop)) ?? hops.at(-1);
    const proto = listIn(req.headers["x-forwarded-proto"]).at(-1);
    return {
      address: first !== undefined && ipaddr.isValid(first) ? plainAddress(first) : socketAddress,
      host: listIn(req.headers["x-forwarded-host"]).at(-1) ?? own.host,
      proto: proto === "https" ? "https" : "http",
    };
  };
}

export function forwardedHeaders({ address, host, proto }: Asker): string[] {
  return ["x-forwarded-for", address, "x-forwarded-host", host, "x-forwarded-proto", proto];
}

function filter(raw: readonly string[], keep: (name: string) => boolean): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? "";
    if (keep(name.toLowerCase())) kept.push(name, raw[i + 1] ?? "");
  }
  return kept;
}

/** `Connection: x` makes x hop-by-hop; `Host` and the length can't be wished away like that. */
function namedByConnection(raw: readonly string[]): Set<string> {
  const named = new Set<string>();
  for (let i = 0; i + 1 < raw.length; i += 2) {
    if (raw[i]?.toLowerCase() !== "connection") continue;
    for (const name of (raw[i + 1] ?? "").split(",")) named.add(name.trim().toLowerCase());
  }
  for (const name of ["host", "content-length", "cookie", "authorization", "origin"]) named.delete(name);
  return named;
}

function listIn(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(",") : (header ?? "");
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function plainAddress(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toString() : address;
}
