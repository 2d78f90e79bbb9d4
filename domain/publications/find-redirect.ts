import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerRedirects } from "#db/reader.ts";
import { oldPath } from "../redirects/old-path.ts";
import { feedOf, frontPath, storyPath } from "../site.ts";
import { findEdition } from "./find-edition.ts";
import { keys } from "./keys.ts";
import { prepareOnce } from "./prepare-once.ts";

/** Where an address leads today, and by which changes that may become untrue. */
export type Redirect = { location: string; keys: string[] };

/** Other sites' addresses ended in a slash; ours never do, and the front has taken it off. */
const redirects = prepareOnce((db) => {
  const path = sql`${sql.placeholder("path")}::text`;
  return db
    .select()
    .from(readerRedirects)
    .where(sql`${readerRedirects.fromPath} in (${path}, ${path} || '/')`)
    .orderBy(sql`${readerRedirects.fromPath} <> ${path}`)
    .limit(2)
    .prepare("reader_redirect");
});

/**
 * Where an address at which nothing stands once led: an address of the outlet's earlier site, with
 * what other systems hang on it, or a topic or byline by an earlier name, whose archive and feeds
 * come along. `path` is as it came, percent-encoded. Null: nowhere, as far as anybody has written down.
 */
export async function findRedirect(db: Database, path: string): Promise<Redirect | null> {
  const plain = oldPath(path);
  const whole = await lookUp(db, plain);
  if (whole !== null) return whole;
  const [word, rest] = withoutItsPages(plain);
  const found = rest === "" ? null : await lookUp(db, word);
  if (found) return { ...found, location: found.location + rest };
  return (await withoutItsHanger(db, plain)) ?? (await feedOfTheWhole(db, plain));
}

/** A story's AMP page, its comments and their feed, its parts: all of them are the story here. */
const HANGER =
  /^(\/.+?)\/(?:amp|embed|trackback|print|comment-page-\d+|page\/\d+|(feed|rss)(?:\/(?:atom|rdf|rss2?))?)$/;
const LISTS = /^\/(?:category|tag|author)\//;

async function withoutItsHanger(db: Database, path: string): Promise<Redirect | null> {
  const [, trunk, isFeed] = HANGER.exec(path) ?? [];
  const found = trunk === undefined ? null : await lookUp(db, trunk);
  if (found === null || trunk === undefined) return null;
  // Programs come for it for years after a move.
  const isListsFeed = isFeed !== undefined && LISTS.test(trunk);
  return isListsFeed ? { ...found, location: feedOf(found.location, "rss") } : found;
}

/** Where WordPress, Ghost and others have the feed of everything; whoever follows it goes on following it. */
const WHOLE_FEED = /^\/(?:feed(?:\/(?:rdf|rss2?))?|rss2?|(?:feed|rss|index)\.xml)$/;
const WHOLE_ATOM = /^\/(?:feed\/atom|atom(?:\.xml)?)$/;

async function feedOfTheWhole(db: Database, path: string): Promise<Redirect | null> {
  const format = WHOLE_FEED.test(path) ? "rss" : WHOLE_ATOM.test(path) ? "atom" : null;
  const edition = format && (await findEdition(db));
  if (!format || !edition) return null;
  const location = feedOf(frontPath(edition.settings.defaultLanguage), format);
  return { location, keys: [keys.redirects(), keys.outlet()] };
}

async function lookUp(db: Database, path: string): Promise<Redirect | null> {
  for (const row of await redirects(db).execute({ path })) {
    const { toPath, storyNumber, language, sectionSlug, slug } = row;
    if (toPath !== null && toPath !== path) return { location: encoded(toPath), keys: [keys.redirects()] };
    if (storyNumber === null || language === null || sectionSlug === null) continue;
    const location = storyPath({ language, sectionSlug, number: storyNumber, slug: slug ?? "" });
    return { location, keys: [keys.redirects(), keys.story(storyNumber)] };
  }
  return null;
}

/** "/en/topic/water/feed.xml" is the feed of "/en/topic/water". */
function withoutItsPages(path: string): [string, string] {
  const match = /^(\/[^/]+\/(?:topic|by)\/[^/]+)(\/.+)$/.exec(path);
  return match ? [match[1] ?? path, match[2] ?? ""] : [path, ""];
}

/** As an address travels: an administrator may have typed letters that a header can't carry. */
function encoded(path: string): string {
  return encodeURI(path).replaceAll("%25", "%");
}
