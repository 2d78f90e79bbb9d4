import { findEdition } from "#domain/publications/find-edition.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { frontPath } from "#domain/site.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db }) => {
    const { settings } = opened(await findEdition(db));
    return { status: 302, keys: [keys.outlet()], location: frontPath(settings.defaultLanguage) };
  });
}
