import type { OutletSettings } from "#db/shapes.ts";
import { labelIn } from "../publications/reader-records.ts";
import { xmlText } from "./xml.ts";

/** The first letter of the outlet's name on its red, for the browser's tab. */
export function favicon({ name, defaultLanguage }: OutletSettings): string {
  const [letter = "·"] = labelIn(name, defaultLanguage, defaultLanguage);
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#9d1c22"/>' +
    '<text x="16" y="23.5" font-family="Georgia,serif" font-size="22" font-weight="700" text-anchor="middle" ' +
    `fill="#fdfbf7">${xmlText(letter)}</text></svg>`
  );
}
