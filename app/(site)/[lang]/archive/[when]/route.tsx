import { archiveDayPrint, archiveMonthPrint } from "#components/reader/archive-prints.tsx";
import { missingPrint } from "#components/reader/prints.tsx";
import { archiveDateIn, listArchive, listDay } from "#domain/lists/list-archive.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string; when: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, when } = await params;
  return page(request, async (press) => {
    const asked = archiveDateIn(when);
    if (asked === null) return missingPrint(press, opened(await findEdition(press.db)), lang);
    return asked.kind === "day"
      ? archiveDayPrint(press, { lang, day: when, answer: opened(await listDay(press.db, lang, when)) })
      : archiveMonthPrint(press, {
          lang,
          month: when,
          answer: opened(await listArchive(press.db, lang, when)),
        });
  });
}
