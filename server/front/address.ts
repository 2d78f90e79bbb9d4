/** What an address on the public port is, before anybody is asked about it. */
import { numberedPath } from "#domain/redirects/old-path.ts";
import { STAFF_PREFIXES } from "#domain/vocabulary.ts";

export type Target =
  | { kind: "reader"; path: string }
  | { kind: "staff"; path: string }
  | { kind: "elsewhere"; location: string }
  | { kind: "refused"; status: 400 | 414 };

const LONGEST_PATH = 2_000;
/** What a path may hold as it stands (RFC 3986 pchar and the slash), percent-escapes aside. */
const PLAIN = /^\/[\w\-.~!$&'()*+,;=:@/]*$/;

/**
 * Readers' addresses are brought to one spelling, so that escapes can't make a second copy of a
 * page, and their query is ignored: no reader page knows one. Only the number by which WordPress
 * found a story ("/?p=123") is let through, in one spelling too. Staff addresses go as they are.
 */
export function targetOf(url: string): Target {
  const end = url.indexOf("?");
  const path = end === -1 ? url : url.slice(0, end);
  if (path.length > LONGEST_PATH) return { kind: "refused", status: 414 };
  // "*", "http://…" and "//…" name another place than a page of ours.
  if (!path.startsWith("/") || path.includes("//") || hasDots(path)) return { kind: "refused", status: 400 };
  if (isStaff(path)) return { kind: "staff", path };
  const numbered = end === -1 ? null : numberedPath(path, url.slice(end + 1, end + 1 + LONGEST_PATH));
  if (numbered !== null) return { kind: "reader", path: numbered };
  const spelled = PLAIN.test(path) ? path : respell(path);
  // An escaped spelling of a staff address is nobody's honest link.
  if (spelled === null || hasDots(spelled) || isStaff(spelled)) return { kind: "refused", status: 400 };
  if (spelled.length > 1 && spelled.endsWith("/"))
    return { kind: "elsewhere", location: spelled.slice(0, -1) };
  return { kind: "reader", path: spelled };
}

export function isStaff(path: string): boolean {
  return STAFF_PREFIXES.some((prefix) => path.startsWith(prefix) && isBoundary(path[prefix.length]));
}

function isBoundary(next: string | undefined): boolean {
  return next === undefined || next === "/";
}

function hasDots(path: string): boolean {
  return path.includes("/.") && /\/\.{1,2}(\/|$)/.test(path);
}

function respell(path: string): string | null {
  try {
    const segments = path.split("/").map((segment) => decodeURIComponent(segment));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (segments.some((segment) => /[/\\\u0000-\u001f\u007f]/.test(segment))) return null;
    return segments
      .map((segment) => encodeURIComponent(segment).replace(/%(40|3A|24|26|2B|2C|3B|3D)/g, plain))
      .join("/");
  } catch {
    return null;
  }
}

function plain(escaped: string): string {
  return decodeURIComponent(escaped);
}
