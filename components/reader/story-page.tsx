import { newsArticle } from "#domain/feeds/news-article.ts";
import { notedBody } from "#domain/publications/noted-body.ts";
import { addressOf, labelIn, type PublishedStory } from "#domain/publications/reader-records.ts";
import { storyClock } from "#domain/publications/story-clock.ts";
import { storyPath } from "#domain/site.ts";
import { ReaderDocument } from "./document.tsx";
import { HeadLines } from "./head.tsx";
import { Neighbours } from "./neighbours.tsx";
import { DataBlock, StoryBody } from "./raw.tsx";
import { outletName, type Sheet } from "./sheet.ts";
import { StoryHeader, StoryMeta } from "./story-head.tsx";
import { StoryNotices } from "./story-notices.tsx";
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
      head={<StoryLines sheet={sheet} story={story} versions={versions} />}
    >
      <div className="wrap">
        <article className="story">
          <StoryHeader sheet={sheet} story={story} />
          <StoryMeta sheet={sheet} story={story} />
          <div>
            <StoryBody html={html} />
            {printed.signOff !== "" && (
              <p className="sign">
                <WordsOf text={printed.signOff} language={language} />
              </p>
            )}
            <StoryNotices sheet={sheet} story={story} paragraphs={paragraphs} />
            <WhoStandsBehind sheet={sheet} />
          </div>
        </article>
        <Neighbours story={story} />
      </div>
    </ReaderDocument>
  );
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
      />
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
