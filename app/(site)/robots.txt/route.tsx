import { robots } from "#domain/feeds/robots.ts";
import { keys } from "#domain/publications/keys.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return page(request, async ({ origin }) => ({
    status: 200,
    keys: [keys.outlet()],
    body: robots(origin),
    contentType: "text/plain; charset=utf-8",
  }));
}
