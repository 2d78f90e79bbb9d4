import { expect, test } from "vitest";
import {
  br,
  divider,
  doc,
  em,
  embed,
  facts,
  gallery,
  h,
  li,
  p,
  pic,
  pull,
  quote,
  strong,
  ul,
  withAttrs,
} from "../testing/doc.ts";
import { countWords, countWordsIn, everyWord, excerpt, toText } from "./to-text.ts";

test("a body as plain text keeps its paragraphs and loses its dress", () => {
  const story = doc(
    h(2, "What we know"),
    p("Half of ", strong("b"), em("old"), br(), "next line"),
    divider(),
    ul(li(p("one")), li(p("two"), ul(li(p("nested"))))),
    p(),
    quote(p("We were firm"), p("she said")),
  );
  expect(toText(story)).toBe(
    "What we know\n\nHalf of bold\nnext line\n\none\ntwo\nnested\n\nWe were firm\nshe said",
  );
  expect(countWords(story)).toBe(16);
});

test("what stands beside the text isn't counted with it, and is found all the same", () => {
  const story = doc(
    withAttrs(pic("a", "A bus"), { credit: "Reuters photo", alt: "Red bus" }),
    p("Buses run."),
    pull("Driver", "Buses run"),
    facts("In figures", p("40 buses"), pic("b", "Ticket")),
    gallery(pic("c", "One"), pic("d", "Two")),
    embed("https://youtu.be/x", { title: "The ride" }),
  );
  expect(toText(story)).toBe("Buses run.\n\nIn figures\n40 buses");
  expect(countWords(story)).toBe(6);
  expect(everyWord(story)).toBe(
    "Red bus\nReuters photo\nA bus\n\nBuses run.\n\nDriver\nBuses run\n\n" +
      "In figures\n40 buses\nTicket\n\nOne\nTwo\n\nThe ride",
  );
});

test.each([
  ["Russia and the United States gave no sign", 8],
  ["The U.S.-led alliance’s 100,000 troops — eight years on", 8],
  ["NATO—Ukraine", 2],
  ["— “” … ()", 0],
  ["", 0],
  ["هیچ ئاماژەیەک نەبوو، بە گوتەی «ڕۆیتەرز».", 6],
  ["می\u200cخواهم بروم", 2],
  ["قال الوزير: «لا».", 3],
])("%j has %i words", (text, words) => {
  expect(countWordsIn(text)).toBe(words);
});

test("an excerpt ends at a word", () => {
  expect(excerpt(doc(p("Russia and the United States, at odds"), p("again")), 30)).toBe(
    "Russia and the United States…",
  );
  expect(excerpt(doc(p("Short"), p("story")), 30)).toBe("Short story");
  expect(excerpt(doc(p("x".repeat(50))), 10)).toBe(`${"x".repeat(10)}…`);
});
