import { feedPrint } from "#components/reader/feed-print.ts";
import { missingPrint } from "#components/reader/prints.tsx";
import { listFeed } from "#domain/feeds/list-feed.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { opened } from "#domain/publications/opened.ts";
import { feedFormatIn } from "#domain/site.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string; slug: string; feed: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, slug, feed } = await params;
  return page(request, async (press) => {
    const format = feedFormatIn(feed);
    if (format === null) return missingPrint(press, opened(await findEdition(press.db)), lang);
    const list = { kind: "byline", slug } as const;
    const answer = opened(await listFeed(press.db, lang, list));
    return feedPrint(press, { lang, list, format, answer });
  });
}
