import fc from "fast-check";
import { expect, test } from "vitest";
import type { NodeJson } from "#db/shapes.ts";
import { doc, facts, h, li, p, pic, strong, ul, withAttrs } from "../testing/doc.ts";
import { compareDocuments } from "./compare.ts";
import { compareTexts, countChangedWords, type Piece } from "./word-diff.ts";

const SIGNS = { same: "", in: "+", out: "-" };
const shown = (pieces: Piece[]) =>
  pieces.map(({ text, how }) => (how === "same" ? text : `[${SIGNS[how]}${text}]`)).join("");
const compared = (before: NodeJson[], after: NodeJson[]) =>
  compareDocuments(doc(...before), doc(...after)).map(({ how, pieces }) => `${how}: ${shown(pieces)}`);
const named = (id: string, node: NodeJson) => withAttrs(node, { id: `block-${id}-000000` });

test("a text that nobody touched is the same, block for block", () => {
  const story = [h(2, "What we know"), p("One ", strong("two")), ul(li(p("three")))];
  expect(compared(story, story)).toEqual(["same: What we know", "same: One two", "same: three"]);
});

test("a changed word is shown as a word, not as letters", () => {
  expect(compared([p("The minister said nothing.")], [p("The ministry said nothing.")])).toEqual([
    "changed: The [-minister][+ministry] said nothing.",
  ]);
});

test("a letter that came or went changes its word", () => {
  expect(shown(compareTexts("Bread costs more.", "Bread will cost more."))).toBe(
    "Bread [-costs][+will cost] more.",
  );
  expect(shown(compareTexts("نرخ", "نرخی"))).toBe("[-نرخ][+نرخی]");
});

test("words put in and taken out stand where they were", () => {
  expect(compared([p("Prices rose on Monday.")], [p("Bread prices rose.")])).toEqual([
    "changed: [-Prices][+Bread prices] rose[- on Monday].",
  ]);
});

test("in Kurdish and Arabic it is the words that changed, too", () => {
  expect(shown(compareTexts("نرخی نان بەرز بووەوە", "نرخی ئارد بەرز بووەوە"))).toBe(
    "نرخی [-نان][+ئارد] بەرز بووەوە",
  );
  expect(shown(compareTexts("قال الوزير إنه لا يعلم", "قال الوزير السابق إنه لا يعلم"))).toMatch(
    /^قال الوزير ?\[\+ ?السابق ?\] ?إنه لا يعلم$/,
  );
});

test("a paragraph that was put in, taken out or rewritten is shown whole", () => {
  expect(
    compared([named("a", p("One.")), named("b", p("Two."))], [named("c", p("New.")), named("a", p("One."))]),
  ).toEqual(["in: [+New.]", "same: One.", "out: [-Two.]"]);
});

test("a paragraph that was cut and pasted back elsewhere is found by its words", () => {
  expect(
    compared([named("a", p("One.")), named("b", p("Two."))], [named("x", p("One.")), named("b", p("Two."))]),
  ).toEqual(["same: One.", "same: Two."]);
});

test("words that became bold are shown as changed", () => {
  const [block] = compareDocuments(doc(p("a b c")), doc(p("a ", strong("b"), " c")));
  expect(block?.how).toBe("changed");
  expect(block?.pieces.find(({ how }) => how === "in")).toEqual({ text: "b", marks: ["bold"], how: "in" });
});

test("what is said of a picture is compared with its caption", () => {
  const [block] = compareDocuments(
    doc(withAttrs(pic("a", "A bus"), { credit: "AFP", alt: "Bus" })),
    doc(withAttrs(pic("a", "A red bus"), { credit: "Reuters photo", alt: "Bus" })),
  );
  expect(shown(block?.pieces ?? [])).toBe("A[+ red] bus");
  expect(block?.said).toEqual([{ name: "credit", before: "AFP", after: "Reuters photo" }]);
});

test("a heading that became text, and a box's title, are said", () => {
  const was = [named("a", h(2, "Why")), named("b", facts("Old", p("40")))];
  const is = [named("a", p("Why")), named("b", facts("New", p("40")))];
  const [line, box] = compareDocuments(doc(...was), doc(...is));
  expect(line).toMatchObject({ how: "changed", type: "paragraph" });
  expect(box?.said).toEqual([{ name: "title", before: "Old", after: "New" }]);
});

test("long texts that have little in common are compared in a moment", () => {
  const text = (seed: number) => Array.from({ length: 4000 }, (_, at) => `w${(at * seed) % 977}`).join(" ");
  const started = performance.now();
  compareDocuments(doc(p(text(3))), doc(p(text(7))));
  expect(performance.now() - started).toBeLessThan(1000);
});

test("a paragraph that stands elsewhere has moved, with the words that changed in it", () => {
  const [a, b, c] = [named("a", p("One.")), named("b", p("Two.")), named("c", p("Three, or more."))];
  const blocks = compareDocuments(doc(a, b, c), doc(named("c", p("Three, or less.")), a, b));
  expect(blocks.map(({ how, moved, pieces }) => `${moved ?? "stays"} ${how}: ${shown(pieces)}`)).toEqual([
    "up changed: Three, or [-more][+less].",
    "stays same: One.",
    "stays same: Two.",
  ]);
  expect(compareDocuments(doc(a, b, c), doc(b, c, a)).map(({ moved }) => moved)).toEqual([
    null,
    null,
    "down",
  ]);
});

test("a picture put in the place of another is shown as both", () => {
  const [block] = compareDocuments(doc(named("a", pic("a", "Bread"))), doc(named("a", pic("b", "Bread"))));
  expect(block).toMatchObject({ how: "changed", said: [] });
  expect(block?.picture?.before).toContain("0000000a");
  expect(block?.picture?.after).toContain("0000000b");
});

test("words replaced one after the other are one replacement; two texts are not confetti", () => {
  expect(shown(compareTexts("She said it was late.", "She said they were late."))).toBe(
    "She said [-it was][+they were] late.",
  );
  const [was, is] = [
    "The harvest failed in three villages near the lake.",
    "Bakers, on the other hand, may raise prices from Monday on.",
  ];
  expect(shown(compareTexts(was, is))).toBe(`[-${was}][+${is}]`);
});

test("changed words are counted as reporters count them", () => {
  expect(countChangedWords(compareTexts("Bread — costs more.", "Bread will cost more, he said."))).toEqual({
    wordsIn: 4,
    wordsOut: 1,
  });
});

test("every comparison holds both texts, letter for letter", () => {
  const word = fc.constantFrom("a", "bb", "نان", "c", " ", "  ", ".", "’");
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compareTexts(before, after);
      const without = (how: string) => pieces.filter((piece) => piece.how !== how).map((piece) => piece.text);
      expect(without("in").join("")).toBe(before);
      expect(without("out").join("")).toBe(after);
    }),
  );
});
