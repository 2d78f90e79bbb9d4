/** How many words of a text another text lacks. Counted as a bag: what was only moved isn't missing. */
export function wordsNotIn(kept: string, now: string): number {
  const had = new Map<string, number>();
  for (const word of wordsOf(kept)) had.set(word, (had.get(word) ?? 0) + 1);
  let lacking = 0;
  for (const word of wordsOf(now)) {
    const left = had.get(word) ?? 0;
    if (left > 0) had.set(word, left - 1);
    else lacking += 1;
  }
  return lacking;
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}\p{M}'’]+/gu) ?? [];
