import { expect, test } from "vitest";
import { divider, doc, li, p, strong, ul, withAttrs } from "../testing/doc.ts";
import { changedParagraphs, removedParagraphs } from "./changed-paragraphs.ts";

const named = (name: string, text: string) => withAttrs(p(text), { id: `paragraph-${name}` });
const [a, b, c, d] = [
  named("aaa", "First."),
  named("bbb", "Second."),
  named("ccc", "Third."),
  named("ddd", "Fourth."),
];
const story = doc(a, b, c, d);

test("Rawa has since changed paragraph 3", () => {
  expect(changedParagraphs(story, doc(a, b, named("ccc", "Third!"), d))).toEqual([3]);
});

test("nothing changed", () => {
  expect(changedParagraphs(story, story)).toEqual([]);
  expect(removedParagraphs(story, story)).toEqual([]);
});

test("a new paragraph is the one that changed, not all that follow it", () => {
  expect(changedParagraphs(story, doc(a, named("new", "New."), b, c, d))).toEqual([2]);
});

test("a paragraph cut and pasted back in place, under a new name, is unchanged", () => {
  expect(changedParagraphs(story, doc(a, named("zzz", "Second."), c, d))).toEqual([]);
});

test("a word made bold is a change", () => {
  expect(changedParagraphs(story, doc(a, b, c, { ...d, content: p(strong("Fourth.")).content }))).toEqual([
    4,
  ]);
});

test("a paragraph that moved up counts where it can be seen", () => {
  expect(changedParagraphs(story, doc(a, c, b, d))).toEqual([3]);
});

test("dividers and blank paragraphs don't count", () => {
  expect(changedParagraphs(story, doc(a, divider(), p(), b, named("ccc", "Third!"), d))).toEqual([3]);
});

test("a change deep in a list is a change of the list", () => {
  expect(changedParagraphs(doc(a, ul(li(p("x")))), doc(a, ul(li(p("y")))))).toEqual([2]);
});

test("a paragraph that is gone is named by where it stood", () => {
  expect(changedParagraphs(story, doc(a, c, d))).toEqual([]);
  expect(removedParagraphs(story, doc(a, c, d))).toEqual([2]);
});

test("what an editor writes out and a stored text leaves away changes nothing", () => {
  const unset = { dir: null, lang: null, suggestion: null };
  const onScreen = doc(withAttrs(a, unset), withAttrs(b, unset), withAttrs(named("ccc", "Third!"), unset), d);
  expect(changedParagraphs(story, onScreen)).toEqual([3]);
});
