import { expect, test } from "vitest";
import { parseDocument } from "../document/validate.ts";
import { bodyFrom } from "./body.ts";

/** The body without its blocks' names, which are new each time. */
function shapeOf(text: string): unknown {
  return JSON.parse(JSON.stringify(bodyFrom(text).doc), (name, value) => (name === "id" ? undefined : value));
}

test("an empty line parts two paragraphs, and a line that goes on belongs to the one above", () => {
  expect(shapeOf("The river\nruns clear.\n\nThe frogs came back.")).toEqual({
    type: "doc",
    content: [
      { type: "paragraph", attrs: {}, content: [{ type: "text", text: "The river runs clear." }] },
      { type: "paragraph", attrs: {}, content: [{ type: "text", text: "The frogs came back." }] },
    ],
  });
});

test("bold words, italic words and links keep the text around them", () => {
  expect(
    shapeOf("Take **N1** to the *old* bazaar, says [the timetable](https://example.org/n1)."),
  ).toMatchObject({
    content: [
      {
        content: [
          { text: "Take " },
          { text: "N1", marks: [{ type: "bold" }] },
          { text: " to the " },
          { text: "old", marks: [{ type: "italic" }] },
          { text: " bazaar, says " },
          { text: "the timetable", marks: [{ type: "link", attrs: { href: "https://example.org/n1" } }] },
          { text: "." },
        ],
      },
    ],
  });
});

test("a list has one item a line, and a long item may go on in the next", () => {
  const item = (text: string) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: [{ text }] }],
  });
  expect(shapeOf("- one summer,\n  and a mild one\n- no metals\n\n1. weigh\n2. pay")).toMatchObject({
    content: [
      { type: "bulletList", content: [item("one summer, and a mild one"), item("no metals")] },
      { type: "orderedList", content: [item("weigh"), item("pay")] },
    ],
  });
});

test("everything the signs can say is a body that the newsroom accepts", () => {
  const body = bodyFrom(
    "Lead.\n\n## Heading\n\n> Said\n> so.\n\n- a\n- b\n\n1. c\n\n---\n\n### End\n\n**Last** line.",
  );
  expect(parseDocument(body)).toEqual(body);
  expect(body.doc.content?.map((block) => block.type)).toEqual([
    "paragraph",
    "heading",
    "blockquote",
    "bulletList",
    "orderedList",
    "horizontalRule",
    "heading",
    "paragraph",
  ]);
});
