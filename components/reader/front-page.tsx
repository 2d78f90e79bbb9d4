import type { Front } from "#domain/fronts/arrange.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { leadPictureOf } from "#domain/publications/lead-picture.ts";
import { type ListedStory, labelIn, type ReaderSection } from "#domain/publications/reader-records.ts";
import { archivePath, frontPath, latestPath, monthPath, sectionPath } from "#domain/site.ts";
import type { Language } from "#domain/vocabulary.ts";
import { ReaderDocument } from "./document.tsx";
import { HeadLines } from "./head.tsx";
import { MonthLinks } from "./month-links.tsx";
import { OutletRecord } from "./outlet-record.tsx";
import { outletName, type Sheet } from "./sheet.ts";
import { LeadStory, StoryCard, StoryLine } from "./story-card.tsx";

type Props = {
  sheet: Sheet;
  front: Front;
  /** Null: the front of the whole language. */
  section: ReaderSection | null;
  /** Languages in which this front has stories. */
  languages: readonly Language[];
  /** Months in which it has stories: a section leads to each. */
  months: readonly string[];
};

/** A front: the lead, what stands beside it, and everything else, newest first. */
export function FrontPage({ sheet, front, section, languages, months }: Props) {
  const { language, edition } = sheet;
  const { description, defaultLanguage } = edition.settings;
  const words = readerWords(language);
  const name = outletName(sheet);
  const pathIn = (other: Language) => (section ? sectionPath(other, section.slug) : frontPath(other));
  const label = section && labelIn(section.labels, language, defaultLanguage);
  const title = label === null ? name : `${label} · ${name}`;
  const versions = [...new Set([language, ...languages])].map((other) => ({
    language: other,
    path: pathIn(other),
  }));
  const about = labelIn(description, language, defaultLanguage);
  const head = (
    <>
      <HeadLines
        {...{ sheet, title, versions }}
        description={label === null ? about : `${label}. ${about}`}
        path={pathIn(language)}
        kind="website"
      />
      {section === null && <OutletRecord sheet={sheet} />}
    </>
  );
  return (
    <ReaderDocument
      {...{ sheet, title, head }}
      size="front"
      home={section ? "link" : "here"}
      here={section && { section: section.slug }}
      feed={section && { path: pathIn(language), title }}
      tongues={Object.fromEntries(versions.map((version) => [version.language, version.path]))}
    >
      <div className="wrap">
        {label !== null && (
          <div className="title">
            <h1>{label}</h1>
          </div>
        )}
        <Stories sheet={sheet} front={front} here={section?.slug ?? null} />
        {front.lead === null && <p className="none">{words.nothingYet}</p>}
        {section ? (
          <MonthLinks
            {...{ sheet, months }}
            shown={front.newest.length}
            pathOf={(month) => monthPath(pathIn(language), month)}
          />
        ) : (
          <p className="more">
            <a href={latestPath(language)}>{words.everything}</a>
            <a href={archivePath(language)}>{words.archive}</a>
          </p>
        )}
      </div>
    </ReaderDocument>
  );
}

/** Beside the lead stand this many top stories; the others stand below it. */
const RAIL = 3;

type Here = { sheet: Sheet; here: string | null };

function TopStories({
  sheet,
  here,
  lead,
  stories,
}: Here & { lead: ListedStory; stories: readonly ListedStory[] }) {
  const below = stories.slice(RAIL);
  // Without stories below it or a picture the lead is low: the rail beside it then does without standfirsts.
  const isTall = below.length > 0 || leadPictureOf(lead) !== null;
  const Beside = isTall ? StoryCard : StoryLine;
  return (
    <section className="tops" aria-label={readerWords(sheet.language).topStories}>
      <div className="rail">
        {stories.slice(0, RAIL).map((story) => (
          <Beside key={story.number} {...{ sheet, here, story }} />
        ))}
      </div>
      {below.length > 0 && (
        <div className="below">
          {below.map((story) => (
            <StoryCard key={story.number} {...{ sheet, here, story }} />
          ))}
        </div>
      )}
    </section>
  );
}

function Stories({ sheet, here, front: { lead, tops, newest } }: Here & { front: Front }) {
  if (lead === null) return null;
  return (
    <>
      <div className="top">
        <LeadStory sheet={sheet} here={here} story={lead} />
        {tops.length > 0 && <TopStories {...{ sheet, here, lead }} stories={tops} />}
      </div>
      {newest.length > 0 && (
        <section className="latest" aria-labelledby="latest">
          <h2 id="latest">{readerWords(sheet.language).latest}</h2>
          <div>
            {newest.map((story) => (
              <StoryCard key={story.number} {...{ sheet, here, story }} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
