import { ArchivePage } from "#components/reader/archive-page.tsx";
import { languageNamed, missingPrint, sheetOf } from "#components/reader/prints.tsx";
import { nextMidnight } from "#domain/fronts/next-midnight.ts";
import { listArchive } from "#domain/lists/list-archive.ts";
import { listKeys } from "#domain/lists/named-list.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { opened } from "#domain/publications/opened.ts";
import { localDay } from "#domain/time.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string }> };

/** The archive opens at the month that the newsroom is in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang } = await params;
  return page(request, async (press) => {
    const { settings } = opened(await findEdition(press.db));
    const month = localDay(press.now, settings.timeZone).slice(0, 7);
    const answer = opened(await listArchive(press.db, lang, month));
    const language = languageNamed(answer.edition, lang);
    if (language === null) return missingPrint(press, answer.edition, lang);
    const sheet = sheetOf(press, answer.edition, language);
    return {
      status: 200,
      keys: listKeys(language, { kind: "language" }),
      staleAt: nextMidnight(press.now, settings.timeZone),
      language,
      element: <ArchivePage {...{ sheet, month, answer }} at="home" />,
    };
  });
}
