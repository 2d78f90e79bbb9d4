import { missingPrint } from "#components/reader/prints.tsx";
import { listSitemap } from "#domain/feeds/list-sitemap.ts";
import { SITEMAP_TYPE, sitemap, sitemapPartIn } from "#domain/feeds/sitemap.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ part: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { part: segment } = await params;
  return page(request, async (press) => {
    const edition = opened(await findEdition(press.db));
    const part = sitemapPartIn(segment);
    const lines = part === null ? [] : await listSitemap(press.db, part);
    if (lines.length === 0) return missingPrint(press, edition, undefined, [keys.sitemap()]);
    const body = sitemap(lines, { settings: edition.settings, origin: press.origin });
    return { status: 200, keys: [keys.outlet(), keys.sitemap()], body, contentType: SITEMAP_TYPE };
  });
}
