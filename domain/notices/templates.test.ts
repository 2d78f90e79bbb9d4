import { describe, expect, test } from "vitest";
import type { NoticeWords } from "#db/shapes.ts";
import { LANGUAGE_CODES, NOTICE_KINDS } from "../vocabulary.ts";
import { withAnchors } from "./anchors.ts";
import { OUR_WORDS, troubleWithLine, troubleWithWord } from "./templates.ts";
import { noticeLine, noticeMark } from "./words.ts";

const at = new Date("2026-01-12T18:31:00Z");

function line(template: string, more: Partial<Parameters<typeof noticeLine>[0]> = {}): string {
  const kind = more.kind ?? "update";
  const words: NoticeWords = { en: { [kind]: { line: template, heading: "Put right" } } };
  const place = { language: "en", timeZone: "Asia/Baghdad", zoneLabel: "EBL time" } as const;
  return noticeLine({ kind, at, note: "", publishedAt: at, ...place, words, ...more });
}

describe("an outlet's own sentence", () => {
  test.each([
    ["Updated {when}", "", "Updated at 09:31 p.m. EBL time"],
    ["UPDATE ({when})", "", "UPDATE (09:31 p.m. EBL time)"],
    ["{when} – updated", "", "09:31 p.m. EBL time – updated"],
    ["{heading} {when}: {note}", "It was 12", "Put right at 09:31 p.m. EBL time: It was 12."],
    ["{note} ({heading}, {when})", "It was 12", "It was 12. (Put right, 09:31 p.m. EBL time)"],
    ["{note} ({heading}, {when})", "", "(Put right, 09:31 p.m. EBL time)"],
    ["{heading}, {when}: {note}", "", "Put right, 09:31 p.m. EBL time"],
    ["Updated {when}.", "It was 12", "Updated at 09:31 p.m. EBL time. It was 12."],
  ])("%s with the note “%s”", (template, note, expected) => {
    expect(line(template, { note })).toBe(expected);
  });

  test("what an editor writes in a note is never taken for a slot", () => {
    expect(line("{heading}, {when}: {note}", { note: "Not {when}, $& or {heading}" })).toBe(
      "Put right, 09:31 p.m. EBL time: Not {when}, $& or {heading}.",
    );
  });

  test("speaks for one kind in one language; every other reads as before", () => {
    const words: NoticeWords = { en: { update: { mark: "Newer" } } };
    expect(noticeMark("update", "en", words)).toBe("Newer");
    expect(noticeMark("correction", "en", words)).toBe("Corrected");
    expect(noticeMark("update", "ckb", words)).toBe(OUR_WORDS.ckb.update.mark);
    expect(line("", { kind: "update" })).toBe("*This story was updated at 09:31 p.m. EBL time");
  });
});

test.each([
  ["Updated", "Readers must be told when: put {when} where the time stands."],
  ["Updated {time}", "We know no slot {time}. There are {when}, {heading} and {note}."],
  ["Updated {when", "A slot is a word between two braces, like {when}."],
  ["{when} {when}", "{when} stands there twice. Once is enough."],
  [`{when} ${"x".repeat(200)}`, "That is longer than 200 characters."],
  ["Updated {when}", null],
])("a sentence that can't be printed is named: %s", (template, trouble) => {
  expect(troubleWithLine(template)).toBe(trouble);
});

test("our own words pass the rules that an outlet's words must pass", () => {
  for (const language of LANGUAGE_CODES) {
    for (const kind of NOTICE_KINDS) {
      const { heading, mark, line } = OUR_WORDS[language][kind];
      expect([troubleWithLine(line), troubleWithWord(heading), troubleWithWord(mark)]).toEqual([
        null,
        null,
        null,
      ]);
    }
  }
});

test("a notice keeps its address when later ones come", () => {
  const first = [{ kind: "correction" as const }];
  const later = [{ kind: "correction" as const }, { kind: "update" as const }, ...first];
  expect(withAnchors(first).map(({ anchor }) => anchor)).toEqual(["correction-1"]);
  expect(withAnchors(later).map(({ anchor }) => anchor)).toEqual([
    "correction-2",
    "update-1",
    "correction-1",
  ]);
});
