import { readerWords } from "#domain/languages/reader-words.ts";
import { withAnchors } from "#domain/notices/anchors.ts";
import { toldBy } from "#domain/notices/words.ts";
import type { NotedBody } from "#domain/publications/noted-body.ts";
import type { PublishedStory } from "#domain/publications/reader-records.ts";
import { storyClock } from "#domain/publications/story-clock.ts";
import type { Sheet } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

type Props = { sheet: Sheet; story: PublishedStory; paragraphs: NotedBody["paragraphs"] };

/** What readers were told of changes, newest first; none is ever taken away. */
export function StoryNotices({ sheet, story, paragraphs }: Props) {
  const { language, firstPublishedAt: publishedAt } = story;
  const { settings } = sheet.edition;
  const { notices } = storyClock(story, settings.timeZone);
  const words = readerWords(language);
  const told = toldBy(settings, language);
  if (notices.length === 0) return null;
  return (
    <ul className="told" id="notices" aria-label={words.notices}>
      {withAnchors(notices).map(({ kind, at, note, blockId, anchor }) => {
        const paragraph = blockId ? paragraphs.get(blockId) : undefined;
        return (
          <li key={anchor} id={anchor}>
            <WordsOf text={told.line({ kind, at, note, publishedAt })} language={language} />
            {paragraph !== undefined && (
              <>
                {" "}
                <a className="where" href={`#${blockId}`}>
                  {words.paragraph(paragraph)}
                </a>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
