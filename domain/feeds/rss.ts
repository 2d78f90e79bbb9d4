/** RSS 2.0 with whole texts: https://www.rssboard.org/rss-specification and its usual companions. */
import type { OutletSettings } from "#db/shapes.ts";
import { toldBy } from "../notices/words.ts";
import { openedBody } from "../publications/opened-body.ts";
import { addressOf, type FeedStory, labelIn } from "../publications/reader-records.ts";
import { storyClock } from "../publications/story-clock.ts";
import { storyPath } from "../site.ts";
import { rfc822 } from "../time.ts";
import type { Language } from "../vocabulary.ts";

import { cdata, element, xmlText } from "./xml.ts";

export const RSS_TYPE = "application/rss+xml; charset=utf-8";

export type RssInput = {
  settings: OutletSettings;
  language: Language;
  /** "https://news.example.org": feeds carry whole addresses. */
  origin: string;
  title: string;
  /** Paths of the front that this feed follows, and of the feed itself. */
  frontPath: string;
  selfPath: string;
  stories: readonly FeedStory[];
};

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
].join(" ");

/** The feed as readers' programs get it. It changes only when a story does: no clock in it. */
export function rss({ settings, language, origin, title, frontPath, selfPath, stories }: RssInput): string {
  const changed = stories.map(({ significantAt }) => significantAt.getTime());
  const built = changed.length === 0 ? null : rfc822(new Date(Math.max(...changed)), settings.timeZone);
  const description = labelIn(settings.description, language, settings.defaultLanguage) || title;
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" ${NAMESPACES}><channel>`,
    element("title", title),
    element("link", origin + frontPath),
    element("description", description),
    element("language", language),
    element("lastBuildDate", built),
    "<ttl>15</ttl>",
    `<atom:link href="${xmlText(origin + selfPath)}" rel="self" type="application/rss+xml"/>`,
    ...stories.map((story) => item(story, settings, origin)),
    "</channel></rss>\n",
  ].join("\n");
}

function item(story: FeedStory, settings: OutletSettings, origin: string): string {
  const { printed, language } = story;
  const clock = storyClock(story, settings.timeZone);
  const section = labelIn(story.section.labels, language, settings.defaultLanguage);
  return [
    "<item>",
    element("title", printed.headline),
    element("link", origin + storyPath(addressOf(story))),
    // Never the address: it changes with the slug, and a program would show the story twice.
    `<guid isPermaLink="false">urn:uuid:${story.id}</guid>`,
    element("pubDate", rfc822(clock.publishedAt, settings.timeZone)),
    ...printed.byline.map(({ name }) => element("dc:creator", name)),
    ...[section, ...printed.topics.map(({ label }) => label)].map((label) => element("category", label)),
    element("description", printed.standfirst),
    `<content:encoded>${cdata(wholeText(story, settings))}</content:encoded>`,
    clock.modifiedAt === null ? "" : element("atom:updated", clock.modifiedIso),
    clock.modifiedAt === null ? "" : element("dcterms:modified", clock.modifiedIso),
    "</item>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** The body as it stands on the page: opened by its dateline, closed by sign-off and notices. */
function wholeText(story: FeedStory, settings: OutletSettings): string {
  const { printed, language, firstPublishedAt } = story;
  const told = toldBy(settings, language);
  const lines = storyClock(story, settings.timeZone).notices.map(({ kind, at, note }) =>
    told.line({ kind, at, note, publishedAt: firstPublishedAt }),
  );
  const foot = [printed.signOff, ...lines]
    .filter((line) => line !== "")
    .map((line) => `<p>${xmlText(line)}</p>`);
  return openedBody(story) + foot.join("");
}
