import { SITEMAP_PATH } from "../site.ts";
import { STAFF_PREFIXES } from "../vocabulary.ts";

/** What crawlers are asked: read everything that readers read; the newsroom's own doors are none of theirs. */
export function robots(origin: string): string {
  const doors = STAFF_PREFIXES.filter((prefix) => prefix !== "/_next").map((prefix) => `Disallow: ${prefix}`);
  return ["User-agent: *", ...doors, "", `Sitemap: ${origin}${SITEMAP_PATH}`, ""].join("\n");
}
