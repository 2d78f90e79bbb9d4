import type { OutletSettings } from "#db/shapes.ts";
import type { Language } from "../vocabulary.ts";

/** The paper's languages, the one that readers see at the plain address first. */
export function languagesFirst({
  languages,
  defaultLanguage,
}: Pick<OutletSettings, "languages" | "defaultLanguage">): [Language, ...Language[]] {
  return [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)];
}
