/** A printed page as the front keeps it, and the exact headers that go out with each of its encodings. */
import { createHash } from "node:crypto";

export type Encoding = "br" | "gzip" | "identity";

/** One encoding of a page, ready to write: `head` is Node's flat list of names and values. */
export type Variant = { readonly head: string[]; readonly body: Buffer };

/** A soft change has touched it; its own hour has passed; another build printed it. */
export type Outdated = "change" | "clock" | "build";

export type Page = {
  readonly path: string;
  readonly status: number;
  /** What the page was made from; a change that names one of them makes it old or drops it. */
  readonly keys: readonly string[];
  /** What the press said, cleaned; without length, encoding and etag. */
  readonly headers: readonly string[];
  readonly etag: string;
  /** Milliseconds of the epoch after which the page is old by itself; Infinity when it isn't clock-bound. */
  readonly staleAt: number;
  /** Bytes before compression. */
  readonly size: number;
  /** What is in memory. Empty: only the disk has the body. */
  variants: { [encoding in Encoding]?: Variant };
  /** Compressed as hard as it gets. */
  best: boolean;
  /** Why it may go out only until its new print is there; null while it is fresh. */
  old: Outdated | null;
  /** Dropped, or overtaken by a newer print: whoever still holds it may not send it. */
  over: boolean;
  usedAt: number;
  /** Bytes of `variants` that the edition has counted. */
  weight: number;
  file: { readonly name: string; readonly encoding: Encoding; readonly bytes: number } | null;
};

export type Printed = Pick<Page, "path" | "status" | "keys" | "headers" | "staleAt"> & { body: Buffer };

/** Pictures: compressed as they are, each under an address that is its content's hash. */
export function isMedia({ path }: Pick<Page, "path">): boolean {
  return path.startsWith("/media/");
}

/** Weak, because one tag stands for every encoding of the same words. */
export function etagOf(status: number, headers: readonly string[], body: Buffer): string {
  const hash = createHash("sha1")
    .update(`${status}\n${headers.join("\n")}\n`)
    .update(body);
  return `W/"${hash.digest("base64url").slice(0, 20)}"`;
}

export function pageOf(printed: Printed): Page {
  const { body, ...rest } = printed;
  return {
    ...rest,
    etag: etagOf(printed.status, printed.headers, body),
    size: body.length,
    variants: {},
    best: false,
    old: null,
    over: false,
    usedAt: 0,
    weight: 0,
    file: null,
  };
}

export function variantOf(page: Page, encoding: Encoding, body: Buffer): Variant {
  const head = [...page.headers, "etag", page.etag, "vary", "Accept-Encoding"];
  if (encoding !== "identity") head.push("content-encoding", encoding);
  head.push("content-length", String(body.length));
  return { head, body };
}

export function bytesInMemory({ variants: { br, gzip, identity } }: Page): number {
  // A small page has one body under three names.
  if (identity && identity === br) return identity.body.length;
  return (br?.body.length ?? 0) + (gzip?.body.length ?? 0) + (identity?.body.length ?? 0);
}

const BROTLI = /(?:^|[, ])br(?:[,; ]|$)/i;
const GZIP = /(?:^|[, ])gzip(?:[,; ]|$)/i;

/** What the reader's program takes, best first. `q=0` means no; a header that we can't read means identity. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  if (!accepted.includes("q=")) {
    if (BROTLI.test(accepted)) return "br";
    return GZIP.test(accepted) ? "gzip" : "identity";
  }
  const taken = new Set<string>();
  for (const part of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((word) => word.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) taken.add(name);
  }
  if (taken.has("br")) return "br";
  return taken.has("gzip") ? "gzip" : "identity";
}

/** Weak comparison, as If-None-Match asks for (RFC 9110, 13.1.2). */
export function matchesTag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  const bare = etag.replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === bare);
}
