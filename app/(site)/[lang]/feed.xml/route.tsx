import { feedPrint } from "#components/reader/feed-print.ts";
import { listFeed } from "#domain/feeds/list-feed.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang } = await params;
  return page(request, async (press) => {
    const list = { kind: "language" } as const;
    const answer = opened(await listFeed(press.db, lang, list));
    return feedPrint(press, { lang, list, format: "rss", answer });
  });
}
