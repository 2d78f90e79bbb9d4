import { expect, test } from "vitest";
import { divider, doc, h, li, p, ul, withAttrs } from "../testing/doc.ts";
import { numberedParagraphs } from "./paragraphs.ts";

test("paragraphs have the numbers that a reader counts: no dividers, blanks or pictures", () => {
  const pictured = withAttrs(
    { type: "picture", content: [{ type: "text", text: "A caption" }] },
    { alt: "A dam" },
  );
  const body = doc(
    p("One."),
    divider(),
    pictured,
    p(),
    h(2, "Two"),
    ul(li(p("Three,")), li(p("in two points"))),
  );
  expect(numberedParagraphs(body).map(({ number, text }) => [number, text])).toEqual([
    [1, "One."],
    [2, "Two"],
    [3, "Three, in two points"],
  ]);
});
