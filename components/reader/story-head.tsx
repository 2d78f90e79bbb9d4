import { bylineRuns } from "#domain/languages/byline-runs.ts";
import { toldBy } from "#domain/notices/words.ts";
import { labelIn, type PublishedStory } from "#domain/publications/reader-records.ts";
import { type StoryClock, storyClock } from "#domain/publications/story-clock.ts";
import { bylineOf } from "#domain/publications/words-of-story.ts";
import { bylinePath, sectionPath } from "#domain/site.ts";
import { dateAndTime, sameDay, timeWithZone, type ZonedOptions } from "#domain/time.ts";
import { type Sheet, zoneLabel } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

type Props = { sheet: Sheet; story: PublishedStory };

/** Kicker (or the section, where there is none), headline, standfirst. */
export function StoryHeader({ sheet, story }: Props) {
  const { printed, section, language } = story;
  const label = labelIn(section.labels, language, sheet.edition.settings.defaultLanguage);
  return (
    <header>
      <a className="kick" href={sectionPath(language, section.slug)}>
        <WordsOf text={printed.kicker || label} language={language} />
      </a>
      <h1>
        <WordsOf text={printed.headline} language={language} />
      </h1>
      {printed.standfirst !== "" && (
        <p className="stand">
          <WordsOf text={printed.standfirst} language={language} />
        </p>
      )}
    </header>
  );
}

/** Each name leads to its page, where it has one. */
function Byline({ story }: { story: PublishedStory }) {
  const { printed, language } = story;
  return bylineRuns(printed.byline, language).map((runs, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
    <p className="by" key={place}>
      {runs.map((run) => {
        if ("text" in run) return run.text;
        const { name, slug } = run.signer;
        const word = bylineOf(story, name, slug);
        return word ? (
          <a key={name} rel="author" href={bylinePath(language, word.slug)}>
            {name}
          </a>
        ) : (
          name
        );
      })}
    </p>
  ));
}

/** The clock alone on the day of publication, the date with it on any other. */
function changeTime({ publishedAt, modifiedAt }: StoryClock, options: ZonedOptions): string {
  const at = modifiedAt ?? publishedAt;
  return sameDay(publishedAt, at, options.timeZone) ? timeWithZone(at, options) : dateAndTime(at, options);
}

/** Who wrote it, when it came out, and the mark that it changed since: all in the first screen of a phone. */
export function StoryMeta({ sheet, story }: Props) {
  const { language } = story;
  const { timeZone } = sheet.edition.settings;
  const clock = storyClock(story, timeZone);
  const told = toldBy(sheet.edition.settings, language);
  const options = { timeZone, language, zoneLabel: zoneLabel(sheet) };
  const [newest, ...others] = clock.marks;
  return (
    <div className="meta small">
      <Byline story={story} />
      <p className="when">
        <time dateTime={clock.publishedIso}>{dateAndTime(clock.publishedAt, options)}</time>
      </p>
      {newest !== undefined && (
        <p className="when">
          <a className="pill" href="#notices">
            {told.mark(newest)}{" "}
            {clock.modifiedAt && <time dateTime={clock.modifiedIso}>{changeTime(clock, options)}</time>}
          </a>
          {others.map((kind) => (
            <a className="pill" href="#notices" key={kind}>
              {told.mark(kind)}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}
