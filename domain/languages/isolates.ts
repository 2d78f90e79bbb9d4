/**
 * Numbers that fall apart in right-to-left text. After Arabic letters the bidi algorithm shows
 * `0770-123-4567` as `4567-123-0770`, `+964 770 …` with the plus at the far end, `2026-01-12` as
 * `12-01-2026`, `$500` as `500$` and `@esta` as `esta@`. Such a run is set in an element of its
 * own (`<bdi dir="ltr">`) when a page is printed; the stored text stays as it was typed.
 *
 * Careful on purpose: only what is certainly one run is isolated. Western digits only (writers
 * see Arabic-Indic ranges as they type them, and ١٠-١٥ reads right to left by custom); digits
 * joined by blanks only after a plus, because `2020 2021 2022` is three numbers; and nothing in
 * text where somebody already typed isolating marks.
 */
const URL_RUN = String.raw`(?:https?:\/\/|www\.)[^\s<>"«»،؛؟]*[^\s<>"«»،؛؟.,;:!?)\]]`;
const HANDLE = `[@#][A-Za-z][A-Za-z0-9_]+`;
const INTERNATIONAL = String.raw`\+[0-9]+(?:[ -]\(?[0-9]{2,}\)?)+`;
const JOINED = String.raw`[0-9]+(?:[.,:][0-9]+)*(?:[-\u2010-\u2013][0-9]+(?:[.,:][0-9]+)*)+`;
const MONEY = `[$€£¥] ?[0-9]+(?:[.,][0-9]+)*`;
const SIGNED = String.raw`[+\-\u2212][0-9]+(?:[.,][0-9]+)*`;

const BEFORE = String.raw`(?<![\p{L}\p{N}@#$€£¥+\-\u2010-\u2013\u2212/.:]|[0-9],)`;
const AFTER = String.raw`(?![\p{N}\-\u2010-\u2013/])`;
const RUN = new RegExp(
  `${BEFORE}(?:${URL_RUN}|(?:${HANDLE}|${INTERNATIONAL}|${JOINED}|${MONEY}|${SIGNED})${AFTER})`,
  "gu",
);
const ALREADY_ISOLATED = /[\u2066-\u2069]/;
const HAS_CANDIDATE = /[0-9@#]|:\/\/|www\./;

/** A text in pieces; `isolate` pieces are left-to-right runs that must not be pulled apart. */
export type TextRun = { text: string; isolate: boolean };

/** Cuts a right-to-left text where a run must hold together. Joined again, the pieces are the text. */
export function isolateRuns(text: string): TextRun[] {
  if (!HAS_CANDIDATE.test(text) || ALREADY_ISOLATED.test(text)) return [{ text, isolate: false }];
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(RUN)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), isolate: false });
    end = match.index + match[0].length;
    runs.push({ text: match[0], isolate: true });
  }
  if (end < text.length || runs.length === 0) runs.push({ text: text.slice(end), isolate: false });
  return runs;
}
