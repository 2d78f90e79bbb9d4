import { findEdition } from "#domain/publications/find-edition.ts";
import { findRedirect } from "#domain/publications/find-redirect.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { numberedPath } from "#domain/redirects/old-path.ts";
import { frontPath } from "#domain/site.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db }) => {
    const { pathname, search } = new URL(request.url);
    const numbered = numberedPath(pathname, search.slice(1));
    const led = numbered && (await findRedirect(db, numbered));
    if (led) return { status: 301, ...led };
    const { settings } = opened(await findEdition(db));
    const found = numbered ? [keys.outlet(), keys.redirects()] : [keys.outlet()];
    return { status: 302, keys: found, location: frontPath(settings.defaultLanguage) };
  });
}
