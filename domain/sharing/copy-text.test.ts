import { describe, expect, test } from "vitest";
import type { Language } from "../vocabulary.ts";
import { copyText, X_MOST, xLength, xPostLength } from "./copy-text.ts";

const url = "https://news.example.org/s/12";
const story = (headline: string, { standfirst = "", shareText = "", language = "en" as Language } = {}) => ({
  printed: { headline, standfirst, shareText },
  language,
  url,
});

describe("text to copy", () => {
  test("for Telegram and WhatsApp begins with the headline in bold, as each writes it", () => {
    const bread = story("Bread costs more", { standfirst: "From Monday." });
    expect(copyText("telegram", bread)).toBe(`**Bread costs more**\n\nFrom Monday.\n\n${url}`);
    expect(copyText("whatsapp", bread)).toBe(`*Bread costs more*\n\nFrom Monday.\n\n${url}`);
    expect(copyText("telegram", story("5 * 5"))).toBe(`5 * 5\n\n${url}`.replace(/^/, "\u200e"));
  });

  test("says what was written for sharing instead of the standfirst, and the headline where there is neither", () => {
    const written = story("Bread", { standfirst: "From Monday.", shareText: "How much more?" });
    expect(copyText("whatsapp", written)).toBe(`*Bread*\n\nHow much more?\n\n${url}`);
    expect(copyText("facebook", written)).toBe(`How much more?\n\n${url}`);
    expect(copyText("x", written)).toBe(`How much more?\n${url}`);
    expect(copyText("facebook", story("Bread"))).toBe(`Bread\n\n${url}`);
  });

  test("reads from the right in every paragraph of a Kurdish story, whatever it begins with", () => {
    const kurdish = story("BBC: نان 3-5", { standfirst: "PUK و KDP", language: "ckb" });
    const text = copyText("telegram", kurdish);
    expect(text).toBe(`**\u200fBBC: نان \u20663-5\u2069**\n\n\u200fPUK و KDP\n\n${url}`);
  });

  test("for X has at most 280 of X's own characters, whole words and the address", () => {
    for (const [language, word] of [
      ["en", "parliament "],
      ["ckb", "پەرلەمان "],
      ["ar", "البرلمان +964 770 123 4567 "],
    ] as const) {
      const post = copyText("x", story(word.repeat(60).trim(), { language }));
      expect(post.endsWith(` …\n${url}`)).toBe(true);
      expect(xPostLength(post, url)).toBeLessThanOrEqual(X_MOST);
      expect(xPostLength(post, url)).toBeGreaterThan(X_MOST - 40);
      expect(post.split("\u2066").length).toBe(post.split("\u2069").length);
    }
    expect(copyText("x", story("Bread"))).toBe(`Bread\n${url}`);
    expect(xPostLength(copyText("x", story("x".repeat(400))), url)).toBeLessThanOrEqual(X_MOST);
  });
});

test("X weighs Latin and Arabic letters once, others and its signs twice", () => {
  expect([xLength("abc"), xLength("نان"), xLength("面包"), xLength("—"), xLength("😀")]).toEqual([
    3, 3, 4, 1, 2,
  ]);
  expect(xPostLength(`ab ${url}`, url)).toBe(26);
});
