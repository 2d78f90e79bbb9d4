import { pictureInput } from "#domain/pictures/input.ts";
import { missing } from "#domain/problem.ts";
import { settings } from "#server/env.ts";
import { barePreviewOf } from "#server/pictures/preview.ts";
import { route } from "#server/route.ts";
import { storeOf } from "#server/storage.ts";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ pictureId: string }> };

/** The same for as long as there is the picture: its original is never changed. */
export function GET(request: Request, { params }: Params): Promise<Response> {
  return route(request, async (ctx) => {
    const asked = pictureInput.safeParse(await params);
    if (!asked.success) throw missing("picture");
    const tools = { store: await storeOf(settings()), maxPixels: settings().pictureMaxPixels };
    const bytes = await barePreviewOf(ctx, tools, asked.data.pictureId);
    return new Response(bytes as BodyInit, {
      headers: {
        "content-type": "image/webp",
        "content-length": String(bytes.length),
        "cache-control": "private, max-age=3600",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  });
}
