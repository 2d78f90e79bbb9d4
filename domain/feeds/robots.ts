import { SITEMAP_PATH } from "../site.ts";
import { STAFF_PREFIXES } from "../vocabulary.ts";

/** Our scripts are needed to look at a page; and what begins with "/me" is "/media", readers' pictures, too. */
const NOT_NAMED: readonly string[] = ["/_next", "/me"];

/** What crawlers are asked: read everything that readers read; the newsroom's own doors are none of theirs. */
export function robots(origin: string): string {
  const doors = STAFF_PREFIXES.filter((prefix) => !NOT_NAMED.includes(prefix)).map(
    (prefix) => `Disallow: ${prefix}`,
  );
  return ["User-agent: *", ...doors, "", `Sitemap: ${origin}${SITEMAP_PATH}`, ""].join("\n");
}
