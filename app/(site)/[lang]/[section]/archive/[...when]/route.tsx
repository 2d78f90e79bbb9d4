import { monthPrint } from "#components/reader/list-prints.tsx";
import { missingPrint } from "#components/reader/prints.tsx";
import { listMonth, monthIn } from "#domain/lists/list-month.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string; section: string; when: string[] }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, section: slug, when } = await params;
  return page(request, async (press) => {
    const which = monthIn(when);
    if (which === null) return missingPrint(press, opened(await findEdition(press.db)), lang);
    const list = { kind: "section", slug } as const;
    const answer = opened(await listMonth(press.db, lang, list, which));
    return monthPrint(press, { lang, list, answer, which });
  });
}
