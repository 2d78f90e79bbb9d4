import { bylineLines } from "#domain/languages/reader-words.ts";
import { toldBy } from "#domain/notices/words.ts";
import { addressOf, type ListedStory, labelIn } from "#domain/publications/reader-records.ts";
import { storyClock } from "#domain/publications/story-clock.ts";
import { storyPath } from "#domain/site.ts";
import { clockTime, shortForList } from "#domain/time.ts";
import type { Sheet } from "./sheet.ts";
import { Shot } from "./shot.tsx";
import { WordsOf } from "./words-of.tsx";

type Props = {
  sheet: Sheet;
  story: ListedStory;
  /** The section whose own front this is: its name need not stand over every story. */
  here: string | null;
};

type TimeProps = Pick<Props, "sheet" | "story"> & {
  /** "clock" where the day stands over the list. */
  as?: "date" | "clock";
};

/** When a listed story came out, and the mark that something in it changed since. */
export function ListedTime({ sheet, story, as = "date" }: TimeProps) {
  const { language, edition, now } = sheet;
  const { timeZone } = edition.settings;
  const clock = storyClock(story, timeZone);
  const told = toldBy(edition.settings, language);
  const text =
    as === "clock"
      ? clockTime(clock.publishedAt, { timeZone, language })
      : shortForList(clock.publishedAt, { timeZone, language, now });
  return (
    <span className="when">
      <time dateTime={clock.publishedIso}>{text}</time>
      {clock.marks.map((kind) => (
        <span className="pill" key={kind}>
          {told.mark(kind)}
        </span>
      ))}
    </span>
  );
}

export function Kicker({ sheet, story, here }: Props) {
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

export function Linked({ story }: { story: ListedStory }) {
  return (
    <a href={storyPath(addressOf(story))}>
      <WordsOf text={story.printed.headline} language={story.language} />
    </a>
  );
}

/** How wide pictures stand in lists, with front.css. */
const LEAD_SIZES = "(min-width: 76rem) 43rem, (min-width: 60rem) 57vw, 74vw";
const CARD_SIZES = "(min-width: 60rem) 20rem, 7rem";

/** The story that leads a front. */
export function LeadStory({ sheet, story, here }: Props) {
  const [byline] = bylineLines(story.printed.byline, story.language);
  return (
    <article className="card lead">
      <Shot {...{ sheet, story }} crop="wide" sizes={LEAD_SIZES} loading="first" />
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
      <Shot {...{ sheet, story }} crop="wide" sizes={CARD_SIZES} />
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
