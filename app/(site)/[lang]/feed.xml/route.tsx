import { languageNamed, missingPrint } from "#components/reader/prints.tsx";
import { listFeed } from "#domain/feeds/list-feed.ts";
import { RSS_TYPE, rss } from "#domain/feeds/rss.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { labelIn } from "#domain/publications/reader-records.ts";
import { feedPath, frontPath } from "#domain/site.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang } = await params;
  return page(request, async (press) => {
    const { edition, stories } = opened(await listFeed(press.db, lang, null));
    const { settings } = edition;
    const language = languageNamed(edition, lang);
    if (language === null) return missingPrint(press, edition, lang);
    const title = labelIn(settings.name, language, settings.defaultLanguage);
    const paths = { frontPath: frontPath(language), selfPath: feedPath(language) };
    const body = rss({ settings, language, origin: press.origin, title, ...paths, stories });
    return {
      status: 200,
      keys: [keys.outlet(), keys.language(language)],
      language,
      body,
      contentType: RSS_TYPE,
    };
  });
}
