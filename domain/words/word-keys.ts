import { keys } from "../publications/keys.ts";
import { LANGUAGE_CODES, type WordKind } from "../vocabulary.ts";

/** Which readers' pages print a word as it is called today: its own, in every language. */
export function wordKeys(kind: WordKind, { slug }: { slug: string }): string[] {
  if (kind === "topic") {
    return [...LANGUAGE_CODES.map((language) => keys.topic(language, slug)), keys.word("topic", slug)];
  }
  if (kind === "contributor") {
    return [...LANGUAGE_CODES.map((language) => keys.byline(language, slug)), keys.word("byline", slug)];
  }
  return [];
}

/**
 * Pages of stories print who signed them as of their day, with a link to the page of today: they
 * follow when that page goes, comes or moves, and not when only its words change.
 */
export function signedKeys(kind: WordKind, words: readonly { id: string }[]): string[] {
  return kind === "contributor" ? words.map(({ id }) => keys.signed(id)) : [];
}
