import { ICON_SIZES } from "#domain/brand/icon.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { opened } from "#domain/publications/opened.ts";
import { iconPrint } from "#server/icons.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ db }) => iconPrint(opened(await findEdition(db)), ICON_SIZES.touch));
}
