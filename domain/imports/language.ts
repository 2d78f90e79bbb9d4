/** In which language an old story is: as its archive says, else by its letters, else as the admin chose. */
import type { Language } from "../vocabulary.ts";

/** What WPML, Polylang and people call our languages. */
const CALLED: Readonly<Record<string, Language>> = {
  en: "en",
  english: "en",
  ar: "ar",
  arabic: "ar",
  العربية: "ar",
  عربي: "ar",
  ckb: "ckb",
  ku: "ckb",
  so: "ckb",
  sorani: "ckb",
  kurdish: "ckb",
  كوردی: "ckb",
  کوردی: "ckb",
  سۆرانی: "ckb",
};

export type LanguageChoice = { fallback: Language; languages: readonly Language[]; byLetters: boolean };

export function languageOf(
  said: string | null,
  text: string,
  { fallback, languages, byLetters }: LanguageChoice,
): Language {
  const named = said === null ? undefined : calledLanguage(said);
  const seen = byLetters ? languageByLetters(text) : null;
  // "ku" is Kurdish in either script; what is written in Latin letters isn't Sorani.
  const wanted = named === "ckb" && seen === "en" ? null : (named ?? seen);
  return wanted !== null && languages.includes(wanted) ? wanted : fallback;
}

export function calledLanguage(said: string): Language | undefined {
  const name = said.trim().toLowerCase().replace(/_/g, "-");
  return CALLED[name] ?? CALLED[name.split("-")[0] ?? ""];
}

const ARABIC_SCRIPT = /[\u0620-\u064a\u066e-\u06d5\u06ee-\u06ff]/gu;
/** Letters that Sorani can't do without and Arabic doesn't have. */
const KURDISH = /[ڕڵۆێەڤ]|ه\u200c/gu;
const LATIN = /[a-z]/giu;
const LOOKED_AT = 4_000;
const ENOUGH = 8;

/** By the letters of the text: Kurdish has its own on nearly every word. Null: too few to say. */
export function languageByLetters(text: string): Language | null {
  const seen = text.slice(0, LOOKED_AT);
  const count = (letters: RegExp) => seen.match(letters)?.length ?? 0;
  const [arabic, latin] = [count(ARABIC_SCRIPT), count(LATIN)];
  if (arabic + latin < ENOUGH) return null;
  if (latin >= arabic) return "en";
  return count(KURDISH) * 20 >= arabic ? "ckb" : "ar";
}
