import { bylineLines } from "#domain/languages/reader-words.ts";
import { toldBy } from "#domain/notices/words.ts";
import { addressOf, type ListedStory, labelIn } from "#domain/publications/reader-records.ts";
import { storyClock } from "#domain/publications/story-clock.ts";
import { storyPath } from "#domain/site.ts";
import { shortForList } from "#domain/time.ts";
import type { Sheet } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

type Props = {
  sheet: Sheet;
  story: ListedStory;
  /** The section whose own front this is: its name need not stand over every story. */
  here: string | null;
};

/** When a listed story came out, and the mark that something in it changed since. */
function ListedTime({ sheet, story }: Pick<Props, "sheet" | "story">) {
  const { language, edition, now } = sheet;
  const { timeZone } = edition.settings;
  const clock = storyClock(story, timeZone);
  const told = toldBy(edition.settings, language);
  return (
    <span className="when">
      <time dateTime={clock.publishedIso}>
        {shortForList(clock.publishedAt, { timeZone, language, now })}
      </time>
      {clock.marks.map((kind) => (
        <span className="pill" key={kind}>
          {told.mark(kind)}
        </span>
      ))}
    </span>
  );
}

function Kicker({ sheet, story, here }: Props) {
  const { printed, section, language } = story;
  if (printed.kicker === "" && section.slug === here) return null;
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
export function LeadStory({ sheet, story, here }: Props) {
  const [byline] = bylineLines(story.printed.byline, story.language);
  return (
    <article className="card lead">
      <Kicker {...{ sheet, story, here }} />
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
export function StoryCard({ sheet, story, here }: Props) {
  return (
    <article className="card">
      <Kicker {...{ sheet, story, here }} />
      <h3>
        <Linked story={story} />
      </h3>
      <Standfirst story={story} />
      <ListedTime sheet={sheet} story={story} />
    </article>
  );
}

/** A story in a narrow place: no standfirst. */
export function StoryLine({ sheet, story, here }: Props) {
  return (
    <article className="card">
      <Kicker {...{ sheet, story, here }} />
      <h3>
        <Linked story={story} />
      </h3>
      <ListedTime sheet={sheet} story={story} />
    </article>
  );
}
