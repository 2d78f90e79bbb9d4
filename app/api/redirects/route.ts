import { keepFile } from "#domain/redirects/keep-file.ts";
import { exportRedirects } from "#domain/redirects/list.ts";
import { settings } from "#server/env.ts";
import { csvAnswer, textOf } from "#server/redirect-files.ts";
import { route } from "#server/route.ts";
import { settle } from "#server/settle.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return route(request, (ctx) => csvAnswer(exportRedirects(ctx), "redirects.csv"));
}

/** A file of two columns: too long for a form, so it comes as it is. */
export function POST(request: Request): Promise<Response> {
  return route(request, async (ctx) => {
    const fileName = new URL(request.url).searchParams.get("name") ?? "";
    const kept = await keepFile(ctx, { text: await textOf(request), fileName, origin: settings().baseUrl });
    if (kept.changeSeq !== undefined) await settle(kept.changeSeq);
    return Response.json(kept);
  });
}
