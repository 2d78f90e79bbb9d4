import { readerWords } from "#domain/languages/reader-words.ts";
import type { ListedStory } from "#domain/publications/reader-records.ts";
import { archivePath } from "#domain/site.ts";
import { dayTitle, localDay } from "#domain/time.ts";
import type { Sheet } from "./sheet.ts";
import { Kicker, Linked, ListedTime } from "./story-card.tsx";

type Props = { sheet: Sheet; stories: readonly ListedStory[]; here?: string | null };

/** Stories under the days on which they came out, by the newsroom's calendar. */
export function DayGroups({ sheet, stories, here = null }: Props) {
  const { timeZone } = sheet.edition.settings;
  const days = Map.groupBy(stories, ({ firstPublishedAt }) => localDay(firstPublishedAt, timeZone));
  return [...days].map(([day, ofDay]) => (
    <section className="latest" key={day} aria-labelledby={`day-${day}`}>
      <h2 className="day" id={`day-${day}`}>
        <a href={archivePath(sheet.language, day)}>{dayTitle(day, sheet.language)}</a>
      </h2>
      <DayLines sheet={sheet} stories={ofDay} here={here} />
    </section>
  ));
}

/** One line a story: its time, its headline, where it belongs. */
export function DayLines({ sheet, stories, here = null }: Props) {
  return (
    <ol className="lines">
      {stories.map((story) => (
        <li key={story.number}>
          <ListedTime sheet={sheet} story={story} as="clock" />
          <div>
            <Kicker {...{ sheet, story, here }} />
            <h3>
              <Linked story={story} />
            </h3>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A page without a story says so. */
export function NothingYet({ sheet }: { sheet: Sheet }) {
  return <p className="none">{readerWords(sheet.language).nothingYet}</p>;
}
