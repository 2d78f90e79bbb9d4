import { expect, test } from "vitest";
import { changedParagraphs } from "../document/changed-paragraphs.ts";
import { blankFields } from "../stories/fields.ts";
import { doc, p } from "../testing/doc.ts";
import { edited } from "./edit.ts";

const text = {
  fields: { ...blankFields("section"), headline: "A village comes up for air" },
  document: doc(p("The lake has fallen."), p("It held 41 percent.")),
};

test("a correction changes one paragraph and leaves the others' names alone", () => {
  const after = edited(text, { replace: ["41 percent", "14 percent"] });

  expect(changedParagraphs(text.document, after.document)).toEqual([2]);
  expect(after.document.doc.content?.map((block) => block.attrs?.id)).toEqual([
    "block-000001",
    "block-000002",
  ]);
  expect(after.fields).toEqual(text.fields);
});

test("an addition stands at the end, under a name of its own", () => {
  const after = edited(text, { headline: "A village breathes", append: "Rain is expected." });

  expect(changedParagraphs(text.document, after.document)).toEqual([3]);
  expect(after.fields.headline).toBe("A village breathes");
});

test("an edit that finds nothing to replace, or two places, is refused", () => {
  expect(() => edited(text, { replace: ["60 percent", "14 percent"] })).toThrow("0 places");
  const twice = { ...text, document: doc(p("41 percent"), p("41 percent")) };
  expect(() => edited(twice, { replace: ["41 percent", "14 percent"] })).toThrow("2 places");
});
