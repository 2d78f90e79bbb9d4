/**
 * What somebody typed into a search field, as PostgreSQL's `to_tsquery('simple', …)` takes it: every
 * word starts some word of what is found, folded as any of our languages would fold it.
 */
import { LANGUAGE_CODES } from "../vocabulary.ts";
import { foldForSearch } from "./fold.ts";

/** Null: nothing in it can be looked for. */
export function searchQuery(typed: string): string | null {
  const queries = new Set(
    LANGUAGE_CODES.map((language) =>
      foldForSearch(typed, language)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== "")
        .map((word) => `${word}:*`)
        .join(" & "),
    ).filter((query) => query !== ""),
  );
  return queries.size === 0 ? null : [...queries].map((query) => `(${query})`).join(" | ");
}

/**
 * The key of a text whose language nobody knows, such as a picture's description: folded as each of
 * our languages would, so that a query folded by any of them meets it.
 */
export function foldForAnyLanguage(text: string): string {
  return [...new Set(LANGUAGE_CODES.map((language) => foldForSearch(text, language)))].join("\n");
}
