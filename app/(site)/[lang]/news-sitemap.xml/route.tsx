import { languageNamed, missingPrint } from "#components/reader/prints.tsx";
import { listNews } from "#domain/feeds/list-sitemap.ts";
import { newsBegins, newsEnds, newsSitemap } from "#domain/feeds/news-sitemap.ts";
import { SITEMAP_TYPE } from "#domain/feeds/sitemap.ts";
import { listKeys } from "#domain/lists/named-list.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang } = await params;
  return page(request, async (press) => {
    const { db, origin, now } = press;
    const [found, stories] = await Promise.all([findEdition(db), listNews(db, lang, newsBegins(now))]);
    const edition = opened(found);
    const language = languageNamed(edition, lang);
    if (language === null) return missingPrint(press, edition, lang);
    const oldest = stories.at(-1);
    return {
      status: 200,
      keys: listKeys(language, { kind: "language" }),
      ...(oldest && { staleAt: newsEnds(oldest) }),
      language,
      body: newsSitemap(stories, { settings: edition.settings, origin, language }),
      contentType: SITEMAP_TYPE,
    };
  });
}
