import { listSitemap, listSitemapParts, ONE_PART } from "#domain/feeds/list-sitemap.ts";
import { SITEMAP_TYPE, sitemap, sitemapIndex } from "#domain/feeds/sitemap.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db, origin }) => {
    const [edition, parts] = await Promise.all([findEdition(db), listSitemapParts(db)]);
    const where = { settings: opened(edition).settings, origin };
    const stories = parts.reduce((sum, part) => sum + part.stories, 0);
    const body =
      stories > ONE_PART ? sitemapIndex(parts, where) : sitemap(await listSitemap(db, null), where);
    return { status: 200, keys: [keys.outlet(), keys.sitemap()], body, contentType: SITEMAP_TYPE };
  });
}
