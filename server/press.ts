import "server-only";
import type { Database } from "#db/client.ts";
import type { Brand } from "#db/shapes.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { Problem } from "#domain/problem.ts";
import { findRedirect } from "#domain/publications/find-redirect.ts";
import { keys } from "#domain/publications/keys.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { dressOf } from "./dress.ts";
import { readSettings } from "./env.ts";
import { type Islands, islands } from "./islands.ts";
import { log } from "./log.ts";
import { readerDatabase } from "./pools.ts";
import { answerWith, type Print, pagePolicy, type Stylesheet } from "./print.ts";

/** What a route needs to print a page. The database is the reader's: it can't see a draft. */
export type Press = {
  db: Database;
  /** Origin that readers type: canonical addresses, feeds and sitemaps are made with it. */
  origin: string;
  /** What stands before `/media/{name}` in a picture's address: nothing, or the origin of MEDIA_URL. */
  mediaUrl: string;
  now: Date;
  /** What the page wears; its policy then allows that and nothing else. */
  dress: (language: Language, brand?: Brand) => { css: string; preload: readonly string[] };
  /** Addresses of the scripts that a page may have. */
  islands: Islands;
};

/**
 * Prints a reader page: no session is read, no cookie, no query; the same address gives the same
 * page to everybody. What goes wrong is printed too, and never kept.
 */
export async function page(request: Request, print: (press: Press) => Promise<Print>): Promise<Response> {
  try {
    const { origin, mediaUrl } = addresses();
    let worn: Stylesheet | undefined;
    const dress: Press["dress"] = (language, brand) => (worn = dressOf(language, brand));
    const now = new Date();
    const press = { db: readerDatabase(), origin, mediaUrl, now, dress, islands: islands() };
    const printed = await whereItStands(request, press, await print(press));
    return await answerWith(printed, (language) => worn ?? dressOf(language), mediaUrl);
  } catch (error) {
    return apology(new URL(request.url).pathname, error);
  }
}

/** Before an address is said to be nothing: did it lead somewhere once? It may yet, either way. */
async function whereItStands(request: Request, { db }: Press, print: Print): Promise<Print> {
  if (print.status !== 404) return print;
  const redirect = await findRedirect(db, new URL(request.url).pathname);
  if (redirect === null) return { ...print, keys: [...print.keys, keys.redirects()] };
  const { location } = redirect;
  return { status: 301, keys: [...print.keys, ...redirect.keys], location };
}

let known: Pick<Press, "origin" | "mediaUrl"> | undefined;

function addresses(): Pick<Press, "origin" | "mediaUrl"> {
  if (known === undefined) {
    const { baseUrl, mediaUrl } = readSettings(process.env);
    known = { origin: baseUrl, mediaUrl: mediaUrl ?? "" };
  }
  return known;
}

/**
 * 503 with a few plain words, made without the database: it may be what is missing. Without
 * keys the front doesn't keep it, and shows the copy that it has instead.
 */
function apology(path: string, error: unknown): Response {
  if (!(error instanceof Problem)) log().error({ err: error, path }, "a reader page could not be printed");
  const language =
    Object.keys(LANGUAGES).find((code): code is Language => path.split("/")[1] === code) ?? "en";
  const { heading, lines } = readerWords(language).unavailable;
  const { css, hash } = dressOf(language);
  const html =
    `<!doctype html><html lang="${language}" dir="${LANGUAGES[language].direction}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${heading}</title><style>${css}</style></head>` +
    `<body><main class="wrap"><div class="lost"><h1>${heading}</h1>${lines.map((line) => `<p>${line}</p>`).join("")}</div></main></body></html>`;
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "content-security-policy": pagePolicy(hash),
      "cache-control": "no-store",
      "retry-after": "10",
    },
  });
}
