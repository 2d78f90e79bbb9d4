/**
 * The keys by which a printed page and a change find each other. A page says which keys it
 * was made from; a change says which keys it touches; the front drops the pages in between.
 * Keys are narrow on purpose: one publish must not empty a whole section.
 */
import type { Language } from "../vocabulary.ts";

export const keys = {
  /** The story's own page (and the 410 that may stand there). */
  story: (number: number) => `story:${number}`,
  /** The section's list of the language: its front and its feed. */
  section: (language: Language, sectionSlug: string) => `section:${language}:${sectionSlug}`,
  /** The language's lists: its front and its feed. */
  language: (language: Language) => `language:${language}`,
  /** The sitemap. */
  sitemap: () => "sitemap",
  /** A page about the outlet. */
  sitePage: (language: Language, slug: string) => `page:${language}:${slug}`,
  /** The list of a topic or of a byline: its page and its feeds. */
  topic: (language: Language, slug: string) => `topic:${language}:${slug}`,
  byline: (language: Language, slug: string) => `by:${language}:${slug}`,
  /** The language's archive of one day, "2026-11-25" in the newsroom's time. */
  day: (language: Language, day: string) => `day:${language}:${day}`,
  /** Every page and every file that shows this picture. */
  picture: (pictureId: string) => `picture:${pictureId}`,
  /** An address of a file that nobody may have. */
  media: () => "media",
  /** An address that once led somewhere else. */
  redirects: () => "redirects",
  /** What every page carries: the outlet's name, sections, zone label. */
  outlet: () => "outlet",
};
