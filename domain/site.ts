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

export function feedPath(language: Language, sectionSlug?: string): string {
  return sectionSlug === undefined ? `/${language}/feed.xml` : `/${language}/${sectionSlug}/feed.xml`;
}

export const SITEMAP_PATH = "/sitemap.xml";

/** A story is found by its number alone; the words after it are decoration. Null: not a story's address. */
export function storyNumberIn(segment: string): number | null {
  const match = /^([1-9]\d{0,14})(?:-.*)?$/.exec(segment);
  return match ? Number(match[1]) : null;
}

/** A topic's own page: its stories in this language. */
export function topicPath(language: Language, slug: string): string {
  return `/${language}/topic/${slug}`;
}

/** The page of somebody who signs stories. */
export function bylinePath(language: Language, slug: string): string {
  return `/${language}/by/${slug}`;
}

/** What stands under the address of every list: its feeds, in each form. */
export const LIST_FEEDS = ["feed.xml", "atom.xml", "feed.json"] as const;

/** A page about the outlet: it stands where a section could. */
export function sitePagePath(language: Language, pageSlug: string): string {
  return `/${language}/${pageSlug}`;
}
