import { robots } from "#domain/feeds/robots.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db, origin }) => ({
    status: 200,
    keys: [keys.outlet()],
    body: robots(origin, opened(await findEdition(db)).settings.languages),
    contentType: "text/plain; charset=utf-8",
  }));
}
