/**
 * The key by which search finds a story however its words were typed: on an Arabic keyboard, with
 * the ZWNJ of old fonts, with or without vowel signs, accents or capitals. Stories and queries
 * are folded by this one function, each exactly once: folding a key again may change it.
 */
import type { Language } from "../vocabulary.ts";
import { HARAKAT, inKurdishLetters, unshaped } from "./letters.ts";
import { digitsToLatin } from "./numerals.ts";
import { plainLatin } from "./slug.ts";

const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const TATWEEL = /\u0640/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/gu;

/** Marks of thousands go, so that ٥٠٠٬٠٠٠, 500,000 and 500000 are one number. */
function plainNumbers(text: string): string {
  return digitsToLatin(text)
    .replace(/(?<=\d)[,٬](?=\d{3}(?!\d))/g, "")
    .replaceAll("٫", ".");
}

/** A final ه is the vowel, except where it was typed as the letter, "هـ". An initial ر is always ڕ. */
function foldKurdish(text: string): string {
  return inKurdishLetters(text)
    .replace(INVISIBLE, "")
    .replace(HARAKAT, "")
    .replace(/(?<=\p{L})ه(?!\p{L})/gu, "ە")
    .replace(TATWEEL, "")
    .replaceAll("ھ", "ه")
    .replace(/(?<!\p{L})ر/gu, "ڕ")
    .replace(/[أإآٱ]/gu, "ا");
}

function foldArabic(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .replace(HARAKAT, "")
    .replace(TATWEEL, "")
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/[ىیئ]/gu, "ي")
    .replaceAll("ؤ", "و")
    .replaceAll("ة", "ه")
    .replace(/[کڪ]/gu, "ك");
}

/** The search key of a text or a query in a story's language. Pure; the same on both sides of a search. */
export function foldForSearch(text: string, language: Language): string {
  const composed = unshaped(text.normalize("NFC")).replace(FULL_WIDTH, (letter) => letter.normalize("NFKC"));
  const plain = plainNumbers(plainLatin(composed).replace(/[’ʼ]/g, "'"));
  switch (language) {
    case "ckb":
      return foldKurdish(plain);
    case "ar":
      return foldArabic(plain);
    case "en":
      return plain.replace(INVISIBLE, "");
    default:
      return language satisfies never;
  }
}
