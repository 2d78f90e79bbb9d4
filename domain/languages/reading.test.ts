import { expect, test } from "vitest";
import { readingMinutes } from "./reading.ts";

test.each([
  [0, "en", 0],
  [12, "en", 1],
  [228, "en", 1],
  [800, "en", 4],
  [800, "ar", 6],
  [800, "ckb", 5],
] as const)("%i words in %s take %i minutes", (words, language, minutes) => {
  expect(readingMinutes(words, language)).toBe(minutes);
});
