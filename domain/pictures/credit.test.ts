import { expect, test } from "vitest";
import { type CreditFacts, creditLine } from "./credit.ts";

const facts = (given: Partial<CreditFacts>): CreditFacts => ({
  author: "",
  source: "",
  credit: "",
  rights: "unknown",
  rightsNote: "",
  sourceLabels: {},
  ...given,
});
const inEach = (given: Partial<CreditFacts>) =>
  (["en", "ar", "ckb"] as const).map((language) => creditLine(facts(given), language));

test("an agency's picture is credited to it by the name that the story's language has for it", () => {
  const lines = ["Reuters photo", "الصورة: رويترز", "وێنە: ڕۆیتەرز"];
  expect(inEach({ source: "REUTERS", author: "Thaier Al-Sudani", rights: "subscription" })).toEqual(lines);
  expect(inEach({ credit: "Reuters" })).toEqual(lines);
});

test("what the outlet's own list calls an agency comes before what everybody calls it", () => {
  const sourceLabels = { en: "Shafaq News", ar: "شفق نيوز" };
  const [en, ar, ckb] = inEach({ source: "Shafaq", sourceLabels, rights: "permission" });
  expect(en).toBe("Shafaq News photo");
  expect(ar).toBe("الصورة: شفق نيوز");
  expect(ckb).toBe("وێنە: Shafaq");
});

test("our own picture is credited to who took it, a handout to who gave it, a free one with its licence", () => {
  expect(inEach({ author: "Aram Karim", source: "Zagros Post", rights: "ours" })[0]).toBe(
    "Photo: Aram Karim",
  );
  expect(inEach({ source: "Ministry of Health", rights: "handout" })[0]).toBe("Ministry of Health handout");
  expect(inEach({ author: "Jane Doe", rights: "free", rightsNote: "CC BY 4.0" })[0]).toBe(
    "Photo: Jane Doe, CC BY 4.0",
  );
});

test("a credit that somebody wrote as a phrase is left alone, and nothing is made up where nothing is known", () => {
  expect(inEach({ credit: "Courtesy of the family", rights: "permission" })[0]).toBe(
    "Courtesy of the family",
  );
  expect(inEach({ rightsNote: "asked by phone" })).toEqual(["", "", ""]);
});
