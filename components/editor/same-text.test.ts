import { expect, test } from "vitest";
import { isSameText } from "./same-text.ts";

test("an unsaved copy is the same as the stored text although the database ordered its keys", () => {
  const typed = {
    doc: { type: "p", attrs: { id: "b1", dir: null }, content: [{ type: "text", text: "Rain" }] },
  };
  const stored = { doc: { content: [{ text: "Rain", type: "text" }], type: "p", attrs: { id: "b1" } } };
  expect(isSameText(typed, stored)).toBe(true);
});

test("one changed word makes another text", () => {
  expect(isSameText({ headline: "Rain" }, { headline: "Snow" })).toBe(false);
  expect(isSameText({ marks: ["lead"] }, { marks: ["top"] })).toBe(false);
});
