import { expect, test } from "vitest";
import type { StoryFields } from "#db/shapes.ts";
import { blankFields } from "#domain/stories/fields.ts";
import { words } from "../words.tsx";
import { notSentWords } from "./not-sent.ts";

const left = { authorName: "Rawa", paragraphs: [], fields: [], revisionId: "" };
const t = words("desk", "en");

test("whatever a colleague changed is named: a paragraph by its number, each field by its word", () => {
  expect(notSentWords({ ...left, paragraphs: [3], fields: ["headline", "lead"] }, t)).toBe(
    "Rawa has since changed paragraph 3, the headline and the lead picture. Not sent.",
  );
  for (const field of Object.keys(blankFields("")) as (keyof StoryFields)[]) {
    expect(notSentWords({ ...left, fields: [field] }, t)).toMatch(/^Rawa has since changed (?:the|what) /);
    expect(notSentWords({ ...left, fields: [field] }, t)).not.toContain("the text.");
  }
});
