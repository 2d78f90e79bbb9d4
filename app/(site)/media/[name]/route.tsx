import { settings } from "#server/env.ts";
import { publicFile } from "#server/pictures/public-file.ts";
import { page } from "#server/press.ts";
import { storeOf } from "#server/storage.ts";

export const dynamic = "force-dynamic";

type Params = { params: Promise<{ name: string }> };

export function GET(request: Request, { params }: Params): Promise<Response> {
  return page(request, async (press) => publicFile(press, await storeOf(settings()), (await params).name));
}
