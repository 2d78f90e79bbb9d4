import type { OutletSettings } from "#db/shapes.ts";
import type { Language, StyledField } from "../vocabulary.ts";

/** What the newsroom says beside the fields of a story in this language, and in no other's words. */
export function styleIn(
  { houseStyle = {} }: OutletSettings,
  language: Language,
): Partial<Record<StyledField, string>> {
  const said = Object.entries(houseStyle).map(([field, texts]) => [field, texts[language] ?? ""]);
  return Object.fromEntries(said.filter(([, text]) => text !== ""));
}
