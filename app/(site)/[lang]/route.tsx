import { FrontPage } from "#components/reader/front-page.tsx";
import { languageNamed, missingPrint, sheetOf } from "#components/reader/prints.tsx";
import { arrangeFront } from "#domain/fronts/arrange.ts";
import { listLanguageFront } from "#domain/fronts/list-front.ts";
import { nextMidnight } from "#domain/fronts/next-midnight.ts";
import { keys, picturesOfFront } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang } = await params;
  return page(request, async (press) => {
    const answer = opened(await listLanguageFront(press.db, lang));
    const language = languageNamed(answer.edition, lang);
    if (language === null) return missingPrint(press, answer.edition, lang);
    const sheet = sheetOf(press, answer.edition, language);
    return {
      status: 200,
      keys: [keys.outlet(), keys.language(language), ...picturesOfFront(answer)],
      staleAt: nextMidnight(press.now, answer.edition.settings.timeZone),
      language,
      element: <FrontPage {...{ sheet, ...answer }} front={arrangeFront(answer)} section={null} />,
    };
  });
}
