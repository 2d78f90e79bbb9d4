/**
 * Finding words in a body as people mean them: letters that one keyboard or another writes for the
 * same (ي and ی, ك and ک, أ and ا), without vowel signs and without caring for capitals. What is
 * found is told by its places in the text as it was typed.
 */
import type { Node } from "@tiptap/pm/model";
import { foldForSearch } from "../languages/fold.ts";
import type { Language } from "../vocabulary.ts";

export type Found = { from: number; to: number };

/** A text folded letter by letter; `places[n]` is where the n-th folded letter began. */
function foldedWithPlaces(text: string, language: Language): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const one = /\s/u.test(letter) ? " " : foldForSearch(letter, language);
    folded += one;
    for (let count = 0; count < one.length; count += 1) places.push(at);
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}

/** All places of these words in a body, in order, none of them within another. */
export function findInBody(doc: Node, words: string, language: Language): Found[] {
  const wanted = foldedWithPlaces(words, language).folded;
  if (wanted.trim() === "") return [];
  const found: Found[] = [];
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true;
    // A line break or anything else without letters ends a word, and has a place of its own.
    const text = block.textBetween(0, block.content.size, undefined, "\n");
    const { folded, places } = foldedWithPlaces(text, language);
    for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
      const start = places[at] ?? 0;
      const end = places[at + wanted.length] ?? text.length;
      if (end > start) found.push({ from: pos + 1 + start, to: pos + 1 + end });
    }
    return false;
  });
  return found;
}
