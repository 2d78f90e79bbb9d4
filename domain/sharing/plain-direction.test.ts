import { expect, test } from "vitest";
import type { Language } from "../vocabulary.ts";
import { inPlainDirection } from "./plain-direction.ts";

test.each<[Language, string, string]>([
  ["ckb", "باجی نان زیاد دەکات", "باجی نان زیاد دەکات"],
  ["ckb", "BBC: باجی نان", "\u200fBBC: باجی نان"],
  ["ar", "«رويترز»: 3-5 قتلى", "«رويترز»: \u20663-5\u2069 قتلى"],
  ["ar", "2026", "\u200f2026"],
  ["en", "Bread costs 3-5 % more", "Bread costs 3-5 % more"],
  ["en", "«نان» means bread", "\u200e«نان» means bread"],
  ["en", "2026", "\u200e2026"],
])("%s: “%s” reads from its own side where nothing but its letters says so", (language, text, expected) => {
  expect(inPlainDirection(text, language)).toBe(expected);
});
