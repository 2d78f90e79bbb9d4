import { iconOf } from "#domain/brand/icon.ts";
import { favicon } from "#domain/feeds/favicon.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { iconPrint } from "#server/icons.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

const SIZE = 64;

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db }) => {
    const edition = opened(await findEdition(db));
    const icon = iconOf(edition);
    if (icon.kind === "picture") return iconPrint(edition, SIZE);
    return { status: 200, keys: [keys.outlet()], body: favicon(icon), contentType: "image/svg+xml" };
  });
}
