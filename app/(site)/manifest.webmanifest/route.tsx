import { MANIFEST_TYPE, manifest } from "#domain/feeds/manifest.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db }) => {
    const edition = opened(await findEdition(db));
    return { status: 200, keys: [keys.outlet()], body: manifest(edition), contentType: MANIFEST_TYPE };
  });
}
