import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGE_CODES } from "../vocabulary.ts";
import { clean } from "./clean.ts";
import { digitsToLatin } from "./numerals.ts";

test.each([
  [
    "رێب\u0648اری رێگای عەش\u0642 \u0648 ئازاد\u064a\u0645 ک\u0647\u200c\u0648ا",
    "رێب\u0648اری رێگای عەش\u0642 \u0648 ئازادی\u0645 کە\u0648ا",
  ],
  ["ر\u0647\u200cزب\u0647\u200cر", "رەزبەر"],
  ["س\u0640\u0640\u0640\u0640ڵا\u0648", "سڵا\u0648"],
  ["ر\u0647&zwnj;زب\u0647&zwnj;ر", "رەزبەر"],
  ["بە\u0647\u0640 بە\u0647\u0640", "بە\u0647\u0640 بە\u0647\u0640"],
  ["\u0648 ڕێک \u0648 پێ\u0643 دەر\u0646اچێت", "\u0648 ڕێک \u0648 پێک دەر\u0646اچێت"],
  ["بڕ\u064aاری دا\u0648ە", "بڕیاری دا\u0648ە"],
  ["ھەر", "\u0647ەر"],
  ["سەر\u200cز\u0644", "سەرز\u0644"],
  ["\u0647\u0640ا", "\u0647ا"],
  ["\u0645اھ", "\u0645ا\u0647\u0640"],
  ["\ufeb3\ufee0ێ\ufee4\ufe8e\ufee7\ufef0", "س\u0644ێ\u0645ا\u0646ی"],
  ["ژ\u0645ارە \u2066+964 770\u2069", "ژ\u0645ارە \u2066+964 770\u2069"],
  ["\u202bسڵا\u0648\u202c", "سڵا\u0648"],
  ["\u0645ی\u200cخ\u0648ا\u0647\u0645", "\u0645ی\u200cخ\u0648ا\u0647\u0645"],
])("in a Kurdish story, %s is stored as %s", (typed, stored) => {
  expect(clean(typed, "ckb")).toBe(stored);
});

test("a stretched word and Arabic digits, mended and converted on request", () => {
  expect(digitsToLatin(clean("لە ســـاڵەکانی ١٩٥٠دا و ۴۵۶", "ckb"))).toBe("لە ساڵەکانی 1950دا و 456");
  expect(clean("١٩٥٠", "ckb")).toBe("١٩٥٠");
});

test("a ZWNJ that says nothing goes, wherever it stands", () => {
  expect(clean("   دەق\u200c  ", "ckb").trim()).toBe("دەق");
  expect(clean("\u200cدەق\u200c\u200cدا", "ckb")).toBe("دەق\u200cدا");
});

test("Kurdish names that a bolder rule would change are left alone", () => {
  for (const name of ["گوناه", "شاه", "ڕۆژ", "رۆژ", "ووڵات", "مسؤول", "أحمد"])
    expect(clean(name, "ckb")).toBe(name);
});

test.each([
  ["\u06a9تاب", "كتاب"],
  ["العراقیة", "العراقية"],
  ["علی", "علی"],
  ["چاپ پێشمەرگە گ ڤ", "چاپ پێشمەرگە گ ڤ"],
  ["مكتبة", "مكتبة"],
  ["ريـــاضة ١٤٤٧ ه\u0640", "رياضة ١٤٤٧ ه\u0640"],
  ["مُحَمَّد", "مُحَمَّد"],
])("in an Arabic story, %s is stored as %s", (typed, stored) => {
  expect(clean(typed, "ar")).toBe(stored);
});

test("an English story keeps its words; what embeds direction or has no width goes", () => {
  expect(clean("\ufeffNATO’s \u202btalks\u202c – کورد ي", "en")).toBe("NATO’s talks – کورد ي");
});

test("cleaning twice changes nothing more, in any language", () => {
  const letters = "اأبةيىیهھەكکرڕزۆ\u0640\u200c\u200b\u202b\u2066\u064eﻠﻰ a.1".split("");
  const texts = fc
    .array(fc.constantFrom(...letters, "&zwnj;"), { maxLength: 14 })
    .map((some) => some.join(""));
  fc.assert(
    fc.property(texts, fc.constantFrom(...LANGUAGE_CODES), (text, language) => {
      const once = clean(text, language);
      expect(clean(once, language)).toBe(once);
    }),
    { numRuns: 5000, seed: 12 },
  );
});
