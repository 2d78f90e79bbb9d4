import { isCropName } from "#domain/pictures/find-file.ts";
import { pictureInput } from "#domain/pictures/input.ts";
import { missing } from "#domain/problem.ts";
import { settings } from "#server/env.ts";
import { previewOf } from "#server/pictures/preview.ts";
import { route } from "#server/route.ts";
import { storeOf } from "#server/storage.ts";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ pictureId: string; crop: string; width: string }> };

export function GET(request: Request, { params }: Params): Promise<Response> {
  return route(request, async (ctx) => {
    const { pictureId, crop, width } = await params;
    const known = pictureInput.safeParse({ pictureId }).success && /^\d{1,4}$/.test(width);
    if (!known || !isCropName(crop)) throw missing("picture");
    const tools = { store: await storeOf(settings()), maxPixels: settings().pictureMaxPixels };
    const look = await previewOf(ctx, tools, { pictureId, crop, width: Number(width) });
    // An address names an edition; another edition has another address.
    const asked = new URL(request.url).searchParams.get("edition");
    const isKept = look.isFinal && asked === String(look.edition);
    return new Response(look.bytes as BodyInit, {
      headers: {
        "content-type": "image/webp",
        "content-length": String(look.bytes.length),
        "cache-control": isKept ? "private, max-age=86400, immutable" : "private, no-cache",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  });
}
