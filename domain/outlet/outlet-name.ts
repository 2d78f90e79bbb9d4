import type { OutletSettings } from "#db/shapes.ts";
import type { Language } from "../vocabulary.ts";

/** What the outlet is called on a page in this language; a paper that has no such name uses its first language's. */
export function outletNameIn({ name, defaultLanguage }: OutletSettings, language: Language): string {
  return name[language] ?? name[defaultLanguage] ?? "";
}
