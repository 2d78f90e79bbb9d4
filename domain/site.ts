/** The only place that builds addresses of what readers see. Paths only; `server/` adds the origin. */
import type { Language } from "./vocabulary.ts";

export type StoryAddress = { language: Language; sectionSlug: string; number: number; slug: string };

export function storyPath({ language, sectionSlug, number, slug }: StoryAddress): string {
  return `/${language}/${sectionSlug}/${number}${slug === "" ? "" : `-${slug}`}`;
}

/** Where a story is found for ever, whatever becomes of its section and slug: it leads to its own address. */
export function shortPath(number: number): string {
  return `/s/${number}`;
}

export function frontPath(language: Language): string {
  return `/${language}`;
}

export function sectionPath(language: Language, sectionSlug: string): string {
  return `/${language}/${sectionSlug}`;
}

/** A topic's own page: its stories in this language. */
export function topicPath(language: Language, slug: string): string {
  return `/${language}/topic/${slug}`;
}

/** The page of somebody who signs stories. */
export function bylinePath(language: Language, slug: string): string {
  return `/${language}/by/${slug}`;
}

/** Everything in a language, as it comes. */
export function latestPath(language: Language): string {
  return `/${language}/latest`;
}

/** The language's archive, or one month ("2026-11") or day ("2026-11-25") of it. */
export function archivePath(language: Language, when?: string): string {
  return when === undefined ? `/${language}/archive` : `/${language}/archive/${when}`;
}

/** One month of the list that stands at `path`; a month with many stories has several pages. */
export function monthPath(path: string, month: string, pageNumber = 1): string {
  return `${path}/archive/${month}${pageNumber > 1 ? `/${pageNumber}` : ""}`;
}

/** What stands under the address of every list: its feed, in each form. */
export const FEED_FILES = { rss: "feed.xml", atom: "atom.xml", json: "feed.json" } as const;
export type FeedFormat = keyof typeof FEED_FILES;
export const LIST_FEEDS = Object.values(FEED_FILES);

/** The feed of the list that stands at `path`. */
export function feedOf(path: string, format: FeedFormat): string {
  return `${path}/${FEED_FILES[format]}`;
}

/** The form of feed that a file name asks for; null: none. */
export function feedFormatIn(name: string): FeedFormat | null {
  return (Object.keys(FEED_FILES) as FeedFormat[]).find((format) => FEED_FILES[format] === name) ?? null;
}

export function newsSitemapPath(language: Language): string {
  return `/${language}/news-sitemap.xml`;
}

export function feedPath(language: Language, sectionSlug?: string): string {
  return sectionSlug === undefined ? `/${language}/feed.xml` : `/${language}/${sectionSlug}/feed.xml`;
}

export const SITEMAP_PATH = "/sitemap.xml";

/** The sitemap of one language and month, "2026-11" in UTC. */
export function sitemapPath(language: Language, month: string): string {
  return `/sitemap/${language}-${month}.xml`;
}

/** The number in a short address; null: not one of ours. */
export function shortNumberIn(segment: string): number | null {
  return /^[1-9]\d{0,14}$/.test(segment) ? Number(segment) : null;
}

/** A story is found by its number alone; the words after it are decoration. Null: not a story's address. */
export function storyNumberIn(segment: string): number | null {
  const match = /^([1-9]\d{0,14})(?:-.*)?$/.exec(segment);
  return match ? Number(match[1]) : null;
}

/** A page about the outlet: it stands where a section could. */
export function sitePagePath(language: Language, pageSlug: string): string {
  return `/${language}/${pageSlug}`;
}
