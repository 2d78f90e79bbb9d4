import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerRedirects } from "#db/reader.ts";
import { oldPath } from "../redirects/old-path.ts";
import { storyPath } from "../site.ts";
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
 * Where an address at which nothing stands once led: an address of the outlet's earlier site, or
 * a topic or byline by an earlier name, whose archive and feeds come along. `path` is as it came,
 * percent-encoded. Null: nowhere, as far as anybody has written down.
 */
export async function findRedirect(db: Database, path: string): Promise<Redirect | null> {
  const plain = oldPath(path);
  const whole = await lookUp(db, plain);
  if (whole !== null) return whole;
  const [word, rest] = withoutItsPages(plain);
  const found = rest === "" ? null : await lookUp(db, word);
  return found && { ...found, location: found.location + rest };
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
