import { newsSitemapPath, SITEMAP_PATH } from "../site.ts";
import { type Language, STAFF_PREFIXES } from "../vocabulary.ts";

/** Our scripts are needed to look at a page; and what begins with "/me" is "/media", readers' pictures, too. */
const NOT_NAMED: readonly string[] = ["/_next", "/me"];

/** What crawlers are asked: read everything that readers read; the newsroom's own doors are none of theirs. */
export function robots(origin: string, languages: readonly Language[]): string {
  const doors = STAFF_PREFIXES.filter((prefix) => !NOT_NAMED.includes(prefix)).map(
    (prefix) => `Disallow: ${prefix}`,
  );
  const sitemaps = [SITEMAP_PATH, ...languages.map(newsSitemapPath)].map(
    (path) => `Sitemap: ${origin}${path}`,
  );
  return ["User-agent: *", ...doors, "", ...sitemaps, ""].join("\n");
}
