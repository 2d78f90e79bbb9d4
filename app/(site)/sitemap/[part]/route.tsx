import { missingPrint } from "#components/reader/prints.tsx";
import { listsSitemapPrint, storySitemapPrint } from "#components/reader/sitemap-prints.ts";
import { listSitemap, listWordsWithStories } from "#domain/feeds/list-sitemap.ts";
import { sitemapPartIn } from "#domain/feeds/sitemap.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ part: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { part: file } = await params;
  return page(request, async (press) => {
    const edition = opened(await findEdition(press.db));
    const part = sitemapPartIn(file);
    if (part === null) return missingPrint(press, edition, undefined);
    if (part === "lists") return listsSitemapPrint(press, edition, await listWordsWithStories(press.db));
    const stories = await listSitemap(press.db, part.language, part.month);
    return storySitemapPrint(press, edition, { ...part, stories });
  });
}
