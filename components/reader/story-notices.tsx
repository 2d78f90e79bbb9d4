import { readerWords } from "#domain/languages/reader-words.ts";
import { noticeLine } from "#domain/notices/words.ts";
import type { PublishedStory } from "#domain/publications/reader-records.ts";
import { storyClock } from "#domain/publications/story-clock.ts";
import { type Sheet, zoneLabel } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

type Props = { sheet: Sheet; story: PublishedStory };

/** What readers were told of changes, newest first; none is ever taken away. */
export function StoryNotices({ sheet, story }: Props) {
  const { language, firstPublishedAt: publishedAt } = story;
  const { timeZone } = sheet.edition.settings;
  const { notices } = storyClock(story, timeZone);
  if (notices.length === 0) return null;
  return (
    <ul className="told" id="notices" aria-label={readerWords(language).notices}>
      {notices.map(({ kind, at, note }) => (
        <li key={at.toISOString()}>
          <WordsOf
            text={noticeLine({
              kind,
              at,
              note,
              publishedAt,
              language,
              timeZone,
              zoneLabel: zoneLabel(sheet),
            })}
            language={language}
          />
        </li>
      ))}
    </ul>
  );
}
