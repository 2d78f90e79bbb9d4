import { FrontPage } from "#components/reader/front-page.tsx";
import { languageNamed, missingPrint, sheetOf } from "#components/reader/prints.tsx";
import { sitePagePrint } from "#components/reader/site-page-print.tsx";
import { arrangeFront } from "#domain/fronts/arrange.ts";
import { listSectionFront } from "#domain/fronts/list-front.ts";
import { nextMidnight } from "#domain/fronts/next-midnight.ts";
import { findSitePage } from "#domain/publications/find-site-page.ts";
import { keys, picturesOfFront } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string; section: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, section: slug } = await params;
  return page(request, async (press) => {
    const answer = opened(await listSectionFront(press.db, lang, slug));
    const { edition, section, languages, months } = answer;
    const language = languageNamed(edition, lang);
    if (language === null) return missingPrint(press, edition, lang);
    if (section === null) {
      const stands = opened(await findSitePage(press.db, { language, slug }));
      return sitePagePrint(press, stands, { language, slug });
    }
    const sheet = sheetOf(press, edition, language);
    return {
      status: 200,
      keys: [keys.outlet(), keys.section(language, slug), ...picturesOfFront(answer)],
      staleAt: nextMidnight(press.now, edition.settings.timeZone),
      language,
      element: <FrontPage {...{ sheet, section, languages, months }} front={arrangeFront(answer)} />,
    };
  });
}
