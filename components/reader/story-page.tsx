import { newsArticle } from "#domain/feeds/news-article.ts";
import { readerWords } from "#domain/languages/reader-words.ts";
import { fileForOthers } from "#domain/pictures/printable.ts";
import { hung } from "#domain/publications/hung-body.ts";
import { leadPictureOf } from "#domain/publications/lead-picture.ts";
import { notedBody } from "#domain/publications/noted-body.ts";
import { addressOf, labelIn, type PublishedStory } from "#domain/publications/reader-records.ts";
import { storyClock } from "#domain/publications/story-clock.ts";
import { shortPath, storyPath } from "#domain/site.ts";
import { dateAndTime } from "#domain/time.ts";
import { ReaderDocument } from "./document.tsx";
import { type HeadImage, HeadLines } from "./head.tsx";
import { HowKnown } from "./how-known.tsx";
import { LeadFigure, leadHastened } from "./lead-figure.tsx";
import { Neighbours } from "./neighbours.tsx";
import { DataBlock, StoryBody } from "./raw.tsx";
import { Related } from "./related.tsx";
import { ShareRow } from "./share-row.tsx";
import { mediaBase, outletName, type Sheet, wholeMediaBase, zoneLabel } from "./sheet.ts";
import { StoryHeader, StoryMeta } from "./story-head.tsx";
import { StoryNotices } from "./story-notices.tsx";
import { StoryTopics } from "./story-topics.tsx";
import { WhoStandsBehind } from "./who-stands-behind.tsx";
import { WordsOf } from "./words-of.tsx";

type Props = { sheet: Sheet; story: PublishedStory };

/** A story as readers get it. */
export function StoryPage({ sheet, story }: Props) {
  const { printed, language } = story;
  const own = addressOf(story);
  const { html, paragraphs } = notedBody(story, sheet.edition.settings);
  const versions = [own, ...story.siblings].map((address) => ({
    language: address.language,
    path: storyPath(address),
  }));
  return (
    <ReaderDocument
      sheet={sheet}
      title={`${printed.headline} · ${outletName(sheet)}`}
      size="page"
      here={{ section: story.section.slug }}
      tongues={Object.fromEntries(versions.map((version) => [version.language, version.path]))}
      scripts={sheet.islands ? [sheet.islands.share] : []}
      first={leadHastened({ sheet, story })}
      head={<StoryLines sheet={sheet} story={story} versions={versions} />}
    >
      <div className="wrap">
        <article className="story">
          <StoryHeader sheet={sheet} story={story} />
          <StoryMeta sheet={sheet} story={story} />
          <div>
            <LeadFigure sheet={sheet} story={story} />
            <StoryBody html={hung(html, story, "page", mediaBase(sheet))} />
            {printed.signOff !== "" && (
              <p className="sign">
                <WordsOf text={printed.signOff} language={language} />
              </p>
            )}
            <ShareRow sheet={sheet} story={story} />
            <StoryNotices sheet={sheet} story={story} paragraphs={paragraphs} />
            <StoryTopics sheet={sheet} story={story} />
            <HowKnown story={story} />
            <WhoStandsBehind sheet={sheet} />
            <OnPaper sheet={sheet} story={story} />
          </div>
        </article>
        <Related sheet={sheet} story={story} />
        <Neighbours story={story} />
      </div>
    </ReaderDocument>
  );
}

/** On a printed sheet: where the story stands, and as of when this is it. */
function OnPaper({ sheet, story }: Props) {
  const { language } = story;
  const { timeZone } = sheet.edition.settings;
  const { publishedAt, modifiedAt } = storyClock(story, timeZone);
  const time = dateAndTime(modifiedAt ?? publishedAt, { timeZone, language, zoneLabel: zoneLabel(sheet) });
  return (
    <p className="paper">
      {readerWords(language).onTheWeb} <bdi dir="ltr">{sheet.origin + storyPath(addressOf(story))}</bdi> (
      {time})
    </p>
  );
}

/** The story's card for a shared link; its picture until one was made. */
function cardOf(story: PublishedStory, sheet: Sheet): HeadImage | null {
  const lead = leadPictureOf(story);
  if (story.card !== null) {
    const { name, width, height } = story.card;
    return {
      url: `${wholeMediaBase(sheet)}/${name}`,
      width,
      height,
      alt: lead?.alt || story.printed.headline,
    };
  }
  const file = lead && fileForOthers(lead.printable, "wide");
  if (!lead || !file) return null;
  const { name, width, height } = file;
  return { url: `${wholeMediaBase(sheet)}/${name}`, width, height, alt: lead.alt };
}

type LinesProps = Props & { versions: Parameters<typeof HeadLines>[0]["versions"] };

/** What the page says to machines; every time is the one that readers see. */
function StoryLines({ sheet, story, versions }: LinesProps) {
  const { printed, language } = story;
  const { settings } = sheet.edition;
  const clock = storyClock(story, settings.timeZone);
  return (
    <>
      <HeadLines
        {...{ sheet, versions }}
        title={printed.headline}
        description={printed.standfirst}
        path={storyPath(addressOf(story))}
        kind="article"
        image={cardOf(story, sheet)}
      />
      <link rel="shortlink" href={sheet.origin + shortPath(story.number)} />
      <meta property="article:published_time" content={clock.publishedIso} />
      {clock.modifiedAt !== null && <meta property="article:modified_time" content={clock.modifiedIso} />}
      <meta
        property="article:section"
        content={labelIn(story.section.labels, language, settings.defaultLanguage)}
      />
      {printed.topics.map(({ slug, label }) => (
        <meta key={slug} property="article:tag" content={label} />
      ))}
      <DataBlock value={newsArticle(story, sheet.edition, sheet.origin, sheet.mediaUrl)} />
    </>
  );
}
