/**
 * Notices as templates with named slots, and what a template must have. `{when}` is the time with
 * its zone, and the date where readers need it; `{heading}` the word of the kind; `{note}` what the
 * editor wrote. The asterisk is the seed outlet's own, and an outlet may leave it out.
 */
import type { NoticeWording } from "#db/shapes.ts";
import type { Language, NoticeKind } from "../vocabulary.ts";

export const NOTICE_SLOTS = ["heading", "when", "note"] as const;

/** A slot, or something that looks like one. */
export const SLOT = /\{([^{}]*)\}/gu;

export const LONGEST_LINE = 200;
export const LONGEST_WORD = 40;

type OurWords = Readonly<Record<Language, Readonly<Record<NoticeKind, Required<NoticeWording>>>>>;

const EN_TOLD = "*{heading}, {when}: {note}";
const RTL_TOLD = "*{heading}، {when}: {note}";

/** What an outlet prints that has written no words of its own. */
export const OUR_WORDS: OurWords = {
  en: {
    update: { heading: "Update", mark: "Updated", line: "*This story was updated {when}" },
    correction: { heading: "Correction", mark: "Corrected", line: EN_TOLD },
    clarification: { heading: "Clarification", mark: "Clarified", line: EN_TOLD },
    "editors-note": { heading: "Editor's note", mark: "Editor's note", line: EN_TOLD },
    withdrawal: { heading: "Withdrawn", mark: "Withdrawn", line: "*This story was withdrawn {when}" },
  },
  ar: {
    update: { heading: "تحديث", mark: "تحديث", line: "*جرى تحديث هذا الخبر {when}" },
    correction: { heading: "تصحيح", mark: "تصحيح", line: RTL_TOLD },
    clarification: { heading: "توضيح", mark: "توضيح", line: RTL_TOLD },
    "editors-note": { heading: "ملاحظة المحرر", mark: "ملاحظة المحرر", line: RTL_TOLD },
    withdrawal: { heading: "سُحب الخبر", mark: "سُحب الخبر", line: "*جرى سحب هذا الخبر {when}" },
  },
  ckb: {
    update: { heading: "نوێکردنەوە", mark: "نوێکرایەوە", line: "*ئەم هەواڵە {when} نوێکرایەوە" },
    correction: { heading: "ڕاستکردنەوە", mark: "ڕاستکرایەوە", line: RTL_TOLD },
    clarification: { heading: "ڕوونکردنەوە", mark: "ڕوونکرایەوە", line: RTL_TOLD },
    "editors-note": { heading: "تێبینیی سەرنووسەر", mark: "تێبینیی سەرنووسەر", line: RTL_TOLD },
    withdrawal: {
      heading: "هەواڵەکە کشێنرایەوە",
      mark: "کشێنرایەوە",
      line: "*ئەم هەواڵە {when} کشێنرایەوە",
    },
  },
};

/** A note as editors write them, to show what a template makes of it. */
export const SAMPLE_NOTES: Readonly<Record<Language, string>> = {
  en: "An earlier version said that 21 people were hurt. It was 12",
  ar: "ذكرت نسخة سابقة أن عدد الجرحى 21، والصحيح 12",
  ckb: "لە وەشانێکی پێشووتردا وترابوو 21 کەس بریندار بوون، ڕاستەکەی 12 کەسە",
};

/** What is wrong with a template, as a sentence for the person who writes it; null: nothing. */
export function troubleWithLine(line: string): string | null {
  if (line.length > LONGEST_LINE) return `That is longer than ${LONGEST_LINE} characters.`;
  const slots = [...line.matchAll(SLOT)].map(([, name]) => name ?? "");
  const unknown = slots.find((name) => !(NOTICE_SLOTS as readonly string[]).includes(name));
  if (unknown !== undefined) {
    return `We know no slot {${unknown}}. There are {when}, {heading} and {note}.`;
  }
  if (/[{}]/u.test(line.replace(SLOT, ""))) return "A slot is a word between two braces, like {when}.";
  if (!slots.includes("when")) return "Readers must be told when: put {when} where the time stands.";
  const twice = slots.find((name, place) => slots.indexOf(name) !== place);
  return twice === undefined ? null : `{${twice}} stands there twice. Once is enough.`;
}

/** The same for a heading or a mark, which are plain words. */
export function troubleWithWord(word: string): string | null {
  if (word.length > LONGEST_WORD) return `That is longer than ${LONGEST_WORD} characters.`;
  return /[{}]/u.test(word) ? "There are no slots here: write the word alone." : null;
}
