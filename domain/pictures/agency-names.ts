/**
 * What the world's picture agencies are called in each language, for the credit line. Files say
 * "REUTERS" or "AFP" whatever the language of the story; the outlet's own list of agencies comes first.
 */
import type { Labels } from "#db/shapes.ts";
import type { Language } from "../vocabulary.ts";

const NAMES: readonly (Required<Labels> & { also?: readonly string[] })[] = [
  { en: "Reuters", ar: "رويترز", ckb: "ڕۆیتەرز" },
  { en: "AFP", ar: "أ ف ب", ckb: "فرانس پرێس", also: ["afp photo", "agence france-presse", "فرانس برس"] },
  { en: "AP", ar: "أسوشيتد برس", ckb: "ئەسۆشیەتد پرێس", also: ["associated press", "the associated press"] },
  { en: "Getty Images", ar: "غيتي إيماجز", ckb: "گێتی ئیمەیجز", also: ["getty"] },
  { en: "Anadolu", ar: "الأناضول", ckb: "ئەنادۆڵ", also: ["anadolu agency", "aa"] },
  { en: "EPA", ar: "إي بي أيه", ckb: "ئی پی ئەی", also: ["epa-efe", "european pressphoto agency"] },
  { en: "DPA", ar: "د ب أ", ckb: "دی پی ئەی", also: ["dpa picture-alliance"] },
  { en: "Xinhua", ar: "شينخوا", ckb: "شینخوا" },
];

const key = (name: string) => name.trim().toLowerCase();

/** The agency's name in a language; a name that nobody here knows stays as it was given. */
export function agencyName(given: string, language: Language, ownLabels: Labels = {}): string {
  const own = ownLabels[language];
  if (own) return own;
  const wanted = key(given);
  const known = NAMES.find(({ also = [], ...names }) =>
    [...Object.values(names), ...also].some((name) => key(name) === wanted),
  );
  return known?.[language] ?? given.trim();
}

/** Whether this is one of the agencies that everybody knows. */
export function isKnownAgency(given: string): boolean {
  const wanted = key(given);
  return NAMES.some(({ also = [], ...names }) =>
    [...Object.values(names), ...also].some((name) => key(name) === wanted),
  );
}
