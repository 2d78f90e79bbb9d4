import { languageNamed, missingPrint } from "#components/reader/prints.tsx";
import { listFeed } from "#domain/feeds/list-feed.ts";
import { RSS_TYPE, rss } from "#domain/feeds/rss.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { labelIn } from "#domain/publications/reader-records.ts";
import { feedPath, sectionPath } from "#domain/site.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string; section: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, section: slug } = await params;
  return page(request, async (press) => {
    const { edition, section, stories } = opened(await listFeed(press.db, lang, slug));
    const { settings } = edition;
    const language = languageNamed(edition, lang);
    if (language === null || section === null) return missingPrint(press, edition, lang);
    const named = (labels: typeof section.labels) => labelIn(labels, language, settings.defaultLanguage);
    const title = readerWords(language).feedTitle(named(settings.name), named(section.labels));
    const paths = { frontPath: sectionPath(language, slug), selfPath: feedPath(language, slug) };
    const body = rss({ settings, language, origin: press.origin, title, ...paths, stories });
    return {
      status: 200,
      keys: [keys.outlet(), keys.section(language, slug)],
      language,
      body,
      contentType: RSS_TYPE,
    };
  });
}
