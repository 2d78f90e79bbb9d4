import { listSitemapMonths } from "#domain/feeds/list-sitemap.ts";
import { SITEMAP_TYPE, sitemapIndex } from "#domain/feeds/sitemap.ts";
import { keys } from "#domain/publications/keys.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db, origin }) => ({
    status: 200,
    keys: [keys.outlet(), keys.sitemap()],
    body: sitemapIndex(await listSitemapMonths(db), { origin }),
    contentType: SITEMAP_TYPE,
  }));
}
