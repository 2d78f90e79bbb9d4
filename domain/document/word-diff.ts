/**
 * Two runs of text, word by word: people read words, not letters. A token is a word or one sign,
 * with its marks (a word that became bold was changed) and the blanks before it, which go with it.
 *
 * Myers' shortest edit script over tokens, after what both have at their ends is set aside. Texts
 * that have little in common are shown one after the other instead of as confetti.
 */
import type { NodeJson } from "#db/shapes.ts";

export type How = "same" | "in" | "out";
/** Marks by name: what readers see of them, and what a change of them is. */
export type Piece = { text: string; marks: string[]; how: How };

type Part = { text: string; marks: string[] };
type Token = Part & { key: string; blanks: Part[] };

/** A zero-width non-joiner and an apostrophe stand inside words. */
const TOKENS =
  /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’][\p{L}\p{M}\p{N}\u200c\u200d]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu;
const IS_WORD = /[\p{L}\p{N}]/u;

/** More edits than that, and the rest is shown as replaced: a limit for time and memory. */
const MOST_EDITS = 1500;
/** Below this share of common letters two longer texts are two texts. */
const LEAST_IN_COMMON = 0.2;
const LONG = 40;

function tokensOf(content: readonly NodeJson[]): Token[] {
  const tokens: Token[] = [];
  let blanks: Part[] = [];
  for (const { type, text, marks: found = [] } of content) {
    const marks = found.map((mark) => mark.type);
    const look = found.map((mark) => `${mark.type} ${mark.attrs?.href ?? ""}`).join();
    for (const word of type === "text" ? ((text ?? "").match(TOKENS) ?? []) : ["\n"]) {
      if (type === "text" && word.trim() === "") blanks.push({ text: word, marks });
      else {
        tokens.push({ text: word, marks, key: look === "" ? word : `${word}\u0000${look}`, blanks });
        blanks = [];
      }
    }
  }
  return blanks.length === 0 ? tokens : [...tokens, { text: "", marks: [], key: "", blanks }];
}

export const piecesOfContent = (content: readonly NodeJson[], how: How): Piece[] =>
  joined(as(tokensOf(content), how));

export function compareContents(before: readonly NodeJson[], after: readonly NodeJson[]): Piece[] {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const steps = stepsBetween(was, is);
  return joined(isConfetti(steps, was, is) ? inPieces(replaced(was, is)) : inPieces(steps));
}

/** Two lines of plain text, word by word: for fields. */
export function compareTexts(before: string, after: string): Piece[] {
  const content = (text: string): NodeJson[] => (text === "" ? [] : [{ type: "text", text }]);
  return compareContents(content(before), content(after));
}

/** How many words were put in and taken out. */
export function countChangedWords(pieces: readonly Piece[]): { wordsIn: number; wordsOut: number } {
  const count = (how: How) =>
    pieces
      .filter((piece) => piece.how === how)
      .reduce(
        (sum, { text }) => sum + text.split(/[\s\u2013\u2014]+/u).filter((word) => IS_WORD.test(word)).length,
        0,
      );
  return { wordsIn: count("in"), wordsOut: count("out") };
}

/** A token that stays has a partner: its blanks may differ. */
type Step =
  | { how: "out"; token: Token }
  | { how: "in"; token: Token }
  | { how: "same"; token: Token; was: Token };

const partsOf = ({ blanks, text, marks }: Token): Part[] => [...blanks, { text, marks }];
const as = (tokens: readonly Token[], how: How): Piece[] =>
  tokens.flatMap(partsOf).map((part) => ({ ...part, how }));

const replaced = (was: readonly Token[], is: readonly Token[]): Step[] => [
  ...was.map((token) => ({ how: "out" as const, token })),
  ...is.map((token) => ({ how: "in" as const, token })),
];

function stepsBetween(was: readonly Token[], is: readonly Token[]): Step[] {
  const shortest = Math.min(was.length, is.length);
  let start = 0;
  while (start < shortest && was[start]?.key === is[start]?.key) start += 1;
  let end = 0;
  while (end < shortest - start && was.at(-1 - end)?.key === is.at(-1 - end)?.key) end += 1;
  const [wasEnd, isEnd] = [was.length - end, is.length - end];
  return [
    ...paired(was.slice(0, start), is.slice(0, start)),
    ...shortestScript(was.slice(start, wasEnd), is.slice(start, isEnd)),
    ...paired(was.slice(wasEnd), is.slice(isEnd)),
  ];
}

