import type { Front } from "#domain/fronts/arrange.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { labelIn, type ReaderSection } from "#domain/publications/reader-records.ts";
import { frontPath, sectionPath } from "#domain/site.ts";
import type { Language } from "#domain/vocabulary.ts";
import { ReaderDocument } from "./document.tsx";
import { HeadLines } from "./head.tsx";
import { outletName, type Sheet } from "./sheet.ts";
import { LeadStory, StoryCard } from "./story-card.tsx";

type Props = {
  sheet: Sheet;
  front: Front;
  /** Null: the front of the whole language. */
  section: ReaderSection | null;
  /** Languages in which this front has stories. */
  languages: readonly Language[];
};

/** A front: the lead, what stands beside it, and everything else, newest first. */
export function FrontPage({ sheet, front, section, languages }: Props) {
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
    <HeadLines
      {...{ sheet, title, versions }}
      description={label === null ? about : `${label}. ${about}`}
      path={pathIn(language)}
      kind="website"
    />
  );
  return (
    <ReaderDocument
      {...{ sheet, title, head }}
      size="front"
      home={section ? "link" : "here"}
      section={section?.slug ?? null}
      tongues={Object.fromEntries(versions.map((version) => [version.language, version.path]))}
    >
      <div className="wrap">
        {label !== null && (
          <div className="title">
            <h1>{label}</h1>
          </div>
        )}
        <Stories sheet={sheet} front={front} />
        {front.lead === null && <p className="none">{words.nothingYet}</p>}
      </div>
    </ReaderDocument>
  );
}

function Stories({ sheet, front: { lead, tops, newest } }: { sheet: Sheet; front: Front }) {
  const words = readerWords(sheet.language);
  if (lead === null) return null;
  return (
    <>
      <div className="top">
        <LeadStory sheet={sheet} story={lead} />
        {tops.length > 0 && (
          <section className="tops" aria-label={words.topStories}>
            {tops.map((story) => (
              <StoryCard key={story.number} sheet={sheet} story={story} />
            ))}
          </section>
        )}
      </div>
      {newest.length > 0 && (
        <section className="latest" aria-labelledby="latest">
          <h2 id="latest">{words.latest}</h2>
          <div>
            {newest.map((story) => (
              <StoryCard key={story.number} sheet={sheet} story={story} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
