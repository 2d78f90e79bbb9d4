/**
 * Mending text as it is stored: only what is certainly a slip of a keyboard, a font or a word
 * processor. Reading stays the same, searching and sorting become possible. Cleaning twice
 * changes nothing more. Rules: Kurdish as AsoSoft and KLPT normalise it, without those that
 * change names; Arabic the other way round (its own ک and ی); never one on the other's text.
 */
import type { Language } from "../vocabulary.ts";
import { inKurdishLetters, unshaped, ZWNJ } from "./letters.ts";

/** Marks that embed or override direction. Isolates (2066–2069) and plain marks (200E, 200F) are kept. */
const EMBEDDINGS = /[\u202a-\u202e]/gu;
const TATWEEL_RUN = /(ه?)\u0640+(?=(\p{L}?))/gu;
/** After these a ZWNJ says nothing: they don't join the next letter anyway. */
const USELESS_ZWNJ = /(?<=^|[اأإآٱدذڎرزڕژوۆۊۉؤەة]|[^\p{L}\p{M}])\u200c+|\u200c+(?=$|[^\p{L}\p{M}])/gu;

/** Stretching is decoration, but for the final "هـ". */
function withoutStretching(text: string): string {
  return text.replace(TATWEEL_RUN, (_run, heh: string, next: string) => (heh && !next ? "هـ" : heh));
}

function cleanKurdish(text: string): string {
  const spelled = text.replace(/&zwnj;|&#8204;|[\u200b\ufeff]/giu, ZWNJ);
  const lettered = inKurdishLetters(unshaped(spelled).replace(EMBEDDINGS, ""));
  const heh = lettered.replace(/ھ(?=\p{L})/gu, "ه").replace(/ھ/gu, "هـ");
  return withoutStretching(heh)
    .replace(/\u200c{2,}/gu, ZWNJ)
    .replace(USELESS_ZWNJ, "");
}

/** A final ی may be ي or ى; only an Arabic reader knows, so it stays. گ چ پ ڤ are kept in names. */
function cleanArabic(text: string): string {
  const plain = unshaped(text)
    .replace(EMBEDDINGS, "")
    .replace(/[\u200b\ufeff]/gu, "");
  return withoutStretching(plain)
    .replaceAll("ک", "ك")
    .replace(/ی(?=\p{L})/gu, "ي");
}

/** The text as it should be stored in a story of this language. Pure, idempotent, never throws. */
export function clean(text: string, language: Language): string {
  const composed = text.normalize("NFC");
  switch (language) {
    case "ckb":
      return cleanKurdish(composed);
    case "ar":
      return cleanArabic(composed);
    case "en":
      return composed.replace(EMBEDDINGS, "").replace(/[\u200b\ufeff]/gu, "");
    default:
      return language satisfies never;
  }
}
