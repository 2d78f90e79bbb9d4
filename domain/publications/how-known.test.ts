import { expect, test } from "vitest";
import type { Printed } from "#db/shapes.ts";
import { howKnown } from "./how-known.ts";

const silent: Printed = {
  ...{ kicker: "", headline: "Bread", standfirst: "", dateline: "", byline: [], topics: [], signOff: "" },
  ...{ section: { slug: "news", label: "News" }, slug: "", marks: [], words: 3 },
};
const told = (printed: Partial<Printed>, language: "en" | "ar" | "ckb" = "en") =>
  howKnown({ printed: { ...silent, ...printed }, language }).map(({ term, told }) => `${term}: ${told}`);

test("of a story of which nothing is known nothing is said", () => {
  expect(told({})).toEqual([]);
  expect(told({ machineHelp: { answer: "unsaid", note: "x" }, sources: [] })).toEqual([]);
});

test("what the record holds is said in the story's language", () => {
  const known: Partial<Printed> = {
    dateline: "DUKAN",
    sources: ["", "Reuters", "AFP", "Reuters"],
    byline: [{ name: "Soran", role: "translation" }],
    translatedFrom: "ar",
    machineHelp: { answer: "yes", note: "a first draft of the translation" },
  };
  expect(told(known)).toEqual([
    "Reported from: DUKAN",
    "Sources: Our own reporting, Reuters and AFP",
    "Text: Written by our newsroom, with material from Reuters and AFP",
    "Translation: Translated from Arabic · Translated by Soran",
    "Machine help: Yes: a first draft of the translation",
  ]);
  expect(told(known, "ar")).toHaveLength(5);
  expect(told(known, "ckb").join()).not.toMatch(/[a-z]{3,}: /);
});

test("an agency's text is called one, and our own ours", () => {
  expect(told({ sources: ["Reuters"] })).toEqual(["Sources: Reuters", "Text: From Reuters"]);
  expect(told({ sources: [""], machineHelp: { answer: "no", note: "" } })).toEqual([
    "Sources: Our own reporting",
    "Text: Written by our newsroom",
    "Machine help: No",
  ]);
});
