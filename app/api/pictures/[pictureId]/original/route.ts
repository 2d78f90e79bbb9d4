import { findOriginal } from "#domain/pictures/find-file.ts";
import { pictureInput } from "#domain/pictures/input.ts";
import { missing } from "#domain/problem.ts";
import { settings } from "#server/env.ts";
import { attachment } from "#server/pictures/attachment.ts";
import { route } from "#server/route.ts";
import { storeOf } from "#server/storage.ts";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ pictureId: string }> };

export function GET(request: Request, { params }: Params): Promise<Response> {
  return route(request, async (ctx) => {
    const asked = pictureInput.safeParse(await params);
    if (!asked.success) throw missing("picture");
    const original = await findOriginal(ctx, asked.data);
    return attachment(await storeOf(settings()), original);
  });
}
