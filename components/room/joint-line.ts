/**
 * One line of text that several people write at once, as one input shows it. Two texts are kept
 * apart: `shown` is what stands in the input, the room's text may be ahead of it. While somebody
 * composes (a Kurdish or Japanese keyboard, a phone's suggestions, dictation) nothing may change under
 * their fingers, so what colleagues write waits until `catchUp`; what is typed goes to the room at once.
 *
 * What must hold: `#places[i]` is where the i-th letter of `shown` stands in the room's text, or -1 once
 * a colleague took that letter away; the numbers that aren't -1 rise. So what is typed lands between the
 * letters between which it was typed, however much came in between, and no letter is written twice.
 */
import type * as Y from "yjs";

/** A stretch of text that became another: from `at`, `gone` letters went and `came` stands there. */
type Splice = { at: number; gone: number; came: string };

export class JointLine {
  readonly #text: Y.Text;
  readonly #origin: unknown;
  #shown: string;
  #places: number[];
  readonly #hear = ({ delta }: Y.YTextEvent) => this.#follow(delta);

  /** `origin` marks what is typed here as one's own, for undo and for "Saved". */
  constructor(text: Y.Text, origin: unknown) {
    this.#text = text;
    this.#origin = origin;
    this.#shown = text.toString();
    this.#places = identity(this.#shown.length);
    text.observe(this.#hear);
  }

  get shown(): string {
    return this.#shown;
  }

  get isBehind(): boolean {
    return this.#shown !== this.#text.toString();
  }

  /** The input shows this now, with the caret behind what was typed. */
  typed(value: string, caret: number): void {
    const splice = spliceBetween(this.#shown, value, caret);
    if (!splice) return;
    const { at, gone, came } = splice;
    const goes = this.#places.slice(at, at + gone).filter((place) => place >= 0);
    const lands = this.#placeBefore(at) + 1;
    this.#shown = value;
    this.#places.splice(at, gone, ...Array.from({ length: came.length }, () => -1));
    this.#text.doc?.transact(() => {
      // From behind, so that what stays to be deleted doesn't move.
      for (const { from, length } of stretches(goes).reverse()) this.#text.delete(from, length);
      if (came !== "") this.#text.insert(lands, came);
    }, this.#origin);
    for (let letter = 0; letter < came.length; letter += 1) this.#places[at + letter] = lands + letter;
  }

  /** Shows what came meanwhile; answers where a caret goes that stood at `caret`. */
  catchUp(): (caret: number) => number {
    const places = this.#places;
    this.#shown = this.#text.toString();
    this.#places = identity(this.#shown.length);
    return (caret) => {
      for (let letter = Math.min(caret, places.length) - 1; letter >= 0; letter -= 1) {
        const place = places[letter] ?? -1;
        if (place >= 0) return place + 1;
      }
      return 0;
    };
  }

  end(): void {
    this.#text.unobserve(this.#hear);
  }

  #placeBefore(at: number): number {
    for (let letter = at - 1; letter >= 0; letter -= 1) {
      const place = this.#places[letter] ?? -1;
      if (place >= 0) return place;
    }
    return -1;
  }

  /** Moves the places along with a change of the room's text, whoever made it. */
  #follow(delta: Y.YTextEvent["delta"]): void {
    let here = 0;
    for (const { retain, insert, delete: gone } of delta) {
      if (retain !== undefined) here += retain;
      else if (typeof insert === "string") {
        const { length } = insert;
        this.#places = this.#places.map((place) => (place >= here ? place + length : place));
        here += length;
      } else if (gone !== undefined) {
        const end = here + gone;
        this.#places = this.#places.map((place) => (place < here ? place : place < end ? -1 : place - gone));
      }
    }
  }
}

const identity = (length: number) => Array.from({ length }, (_, at) => at);

/** Places that follow each other, taken together. */
function stretches(places: readonly number[]): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last.from + last.length === place) last.length += 1;
    else found.push({ from: place, length: 1 });
  }
  return found;
}

/** What became of one text, as one stretch; the caret says which of several equal stretches it was. */
function spliceBetween(before: string, after: string, caret: number): Splice | null {
  if (before === after) return null;
  const mostEnd = Math.min(before.length, Math.max(after.length - caret, 0));
  let end = 0;
  while (end < mostEnd && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const mostStart = Math.min(before.length, after.length) - end;
  let at = 0;
  while (at < mostStart && before[at] === after[at]) at += 1;
  // Never between the two halves of one sign: Yjs would put a "?" in its place.
  if (isHigh(before[at - 1])) at -= 1;
  if (end > 0 && isLow(before.at(-end))) end -= 1;
  return { at, gone: before.length - end - at, came: after.slice(at, after.length - end) };
}

const isHigh = (unit: string | undefined) => unit !== undefined && /[\uD800-\uDBFF]/.test(unit);
const isLow = (unit: string | undefined) => unit !== undefined && /[\uDC00-\uDFFF]/.test(unit);
