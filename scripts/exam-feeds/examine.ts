/** Everything that machines get of the stories, held against every rule and every program. */
import { deepEqual } from "node:assert/strict";
import { atom } from "#domain/feeds/atom.ts";
import { feedOfList } from "#domain/feeds/feed-of-list.ts";
import { jsonFeed } from "#domain/feeds/json-feed.ts";
import { listFeed } from "#domain/feeds/list-feed.ts";
import {
  listNews,
  listSitemap,
  listSitemapMonths,
  listWordsWithStories,
} from "#domain/feeds/list-sitemap.ts";
import { newsArticle } from "#domain/feeds/news-article.ts";
import { newsBegins, newsSitemap } from "#domain/feeds/news-sitemap.ts";
import { rss } from "#domain/feeds/rss.ts";
import { dataBlockText } from "#domain/feeds/script-text.ts";
import { listSitemapOf, sitemapIndex, storySitemap } from "#domain/feeds/sitemap.ts";
import type { StoryList } from "#domain/lists/named-list.ts";
import { findEdition } from "#domain/publications/find-edition.ts";
import { findStoryPage } from "#domain/publications/find-story-page.ts";
import { addressOf } from "#domain/publications/reader-records.ts";
import { type FeedFormat, storyPath } from "#domain/site.ts";
import type { Scene } from "#domain/testing/test.ts";
import { LANGUAGE_CODES } from "#domain/vocabulary.ts";
import { articleErrors, newsSitemapErrors, sitemapErrors } from "./map-rules.ts";
import { differences, read, type Seen } from "./programs.ts";
import { atomErrors, jsonFeedErrors, rssErrors } from "./rules.ts";
import type { Written } from "./stories.ts";

const ORIGIN = "https://news.example.org";
const MEDIA = `${ORIGIN}/media`;

export type File = {
  name: string;
  kind: FeedFormat | "sitemap" | "news" | "article";
  text: string;
  /** The stories of a feed, as the newsroom has them. */
  stories: readonly Seen[];
};

const FORMATS = {
  rss: { write: rss, check: rssErrors },
  atom: { write: atom, check: atomErrors },
  json: { write: jsonFeed, check: jsonFeedErrors },
};

/** Every file as the press prints it, from the reader's questions and the same writers. */
export async function printEverything(
  { db }: Scene,
  written: readonly Written[],
  now: Date,
): Promise<File[]> {
  const edition = await findEdition(db);
  if (!edition) throw new Error("there is no outlet");
  const { settings, sections } = edition;
  const where = { settings, origin: ORIGIN, mediaBase: MEDIA };
  const words = await listWordsWithStories(db);
  const lists: StoryList[] = [
    { kind: "language" },
    ...sections.map(({ slug }) => ({ kind: "section" as const, slug })),
    ...words.map(({ kind, slug }) => ({ kind, slug })),
  ];
  const months = await listSitemapMonths(db);
  const files: File[] = [
    { name: "sitemap.xml", kind: "sitemap", text: sitemapIndex(months, where), stories: [] },
    { name: "lists.xml", kind: "sitemap", text: listSitemapOf({ ...edition, words }, where), stories: [] },
  ];
  for (const { language, month } of months) {
    const text = storySitemap(await listSitemap(db, language, month), where);
    files.push({ name: `${language}-${month}.xml`, kind: "sitemap", text, stories: [] });
  }
  for (const language of LANGUAGE_CODES) {
    const news = newsSitemap(await listNews(db, language, newsBegins(now)), { ...where, language });
    files.push({ name: `${language}/news-sitemap.xml`, kind: "news", text: news, stories: [] });
    for (const list of lists) files.push(...(await feedsOf(db, { language, list })));
  }
  for (const { number } of written) {
    const story = (await findStoryPage(db, number))?.story;
    if (!story) throw new Error(`story ${number} isn't there`);
    const record = newsArticle(story, edition, ORIGIN);
    const page = `<script type="application/ld+json">${dataBlockText(record)}</script><p>the page goes on</p>`;
    files.push({ name: `story ${number}`, kind: "article", text: page, stories: [seen(story)] });
  }
  return files;
}

const seen = (story: Parameters<typeof addressOf>[0]): Seen => ({
  title: story.printed.headline,
  url: ORIGIN + storyPath(addressOf(story)),
  publishedAt: story.firstPublishedAt.getTime(),
});

async function feedsOf(
  db: Scene["db"],
  { language, list }: { language: (typeof LANGUAGE_CODES)[number]; list: StoryList },
) {
  const answer = await listFeed(db, language, list);
  const feed = answer && feedOfList(answer, { language, list, origin: ORIGIN, mediaBase: MEDIA });
  if (!feed) throw new Error("a list that isn't there");
  const stories = feed.stories.map(seen);
  return (Object.keys(FORMATS) as FeedFormat[]).map(
    (format): File => ({
      name: `${feed.path}, ${format}`,
      kind: format,
      text: FORMATS[format].write(feed),
      stories,
    }),
  );
}

/** What is wrong with a file. */
export async function errorsOf(file: File, now: Date): Promise<string[]> {
  const { name, kind, text, stories } = file;
  try {
    const wrong = await judged(kind, text, stories, now);
    return wrong.map((sentence) => `${name}: ${sentence}`);
  } catch (error) {
    return [`${name}: ${(error as Error).message.split("\n")[0]}`];
  }
}

async function judged(
  kind: File["kind"],
  text: string,
  stories: readonly Seen[],
  now: Date,
): Promise<string[]> {
  if (kind === "sitemap") return sitemapErrors(text);
  if (kind === "news") return newsSitemapErrors(text, now);
  if (kind === "article") return articleIn(text, stories[0]);
  const found = await read(kind, text);
  return [...FORMATS[kind].check(text), ...found.flatMap((program) => differences(stories, program))];
}

/** A page's record as a browser cuts it out: up to the first end of a script, whatever stands in a headline. */
function articleIn(page: string, story: Seen | undefined): string[] {
  const [, data = "", rest = ""] =
    /^<script type="application\/ld\+json">(.*?)<\/script>(.*)$/s.exec(page) ?? [];
  deepEqual(rest, "<p>the page goes on</p>", "a headline closes the script element");
  const record = JSON.parse(data);
  const same = record.headline === story?.title && record.url === story?.url;
  return [...articleErrors(record), ...(same ? [] : ["another headline or address than the page's"])];
}

/** The first thing that is wrong once this mistake is made. Null: nobody notices. */
export async function noticed(
  files: readonly File[],
  mutate: (file: File) => string,
  now: Date,
): Promise<string | null> {
  for (const file of files) {
    const text = mutate(file);
    const [first] = text === file.text ? [] : await errorsOf({ ...file, text }, now);
    if (first !== undefined) return first;
  }
  return null;
}
