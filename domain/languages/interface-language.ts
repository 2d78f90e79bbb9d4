import { INTERFACE_LANGUAGES, type Language } from "../vocabulary.ts";

/**
 * The language in which the newsroom speaks to somebody whose wishes are these, the dearest first;
 * English when it speaks none of them.
 */
export function interfaceLanguageFor(
  wishes: readonly (string | undefined)[],
  spoken: readonly Language[] = INTERFACE_LANGUAGES,
): Language {
  for (const wish of wishes) {
    const language = spoken.find((each) => each === wish);
    if (language) return language;
  }
  return "en";
}
