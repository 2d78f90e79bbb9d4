import { missingPrint, withdrawnPrint } from "#components/reader/prints.tsx";
import { findEdition } from "#domain/publications/find-edition.ts";
import { findStoryPage } from "#domain/publications/find-story-page.ts";
import { keys } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { addressOf } from "#domain/publications/reader-records.ts";
import { shortNumberIn, storyPath } from "#domain/site.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ number: string }> };

/** A story's short address leads to where the story stands today. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { number: segment } = await params;
  return page(request, async (press) => {
    const number = shortNumberIn(segment);
    if (number === null) return missingPrint(press, opened(await findEdition(press.db)), undefined);
    const { edition, story, withdrawn } = opened(await findStoryPage(press.db, number));
    if (withdrawn) return withdrawnPrint(press, edition, withdrawn);
    if (story === null) return missingPrint(press, edition, undefined, [keys.story(number)]);
    return { status: 301, keys: [keys.outlet(), keys.story(number)], location: storyPath(addressOf(story)) };
  });
}
