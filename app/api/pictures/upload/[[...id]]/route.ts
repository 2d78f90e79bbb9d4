import { settings } from "#server/env.ts";
import { openUploads, type Uploads } from "#server/pictures/uploads.ts";
import { route } from "#server/route.ts";
import { storeOf } from "#server/storage.ts";

export const dynamic = "force-dynamic";

let uploads: Promise<Uploads> | undefined;

function receive(request: Request): Promise<Response> {
  return route(request, async (ctx) => {
    uploads ??= storeOf(settings()).then((store) => openUploads(settings(), store));
    return (await uploads).answer(request, ctx);
  });
}

export { receive as DELETE, receive as HEAD, receive as OPTIONS, receive as PATCH, receive as POST };
