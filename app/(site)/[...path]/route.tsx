import { missingPrint } from "#components/reader/prints.tsx";
import { findEdition } from "#domain/publications/find-edition.ts";
import { opened } from "#domain/publications/opened.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ path: string[] }> };

/** Every address that is nothing else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { path } = await params;
  return page(request, async (press) => missingPrint(press, opened(await findEdition(press.db)), path[0]));
}
