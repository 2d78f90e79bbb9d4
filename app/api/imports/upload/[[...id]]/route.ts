import { settings } from "#server/env.ts";
import { type ArchiveUploads, openArchiveUploads } from "#server/imports/uploads.ts";
import { route } from "#server/route.ts";

export const dynamic = "force-dynamic";

let uploads: ArchiveUploads | undefined;

function receive(request: Request): Promise<Response> {
  return route(request, (ctx) => {
    uploads ??= openArchiveUploads(settings().dataDir);
    return uploads.answer(request, ctx);
  });
}

export { receive as DELETE, receive as HEAD, receive as OPTIONS, receive as PATCH, receive as POST };
