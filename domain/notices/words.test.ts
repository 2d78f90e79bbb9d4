import { expect, test } from "vitest";
import { LANGUAGE_CODES, NOTICE_KINDS } from "../vocabulary.ts";
import { noticeHeading, noticeLine, noticeMark } from "./words.ts";

const labels = { en: "EBL time", ar: "بتوقيت أربيل", ckb: "بە کاتی هەولێر" };
const at = new Date("2026-01-12T18:31:00Z");
const morning = new Date("2026-01-12T06:00:00Z");
const dayBefore = new Date("2026-01-11T12:00:00Z");

function line(language: keyof typeof labels, more: Partial<Parameters<typeof noticeLine>[0]> = {}): string {
  return noticeLine({
    kind: "update",
    at,
    note: "",
    publishedAt: morning,
    language,
    timeZone: "Asia/Baghdad",
    zoneLabel: labels[language],
    ...more,
  });
}

test.each([
  ["en", "*This story was updated at 09:31 p.m. EBL time"],
  ["ar", "*جرى تحديث هذا الخبر عند الساعة 09:31 مساءً بتوقيت أربيل"],
  ["ckb", "*ئەم هەواڵە کاتژمێر 21:31 بە کاتی هەولێر نوێکرایەوە"],
] as const)("an update on the day of publication, in %s", (language, expected) => {
  expect(line(language)).toBe(expected);
});

test.each([
  ["en", "*This story was updated at 09:31 p.m. EBL time on Jan. 12, 2026"],
  ["ar", "*جرى تحديث هذا الخبر يوم الاثنين 12 كانون الثاني 2026 عند الساعة 09:31 مساءً بتوقيت أربيل"],
  ["ckb", "*ئەم هەواڵە دووشەممە، 12ی کانوونی دووەمی 2026، کاتژمێر 21:31 بە کاتی هەولێر نوێکرایەوە"],
] as const)("an update on another day has its date, in %s", (language, expected) => {
  expect(line(language, { publishedAt: dayBefore })).toBe(expected);
});

test.each([
  [
    "2026-01-12T20:50:00Z",
    "2026-01-12T21:10:00Z",
    "*This story was updated at 12:10 a.m. EBL time on Jan. 13, 2026",
  ],
  ["2026-01-11T21:10:00Z", "2026-01-12T20:50:00Z", "*This story was updated at 11:50 p.m. EBL time"],
  [
    "2007-03-31T20:30:00Z",
    "2007-04-01T00:00:00Z",
    "*This story was updated at 04:00 a.m. EBL time on April 1, 2007",
  ],
  ["2007-09-30T21:00:00Z", "2007-10-01T00:00:00Z", "*This story was updated at 03:00 a.m. EBL time"],
  ["2008-07-15T01:00:00Z", "2008-07-15T12:00:00Z", "*This story was updated at 03:00 p.m. EBL time"],
  ["2026-07-15T01:00:00Z", "2026-07-15T09:00:00Z", "*This story was updated at 12:00 p.m. EBL time"],
])("published at %s and updated at %s, by Erbil's calendar", (published, updated, expected) => {
  expect(line("en", { publishedAt: new Date(published), at: new Date(updated) })).toBe(expected);
});

test("the editor's note follows as a sentence", () => {
  expect(line("en", { note: "Adds the ministry's response" })).toBe(
    "*This story was updated at 09:31 p.m. EBL time. Adds the ministry's response.",
  );
  expect(line("en", { note: " “We were firm.” " })).toBe(
    "*This story was updated at 09:31 p.m. EBL time. “We were firm.”",
  );
  expect(line("ckb", { note: "وەڵامی وەزارەت زیادکرا" })).toBe(
    "*ئەم هەواڵە کاتژمێر 21:31 بە کاتی هەولێر نوێکرایەوە. وەڵامی وەزارەت زیادکرا.",
  );
});

test.each([
  ["correction", "en", "*Correction, 09:31 p.m. EBL time: It was 12, not 21, in paragraph 3."],
  ["clarification", "en", "*Clarification, 09:31 p.m. EBL time: It was 12, not 21, in paragraph 3."],
  ["editors-note", "en", "*Editor's note, 09:31 p.m. EBL time: It was 12, not 21, in paragraph 3."],
  ["correction", "ar", "*تصحيح، الساعة 09:31 مساءً بتوقيت أربيل: It was 12, not 21, in paragraph 3."],
  ["correction", "ckb", "*ڕاستکردنەوە، کاتژمێر 21:31 بە کاتی هەولێر: It was 12, not 21, in paragraph 3."],
] as const)("a %s in %s says what it is, when, and what was wrong", (kind, language, expected) => {
  expect(line(language, { kind, note: "It was 12, not 21, in paragraph 3" })).toBe(expected);
});

test("a correction on another day has its date", () => {
  const later = { kind: "correction", note: "x", publishedAt: dayBefore } as const;
  expect(line("en", later)).toBe("*Correction, Jan. 12, 2026, 09:31 p.m. EBL time: x.");
  expect(line("ar", later)).toBe("*تصحيح، 12 كانون الثاني 2026، الساعة 09:31 مساءً بتوقيت أربيل: x.");
  expect(line("ckb", later)).toBe("*ڕاستکردنەوە، 12ی کانوونی دووەمی 2026، کاتژمێر 21:31 بە کاتی هەولێر: x.");
});

test.each([
  ["en", "*This story was withdrawn at 09:31 p.m. EBL time on Jan. 12, 2026"],
  ["ar", "*جرى سحب هذا الخبر يوم الاثنين 12 كانون الثاني 2026 عند الساعة 09:31 مساءً بتوقيت أربيل"],
  ["ckb", "*ئەم هەواڵە دووشەممە، 12ی کانوونی دووەمی 2026، کاتژمێر 21:31 بە کاتی هەولێر کشێنرایەوە"],
] as const)(
  "where the day of publication isn't known, a withdrawal has its date, in %s",
  (language, expected) => {
    expect(line(language, { kind: "withdrawal", publishedAt: null })).toBe(expected);
  },
);

test("no kind is called like another, in any language", () => {
  for (const language of LANGUAGE_CODES) {
    for (const words of [noticeHeading, noticeMark]) {
      expect(new Set(NOTICE_KINDS.map((kind) => words(kind, language))).size).toBe(NOTICE_KINDS.length);
    }
  }
});
