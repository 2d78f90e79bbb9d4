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
  /** What every page carries: the outlet's name, sections, zone label. */
  outlet: () => "outlet",
};
