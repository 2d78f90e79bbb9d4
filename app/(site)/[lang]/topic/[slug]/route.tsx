import { wordPrint } from "#components/reader/list-prints.tsx";
import { nextMidnight } from "#domain/fronts/next-midnight.ts";
import { listNewest } from "#domain/lists/list-newest.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string; slug: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, slug } = await params;
  return page(request, async (press) => {
    const list = { kind: "topic", slug } as const;
    const answer = opened(await listNewest(press.db, lang, list));
    const staleAt = nextMidnight(press.now, answer.edition.settings.timeZone);
    return wordPrint(press, { lang, list, answer, staleAt });
  });
}
