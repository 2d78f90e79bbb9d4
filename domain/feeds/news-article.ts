import { newsOrganisation } from "../brand/news-organisation.ts";
import { withAnchors } from "../notices/anchors.ts";
import { toldBy } from "../notices/words.ts";
import { fileForOthers } from "../pictures/printable.ts";
import { leadPictureOf } from "../publications/lead-picture.ts";
import { addressOf, type Edition, labelIn, type PublishedStory } from "../publications/reader-records.ts";
import { storyClock } from "../publications/story-clock.ts";
import { bylineOf } from "../publications/words-of-story.ts";
import { bylinePath, storyPath } from "../site.ts";
import { isoWithOffset } from "../time.ts";

/**
 * What search engines are told of a story: schema.org NewsArticle
 * (https://developers.google.com/search/docs/appearance/structured-data/article). Every time in
 * it is one that the page shows too.
 */
export function newsArticle(story: PublishedStory, edition: Edition, origin: string, mediaUrl = "") {
  const { printed, language } = story;
  const { settings } = edition;
  const { timeZone, defaultLanguage } = settings;
  const clock = storyClock(story, timeZone);
  const url = origin + storyPath(addressOf(story));
  const publisher = newsOrganisation(edition, { language, origin, mediaUrl });
  const told = toldBy(settings, language);
  const authors = authorsOf(story, origin);
  const images = imagesOf(story, `${mediaUrl || origin}/media`);
  const corrections = withAnchors(clock.notices)
    .filter(({ kind }) => kind === "correction" || kind === "clarification")
    .map(({ kind, at, note, anchor }) => ({
      "@type": "CorrectionComment",
      text: told.line({ kind, at, note, publishedAt: clock.publishedAt }),
      datePublished: isoWithOffset(at, timeZone),
      url: `${url}#${anchor}`,
    }));
  const siblings = story.siblings.map((sibling) => ({
    "@type": "NewsArticle",
    "@id": origin + storyPath(sibling),
    inLanguage: sibling.language,
  }));
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url,
    url,
    mainEntityOfPage: url,
    headline: printed.headline,
    ...given("description", printed.standfirst),
    ...(images.length > 0 && { image: images }),
    datePublished: clock.publishedIso,
    dateModified: clock.modifiedIso,
    author:
      authors.length > 0
        ? authors
        : [{ "@type": publisher["@type"], name: publisher.name, url: publisher.url }],
    publisher,
    articleSection: labelIn(story.section.labels, language, defaultLanguage),
    ...given("dateline", printed.dateline),
    ...given("creditText", printed.signOff),
    inLanguage: language,
    isAccessibleForFree: true,
    wordCount: printed.words,
    version: String(story.publicationNumber),
    ...(printed.topics.length > 0 && {
      about: printed.topics.map(({ label }) => ({ "@type": "Thing", name: label })),
    }),
    ...(siblings.length > 0 && { workTranslation: siblings }),
    ...(corrections.length > 0 && { correction: corrections }),
  };
}

function authorsOf(story: PublishedStory, origin: string) {
  return story.printed.byline.map(({ name, slug }) => {
    const word = bylineOf(story, name, slug);
    return {
      ...{ "@type": "Person", name },
      ...(word !== null && { url: origin + bylinePath(story.language, word.slug) }),
    };
  });
}

/** In search engines' three shapes where they were cut, else the whole picture. */
const SHAPES = ["wide", "full", "square"] as const;

function imagesOf(story: PublishedStory, mediaBase: string) {
  const lead = leadPictureOf(story);
  if (lead === null) return [];
  const files = SHAPES.flatMap((crop) => fileForOthers(lead.printable, crop) ?? []);
  return [...new Map(files.map((file) => [file.name, file])).values()].map(({ name, width, height }) => ({
    "@type": "ImageObject",
    url: `${mediaBase}/${name}`,
    contentUrl: `${mediaBase}/${name}`,
    ...{ width, height },
    ...given("caption", lead.caption || lead.alt),
    ...given("creditText", lead.credit),
  }));
}

/** A field that has a text; an empty one is left out. */
function given(name: string, text: string): Record<string, string> {
  return text === "" ? {} : { [name]: text };
}
