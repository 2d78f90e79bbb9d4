import { expect, test } from "vitest";
import { wordsNotIn } from "./words-not-kept.ts";

test("the words that were typed since are counted, the moved and the deleted aren't", () => {
  expect(wordsNotIn("Bread costs more from Monday.", "From Monday bread costs more")).toBe(2);
  expect(wordsNotIn("one two", "two one three")).toBe(1);
  expect(wordsNotIn("one two", "one")).toBe(0);
  expect(wordsNotIn("", "the the the")).toBe(3);
});

test("a Kurdish or Arabic word is one word", () => {
  expect(wordsNotIn("", "نرخی نان لە سلێمانی بەرز دەبێتەوە")).toBe(6);
  expect(wordsNotIn("سعر", "سِعر الخبز")).toBe(2);
});
