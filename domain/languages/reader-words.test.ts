import { expect, test } from "vitest";
import { LANGUAGE_CODES } from "../vocabulary.ts";
import { clean } from "./clean.ts";
import { bylineLines, readerWords } from "./reader-words.ts";

/** Every word of a language, those made from others too. */
function spoken(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function")
    return [String(value.length > 0 ? value(["Rawa", "Soran"], "X") : value())];
  return Object.values(value ?? {}).flatMap(spoken);
}

test("every language says everything, in its own letters", () => {
  for (const language of LANGUAGE_CODES) {
    const words = spoken(readerWords(language));
    expect(words.every((word) => word.trim() === word && word !== "" && !/undefined|object/.test(word))).toBe(
      true,
    );
    for (const word of words) expect(clean(word, language)).toBe(word);
  }
  for (const word of [...spoken(readerWords("ckb")), ...Object.values(readerWords("ckb").languageNames)]) {
    expect(word).not.toMatch(/[كيىةھ]/);
  }
});

test("a byline says what each person did, in the order given", () => {
  const byline = [
    { name: "Rawa", role: "writing" },
    { name: "Dana", role: "photos" },
    { name: "Soran", role: "writing" },
    { name: "Shilan", role: "writing" },
  ] as const;
  expect(bylineLines(byline, "en")).toEqual(["By Rawa, Soran and Shilan", "Photos by Dana"]);
  expect(bylineLines(byline, "ar")).toEqual(["بقلم: Rawa، Soran وShilan", "تصوير: Dana"]);
  expect(bylineLines(byline, "ckb")).toEqual(["نووسینی: Rawa، Soran و Shilan", "وێنەی: Dana"]);
  expect(bylineLines([], "en")).toEqual([]);
});

test("Arabic counts minutes its own way", () => {
  expect([1, 2, 3, 11, 102].map(readerWords("ar").readingMinutes)).toEqual([
    "دقيقة واحدة",
    "دقيقتان",
    "3 دقائق",
    "11 دقيقة",
    "102 دقيقة",
  ]);
});
