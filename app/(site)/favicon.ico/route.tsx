import { favicon } from "#domain/feeds/favicon.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db }) => {
    const { settings } = opened(await findEdition(db));
    return { status: 200, keys: [keys.outlet()], body: favicon(settings), contentType: "image/svg+xml" };
  });
}
