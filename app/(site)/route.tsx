import { findEdition } from "#domain/publications/find-edition.ts";
import { findRedirect } from "#domain/publications/find-redirect.ts";
import { keys } from "#domain/publications/keys.ts";
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
    const edition = await findEdition(db);
    // Whoever has just installed it looks here first: the door says where its key is.
    if (edition === null) return { status: 302, keys: [keys.outlet()], location: "/welcome" };
    const found = numbered ? [keys.outlet(), keys.redirects()] : [keys.outlet()];
    return { status: 302, keys: found, location: frontPath(edition.settings.defaultLanguage) };
  });
}