const paired = (was: readonly Token[], is: readonly Token[]): Step[] =>
  is.map((token, at) => ({ how: "same", token, was: was[at] ?? token }));

/** Myers 1986: the furthest place on each diagonal after so many edits; `trail` finds the way back. */
function shortestScript(a: readonly Token[], b: readonly Token[]): Step[] {
  if (a.length === 0 || b.length === 0) return replaced(a, b);
  const most = Math.min(a.length + b.length, MOST_EDITS);
  const middle = most + 1;
  const furthest = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(furthest.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [left = 0, right = 0] = [furthest[middle + diagonal - 1], furthest[middle + diagonal + 1]];
      let x = isDown(diagonal, edits, left, right) ? right : left + 1;
      while (x < a.length && x - diagonal < b.length && a[x]?.key === b[x - diagonal]?.key) x += 1;
      furthest[middle + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return wayBack(a, b, trail);
    }
  }
  return replaced(a, b);
}

const isDown = (diagonal: number, edits: number, left: number, right: number) =>
  diagonal === -edits || (diagonal !== edits && left < right);

function wayBack(a: readonly Token[], b: readonly Token[], trail: readonly Int32Array[]): Step[] {
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const at = (diagonal: number) => trail[edits]?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const wentDown = isDown(diagonal, edits, at(diagonal - 1), at(diagonal + 1));
    const before = wentDown ? diagonal + 1 : diagonal - 1;
    const [fromX, fromY] = [at(before), at(before) - before];
    for (; x > fromX && y > fromY && x > 0 && y > 0; x -= 1, y -= 1) {
      steps.push(...paired(a.slice(x - 1, x), b.slice(y - 1, y)));
    }
    if (edits === 0) break;
    if (wentDown) y -= 1;
    else x -= 1;
    steps.push(...(wentDown ? replaced([], b.slice(y, y + 1)) : replaced(a.slice(x, x + 1), [])));
  }
  return steps.reverse();
}

const lettersIn = (tokens: readonly Token[]) =>
  tokens.reduce((sum, { text }) => (IS_WORD.test(text) ? sum + text.length : sum), 0);

function isConfetti(steps: readonly Step[], was: readonly Token[], is: readonly Token[]): boolean {
  const shorter = Math.min(lettersIn(was), lettersIn(is));
  const common = lettersIn(steps.flatMap(({ how, token }) => (how === "same" ? [token] : [])));
  return shorter >= LONG && common < shorter * LEAST_IN_COMMON;
}

/** What was taken out stands before what was put in for it; blanks that both begin with stay. */
function inPieces(steps: readonly Step[]): Piece[] {
  const pieces: Piece[] = [];
  let [out, into]: [Token[], Token[]] = [[], []];
  const flush = () => {
    const [first, other] = [out[0], into[0]];
    if (first && other && textOf(first.blanks) === textOf(other.blanks)) {
      pieces.push(...other.blanks.map((part) => ({ ...part, how: "same" as const })));
      out[0] = { ...first, blanks: [] };
      into[0] = { ...other, blanks: [] };
    }
    pieces.push(...as(out, "out"), ...as(into, "in"));
    [out, into] = [[], []];
  };
  for (const step of steps) {
    if (step.how === "out") out.push(step.token);
    else if (step.how === "in") into.push(step.token);
    else {
      flush();
      const { was, token } = step;
      if (textOf(was.blanks) === textOf(token.blanks)) pieces.push(...as([token], "same"));
      else {
        const blanks = (parts: readonly Part[], how: How) => parts.map((part) => ({ ...part, how }));
        pieces.push(...blanks(was.blanks, "out"), ...blanks(token.blanks, "in"));
        pieces.push(...as([{ ...token, blanks: [] }], "same"));
      }
    }
  }
  flush();
  return pieces;
}

const textOf = (parts: readonly Part[]) => parts.map(({ text }) => text).join("");

/** Neighbours that look alike are one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.text === "") continue;
    if (last && last.how === piece.how && last.marks.join() === piece.marks.join()) last.text += piece.text;
    else whole.push({ ...piece });
  }
  return whole;
}
