import { bylinePath, topicPath } from "../site.ts";
import type { Language, WordKind } from "../vocabulary.ts";

/** Where readers find a word's own page; null for words that have none. */
export function wordPath(kind: WordKind, language: Language, slug: string): string | null {
  if (kind === "topic") return topicPath(language, slug);
  return kind === "contributor" ? bylinePath(language, slug) : null;
}
