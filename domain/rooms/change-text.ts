import type * as Y from "yjs";

/** Brings a text to another by one change between what both begin and end with. */
export function changeText(text: Y.Text, wanted: string): void {
  const present = text.toString();
  if (present === wanted) return;
  let from = 0;
  while (from < present.length && from < wanted.length && present[from] === wanted[from]) from += 1;
  let end = 0;
  const shorter = Math.min(present.length, wanted.length) - from;
  while (end < shorter && present.at(-1 - end) === wanted.at(-1 - end)) end += 1;
  // A letter of two halves is changed as a whole: half of one can't be stored.
  if (isHalf(present, from) || isHalf(wanted, from)) from -= 1;
  if (end > 0 && (isHalf(present, present.length - end) || isHalf(wanted, wanted.length - end))) end -= 1;
  text.delete(from, present.length - end - from);
  text.insert(from, wanted.slice(from, wanted.length - end));
}

/** Whether the letter here is the second half of the one before. */
function isHalf(text: string, at: number): boolean {
  const second = text.charCodeAt(at);
  const first = text.charCodeAt(at - 1);
  return second >= 0xdc00 && second <= 0xdfff && first >= 0xd800 && first <= 0xdbff;
}
