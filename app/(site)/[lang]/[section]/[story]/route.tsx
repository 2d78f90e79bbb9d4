import { missingPrint, sheetOf, withdrawnPrint } from "#components/reader/prints.tsx";
import { StoryPage } from "#components/reader/story-page.tsx";
import { relatedUntil } from "#domain/publications/beside.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { findStoryPage } from "#domain/publications/find-story-page.ts";
import { keys, keysOfStoryPage } from "#domain/publications/keys.ts";
import { opened } from "#domain/publications/opened.ts";
import { addressOf } from "#domain/publications/reader-records.ts";
import { countedUntil } from "#domain/sharing/shown-total.ts";
import { storyNumberIn, storyPath } from "#domain/site.ts";
import { page } from "#server/press.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ lang: string; section: string; story: string }> };

/** Found by the number alone; any other spelling of the address leads to the canonical one. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { lang, section, story: segment } = await params;
  return page(request, async (press) => {
    const number = storyNumberIn(segment);
    if (number === null) return missingPrint(press, opened(await findEdition(press.db)), lang);
    const { edition, story, withdrawn } = opened(await findStoryPage(press.db, number));
    if (withdrawn) return withdrawnPrint(press, edition, withdrawn);
    if (story === null) return missingPrint(press, edition, lang, [keys.story(number)]);
    const location = storyPath(addressOf(story));
    if (`/${lang}/${section}/${segment}` !== location) {
      return { status: 301, keys: [keys.outlet(), keys.story(number)], location };
    }
    const sheet = sheetOf(press, edition, story.language);
    return {
      status: 200,
      keys: keysOfStoryPage(story),
      staleAt: countedUntil(relatedUntil(story, press.now), press.now, edition.settings),
      language: story.language,
      runs: "islands",
      element: <StoryPage sheet={sheet} story={story} />,
    };
  });
}
