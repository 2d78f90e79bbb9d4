/**
 * A feed before it is written down as RSS, Atom or JSON: the three say the same of every story,
 * because they are made from the same entries. A feed changes only when a story does: no clock
 * stands in it.
 */
import type { OutletSettings } from "#db/shapes.ts";
import { captionHtml, captionText } from "../document/figure.ts";
import { toldBy } from "../notices/words.ts";
import { fileForOthers } from "../pictures/printable.ts";
import { hung } from "../publications/hung-body.ts";
import { leadPictureOf } from "../publications/lead-picture.ts";
import { openedBody } from "../publications/opened-body.ts";
import { addressOf, type FeedStory, labelIn } from "../publications/reader-records.ts";
import { type StoryClock, storyClock } from "../publications/story-clock.ts";
import { storyPath } from "../site.ts";
import type { Language } from "../vocabulary.ts";
import { xmlText } from "./xml.ts";

export type Feed = {
  settings: OutletSettings;
  language: Language;
  /** "https://news.example.org": feeds carry whole addresses. */
  origin: string;
  /** The whole address before a picture's file: "https://news.example.org/media". */
  mediaBase: string;
  title: string;
  description: string;
  /** Path of the list that this feed follows; the feed's own is made from it. */
  path: string;
  stories: readonly FeedStory[];
};

export type FeedPicture = {
  url: string;
  width: number;
  height: number;
  bytes: number;
  credit: string;
  /** What it shows: the caption, else the alt text. */
  description: string;
};

export type FeedEntry = {
  /** Never the address: that changes with the slug, and a program would show the story twice. */
  id: string;
  url: string;
  headline: string;
  summary: string;
  html: string;
  clock: StoryClock;
  authors: string[];
  categories: string[];
  picture: FeedPicture | null;
  /** What readers were told of changes, newest first, as sentences. */
  notices: { kind: string; at: Date; text: string }[];
};

export const outletNameOf = ({ settings, language }: Feed): string =>
  labelIn(settings.name, language, settings.defaultLanguage);

/** The last significant change of anything in it. Null: it is empty. */
export function lastChange({ stories }: Feed): Date | null {
  const changed = stories.map(({ significantAt }) => significantAt.getTime());
  return changed.length === 0 ? null : new Date(Math.max(...changed));
}

export function entriesOf(feed: Feed): FeedEntry[] {
  return feed.stories.map((story) => entryOf(story, feed));
}

function entryOf(story: FeedStory, feed: Feed): FeedEntry {
  const { settings, origin, mediaBase } = feed;
  const { printed, language } = story;
  const clock = storyClock(story, settings.timeZone);
  const section = labelIn(story.section.labels, language, settings.defaultLanguage);
  const notices = noticesOf(story, clock, settings);
  const foot = [printed.signOff, ...notices.map(({ text }) => text)]
    .filter((line) => line !== "")
    .map((line) => `<p>${xmlText(line)}</p>`);
  const isWhole = settings.feeds?.fullText ?? true;
  const standfirst = printed.standfirst === "" ? "" : `<p>${xmlText(printed.standfirst)}</p>`;
  const picture = pictureOf(story, mediaBase);
  const text = isWhole
    ? figureOf(story, picture) + hung(openedBody(story), story, "feed", mediaBase)
    : standfirst;
  return {
    id: `urn:uuid:${story.id}`,
    url: origin + storyPath(addressOf(story)),
    ...{ headline: printed.headline, summary: printed.standfirst, clock, notices, picture },
    html: text + (isWhole ? foot : foot.slice(printed.signOff === "" ? 0 : 1)).join(""),
    authors: [...new Set(printed.byline.map(({ name }) => name))],
    categories: [...new Set([section, ...printed.topics.map(({ label }) => label)])],
  };
}

function noticesOf(story: FeedStory, { notices, publishedAt }: StoryClock, settings: OutletSettings) {
  const told = toldBy(settings, story.language);
  return notices.map(({ kind, at, note }) => ({
    kind,
    at,
    text: told.line({ kind, at, note, publishedAt }),
  }));
}

function pictureOf(story: FeedStory, mediaBase: string): FeedPicture | null {
  const lead = leadPictureOf(story);
  const file = lead && fileForOthers(lead.printable, lead.crop);
  if (!lead || !file) return null;
  const { name, width, height, bytes } = file;
  const description = lead.caption || lead.alt;
  return { url: `${mediaBase}/${name}`, width, height, bytes, credit: lead.credit, description };
}

/** The lead picture over the text, for programs that show nothing but the text. */
function figureOf(story: FeedStory, picture: FeedPicture | null): string {
  const lead = leadPictureOf(story);
  if (!lead || !picture) return "";
  const { url, width, height } = picture;
  const image = `<img src="${xmlText(url)}" width="${width}" height="${height}" alt="${xmlText(lead.alt)}">`;
  const caption = captionText(lead.caption, story.language);
  return `<figure>${image}${captionHtml(caption, lead.credit, story.language)}</figure>`;
}
