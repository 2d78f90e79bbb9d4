import { expect, test } from "vitest";
import { doc, p } from "../testing/doc.ts";
import { proposedParagraph } from "./proposed-paragraph.ts";

const named = (id: string, text: string) => ({ ...p(text), attrs: { id } });
const [a, b, c] = [named("aaa", "First."), named("bbb", "Second."), named("ccc", "Third.")];
const live = doc(a, b, c);

test("an update is about the one paragraph that differs from what readers have", () => {
  expect(proposedParagraph(live, doc(a, named("bbb", "Second!"), c))).toBe("bbb");
  expect(proposedParagraph(live, doc(a, b, c, named("ddd", "New.")))).toBe("ddd");
});

test("it is about the whole story where nothing, several or a missing paragraph differ", () => {
  expect(proposedParagraph(live, live)).toBeNull();
  expect(proposedParagraph(live, doc(named("aaa", "First!"), named("bbb", "Second!"), c))).toBeNull();
  expect(proposedParagraph(live, doc(a, c))).toBeNull();
});

test("a paragraph without a name can't be proposed", () => {
  expect(proposedParagraph(live, doc(a, b, c, { ...p("New."), attrs: { id: "" } }))).toBeNull();
});
