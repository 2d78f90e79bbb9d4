/**
 * How long a text takes to read, silently and by a grown-up reader. English 228 and Arabic 138 words
 * a minute were measured with the same texts in each language (Trauzettel-Klosinski and Dietz 2012,
 * IReST); Sorani was never measured: it writes its vowels and its prepositions as words, so it is
 * set between the two. Arabic needs more time for a word because one word says more.
 */
import type { Language } from "../vocabulary.ts";

export const WORDS_A_MINUTE: Readonly<Record<Language, number>> = { en: 228, ar: 138, ckb: 170 };

/** Whole minutes, never none for a text that has words. */
export function readingMinutes(words: number, language: Language): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_A_MINUTE[language]));
}
