import { LatestPage } from "#components/reader/latest-page.tsx";
import { languageNamed, missingPrint, sheetOf } from "#components/reader/prints.tsx";
import { listNewest } from "#domain/lists/list-newest.ts";
import { listKeys } from "#domain/lists/named-list.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang } = await params;
  return page(request, async (press) => {
    const list = { kind: "language" } as const;
    const answer = opened(await listNewest(press.db, lang, list));
    const language = languageNamed(answer.edition, lang);
    if (language === null) return missingPrint(press, answer.edition, lang);
    const sheet = sheetOf(press, answer.edition, language);
    return {
      status: 200,
      keys: listKeys(language, list),
      language,
      element: <LatestPage sheet={sheet} answer={answer} />,
    };
  });
}
