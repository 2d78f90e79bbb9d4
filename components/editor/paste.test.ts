// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { cleanPastedHtml, cleanPastedText } from "./paste.ts";

const bullet = (text: string) => `<span style="mso-list:Ignore">${text}<span>&nbsp;&nbsp;</span></span>`;
const item = (level: number, mark: string, text: string) =>
  `<p class="MsoListParagraph" style="margin:0;mso-list:l0 level${level} lfo1">${bullet(mark)}${text}</p>`;

test("an Arabic paragraph from Word keeps its direction", () => {
  expect(cleanPastedHtml('<p dir="RTL">خبر</p>', "ar")).toBe('<p dir="rtl">خبر</p>');
});

test("Word's bullets become a list, and the paragraph after it stays a paragraph", () => {
  const html = `<p>Before</p>${item(1, "·", "One")}${item(1, "·", "Two")}<p>After</p>`;
  const cleaned = cleanPastedHtml(html, "ar");
  expect(cleaned).toContain("<li><p>One</p></li><li><p>Two</p></li></ul><p>After</p>");
  expect(cleaned).not.toContain("·");
});

test("Word's numbers become a numbered list that begins where theirs did", () => {
  const cleaned = cleanPastedHtml(item(1, "3.", "Third") + item(1, "4.", "Fourth"), "en");
  expect(cleaned).toMatch(/^<ol [^>]*start="3"/);
  expect(cleaned.match(/<li>/g)).toHaveLength(2);
});

test("a deeper bullet goes inside the item above it", () => {
  const cleaned = cleanPastedHtml(item(1, "·", "One") + item(2, "o", "Inner") + item(1, "·", "Two"), "en");
  expect(cleaned).toContain("<p>One</p><ul><li><p>Inner</p></li></ul></li><li><p>Two</p></li>");
});

test("invisible direction marks don't come along", () => {
  expect(cleanPastedText("\u200fSulaimani\u202c", "en")).toBe("Sulaimani");
  expect(cleanPastedHtml("<p>\u200eBBC</p>", "en")).toBe("<p>BBC</p>");
});

test("what was typed on an Arabic keyboard arrives in a Kurdish story with Kurdish letters, in an Arabic one as it is", () => {
  expect(cleanPastedText("كوردي", "ckb")).toBe("کوردی");
  expect(cleanPastedHtml("<p>پێك <b>ديت</b></p>", "ckb")).toBe("<p>پێک <b>دیت</b></p>");
  expect(cleanPastedText("كردي", "ar")).toBe("كردي");
});
