// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { UnsavedCopies } from "./unsaved-copies.ts";

beforeEach(() => localStorage.clear());

const visit = (storyId = "s1") => new UnsavedCopies<string>(localStorage, storyId);
const lostTexts = (copies: UnsavedCopies<string>) => copies.lost().map(({ draft }) => draft);

test("a tab that has saved leaves alone what another tab on the same revision couldn't save", () => {
  const [one, other] = [visit(), visit()];
  one.keep("Typed in the one", "r1");
  other.keep("Typed in the other", "r1");
  one.saved();
  expect(lostTexts(visit())).toEqual(["Typed in the other"]);
});

test("lost text that nobody has decided about outlives every save of later visits", () => {
  visit().keep("Lost in the tunnel", "r1");
  const later = visit();
  expect(lostTexts(later)).toEqual(["Lost in the tunnel"]);
  later.keep("New words", "r2");
  later.saved();
  expect(lostTexts(later)).toEqual(["Lost in the tunnel"]);
  expect(lostTexts(visit())).toEqual(["Lost in the tunnel"]);
});

test("lost text that was put back is kept until it is saved, and isn't offered again meanwhile", () => {
  visit().keep("Lost in the tunnel", "r1");
  const later = visit();
  for (const copy of later.lost()) later.putOnScreen(copy);
  expect(lostTexts(later)).toEqual([]);
  expect(lostTexts(visit())).toEqual(["Lost in the tunnel"]);
  later.saved();
  expect(lostTexts(visit())).toEqual([]);
});

test("lost text that is thrown away is gone, and only that", () => {
  visit().keep("Lost on Monday", "r1");
  visit("s2").keep("Of another story", "r7");
  const later = visit();
  later.keep("New words", "r2");
  for (const copy of later.lost()) later.throwAway(copy);
  expect(lostTexts(visit())).toEqual(["New words"]);
  expect(lostTexts(visit("s2"))).toEqual(["Of another story"]);
});

test("what is on the own screen isn't called lost", () => {
  const own = visit();
  own.keep("Rain", "r1");
  expect(own.lost()).toEqual([]);
});
