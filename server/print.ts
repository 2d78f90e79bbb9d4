/**
 * From what a route wants printed to the answer that the front keeps. Nothing here knows a
 * route or a database; what it promises the front is in docs/architecture.md, "Between front
 * and press".
 */
import type { ReactElement } from "react";
import type { Language } from "#domain/vocabulary.ts";

/** A printed page, a printed file (feed, sitemap), or the way to another address. */
export type Print = {
  /** By which changes this answer is dropped (domain/publications/keys.ts). */
  keys: readonly string[];
  /** When the answer goes stale by the clock alone. */
  staleAt?: Date;
} & (
  | { status: 200 | 404 | 410; language: Language; element: ReactElement; runs?: "islands" }
  | {
      status: 200 | 404;
      language?: Language;
      body: string | Buffer;
      contentType: string;
      keep?: BrowserKeeps;
    }
  | { status: 301 | 302; location: string }
);

/**
 * For a file whose name is its content's hash: a browser that has it never asks again. Not a
 * shared cache, where nobody could take it back; a CDN that is told what to drop has its own header.
 */
type BrowserKeeps = "for-ever";
const KEPT_FOR_EVER = "private, max-age=31536000, immutable";

/** A stylesheet as the build left it: its text, and its hash for the page's policy. */
export type Stylesheet = { css: string; hash: string; preload: readonly string[] };

/** The answer to a reader. `styleOf` says which stylesheet a language's pages have inlined. */
export async function answerWith(
  print: Print,
  styleOf: (language: Language) => Stylesheet,
  mediaUrl = "",
): Promise<Response> {
  const headers = new Headers({
    "cache-control": "public, max-age=0, must-revalidate",
    "x-dateline-keys": print.keys.join(" "),
    "x-content-type-options": "nosniff",
  });
  if (print.staleAt !== undefined) headers.set("x-dateline-stale-at", print.staleAt.toISOString());
  if ("location" in print) {
    headers.set("location", print.location);
    return new Response(null, { status: print.status, headers });
  }
  if (print.language !== undefined) headers.set("content-language", print.language);
  if ("body" in print) {
    headers.set("content-type", print.contentType);
    headers.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    if (print.keep === "for-ever") headers.set("cache-control", KEPT_FOR_EVER);
    return new Response(print.body as BodyInit, { status: print.status, headers });
  }
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set(
    "content-security-policy",
    pagePolicy(styleOf(print.language).hash, mediaUrl, print.runs ?? "nothing"),
  );
  headers.set("referrer-policy", "strict-origin-when-cross-origin");
  return new Response(await htmlOf(print.element), { status: print.status, headers });
}

/**
 * Nothing runs on a reader page, or the few files of components/reader/islands/ alone where a page
 * has one; and nothing comes from elsewhere, pictures of MEDIA_URL aside.
 */
export function pagePolicy(
  styleHash: string,
  mediaUrl = "",
  runs: "islands" | "nothing" = "nothing",
): string {
  return [
    "default-src 'none'",
    ...(runs === "islands" ? ["script-src 'self'"] : []),
    `style-src '${styleHash}'`,
    "font-src 'self'",
    `img-src 'self' data:${mediaUrl === "" ? "" : ` ${new URL(mediaUrl).origin}`}`,
    // Counting shares; and tools that look a page over fetch robots.txt from inside it.
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** A page as its whole text. */
export async function htmlOf(element: ReactElement): Promise<string> {
  // Next refuses a static import of react-dom/server where routes are compiled.
  const { renderToStaticMarkup } = await import("react-dom/server");
  return `<!doctype html>${renderToStaticMarkup(element)}`;
}
