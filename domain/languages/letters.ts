/** What Arabic-script text is mended and compared by; `clean` and `foldForSearch` are made of these. */

/** Letters in the shapes of old fonts and PDFs ("ﺳﻠێﻤﺎﻧﻰ"), without ornaments and whole-phrase signs. */
const SHAPED = /[\ufb50-\ufd3d\ufd40-\ufdf9\ufdfe-\ufdff\ufe70-\ufefc]/gu;

export function unshaped(text: string): string {
  return text.replace(SHAPED, (letter) => letter.normalize("NFKC"));
}

export const ZWNJ = "\u200c";

/** Letters that other keyboards and other fonts put where Kurdish has its own. */
const KURDISH_TWINS: Readonly<Record<string, string>> = {
  ي: "ی",
  ى: "ی",
  ے: "ی",
  ۍ: "ی",
  ك: "ک",
  ڪ: "ک",
  ة: "ە",
  ڒ: "ڕ",
  ړ: "ڕ",
  ڔ: "ڕ",
  ڶ: "ڵ",
  ڷ: "ڵ",
  ڸ: "ڵ",
  ۄ: "ۆ",
  ۅ: "ۆ",
  ۈ: "ۆ",
};
const TWINS = new RegExp(`[${Object.keys(KURDISH_TWINS).join("")}]`, "gu");

/** Kurdish letters for their look-alikes, and ە for the old way of writing it, ه with a ZWNJ. */
export function inKurdishLetters(text: string): string {
  return text.replaceAll(`ه${ZWNJ}`, "ە").replace(TWINS, (letter) => KURDISH_TWINS[letter] ?? letter);
}

/** Vowel signs and small letters over and under the line. */
export const HARAKAT = /[\u064b-\u065f\u0670]/gu;
