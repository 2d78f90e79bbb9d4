import { bylineLines } from "#domain/languages/reader-words.ts";
import { noticeMark } from "#domain/notices/words.ts";
import { addressOf, type ListedStory, labelIn } from "#domain/publications/reader-records.ts";
import { storyClock } from "#domain/publications/story-clock.ts";
import { storyPath } from "#domain/site.ts";
import { shortForList } from "#domain/time.ts";
import type { Sheet } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

type Props = { sheet: Sheet; story: ListedStory };

/** When a listed story came out, and the mark that something in it changed since. */
export function ListedTime({ sheet, story }: Props) {
  const { language, edition, now } = sheet;
  const { timeZone } = edition.settings;
  const clock = storyClock(story, timeZone);
  return (
    <span className="when">
      <time dateTime={clock.publishedIso}>
        {shortForList(clock.publishedAt, { timeZone, language, now })}
      </time>
      {clock.marks.map((kind) => (
        <span className="pill" key={kind}>
          {noticeMark(kind, language)}
        </span>
      ))}
    </span>
  );
}

function Kicker({ sheet, story }: Props) {
  const { printed, section, language } = story;
  const words = printed.kicker || labelIn(section.labels, language, sheet.edition.settings.defaultLanguage);
  return (
    <span className="kick">
      <WordsOf text={words} language={language} />
    </span>
  );
}

function Standfirst({ story: { printed, language } }: { story: ListedStory }) {
  if (printed.standfirst === "") return null;
  return (
    <p>
      <WordsOf text={printed.standfirst} language={language} />
    </p>
  );
}

function Linked({ story }: { story: ListedStory }) {
  return (
    <a href={storyPath(addressOf(story))}>
      <WordsOf text={story.printed.headline} language={story.language} />
    </a>
  );
}

/** The story that leads a front. */
export function LeadStory({ sheet, story }: Props) {
  const [byline] = bylineLines(story.printed.byline, story.language);
  return (
    <article className="card lead">
      <Kicker sheet={sheet} story={story} />
      <h2>
        <Linked story={story} />
      </h2>
      <Standfirst story={story} />
      <p className="line">
        {byline !== undefined && <span className="by">{byline}</span>}
        <ListedTime sheet={sheet} story={story} />
      </p>
    </article>
  );
}

/** A story beside or below the lead. */
export function StoryCard({ sheet, story }: Props) {
  return (
    <article className="card">
      <Kicker sheet={sheet} story={story} />
      <h3>
        <Linked story={story} />
      </h3>
      <Standfirst story={story} />
      <ListedTime sheet={sheet} story={story} />
    </article>
  );
}

/** A story in a narrow place: no standfirst. */
export function StoryLine({ sheet, story }: Props) {
  return (
    <article className="card">
      <Kicker sheet={sheet} story={story} />
      <h3>
        <Linked story={story} />
      </h3>
      <ListedTime sheet={sheet} story={story} />
    </article>
  );
}
