/**
 * What readers are told when a published story changes, in the outlet's fixed words. The kind
 * decides the words; an editor writes only the note. Time and zone are always there, the date
 * whenever it isn't the day of first publication. The asterisk is the seed outlet's own.
 */

import { dateAndTime, fullDate, longDate, sameDay, timeWithZone, type ZonedOptions } from "../time.ts";
import type { Language, NoticeKind } from "../vocabulary.ts";

export type Notice = ZonedOptions & {
  kind: NoticeKind;
  at: Date;
  /** The editor's own sentence, or "". */
  note: string;
  /** When the story first went out. Null where that isn't known: the date is then always printed. */
  publishedAt: Date | null;
};

/** The word over a notice and in a list of them. */
const HEADINGS: Readonly<Record<Language, Readonly<Record<NoticeKind, string>>>> = {
  en: {
    update: "Update",
    correction: "Correction",
    clarification: "Clarification",
    "editors-note": "Editor's note",
    withdrawal: "Withdrawn",
  },
  ar: {
    update: "تحديث",
    correction: "تصحيح",
    clarification: "توضيح",
    "editors-note": "ملاحظة المحرر",
    withdrawal: "سُحب الخبر",
  },
  ckb: {
    update: "نوێکردنەوە",
    correction: "ڕاستکردنەوە",
    clarification: "ڕوونکردنەوە",
    "editors-note": "تێبینیی سەرنووسەر",
    withdrawal: "هەواڵەکە کشێنرایەوە",
  },
};

/** The mark beside a story's time, at its top and in lists: "Updated 09:31 p.m. EBL time". */
const MARKS: Readonly<Record<Language, Readonly<Record<NoticeKind, string>>>> = {
  en: { ...HEADINGS.en, update: "Updated", correction: "Corrected", clarification: "Clarified" },
  ar: HEADINGS.ar,
  ckb: {
    ...HEADINGS.ckb,
    update: "نوێکرایەوە",
    correction: "ڕاستکرایەوە",
    clarification: "ڕوونکرایەوە",
    withdrawal: "کشێنرایەوە",
  },
};

export function noticeHeading(kind: NoticeKind, language: Language): string {
  return HEADINGS[language][kind];
}

export function noticeMark(kind: NoticeKind, language: Language): string {
  return MARKS[language][kind];
}

/** A note ends like a sentence, whether or not the editor typed the stop. */
function sentence(note: string): string {
  const text = note.trim();
  return /[.!?؟…۔]["”»')\]]*$/u.test(text) ? text : `${text}.`;
}

/** "at 09:31 p.m. EBL time", with the day when readers need it, as it stands inside a sentence. */
function whenInSentence({ at, ...options }: Notice, withDate: boolean): string {
  const time = timeWithZone(at, options);
  switch (options.language) {
    case "en":
      return `at ${time}${withDate ? ` on ${longDate(at, options)}` : ""}`;
    case "ar":
      return `${withDate ? `يوم ${fullDate(at, options)} ` : ""}عند الساعة ${time}`;
    case "ckb":
      return `${withDate ? `${fullDate(at, options)}، ` : ""}کاتژمێر ${time}`;
    default:
      return options.language satisfies never;
  }
}

/** The same after a heading: "Correction, 09:31 p.m. EBL time: …". */
function whenAfterHeading({ at, ...options }: Notice, withDate: boolean): string {
  if (withDate) return dateAndTime(at, options);
  const hour = { en: "", ar: "الساعة ", ckb: "کاتژمێر " }[options.language];
  return `${hour}${timeWithZone(at, options)}`;
}

function updated(language: Language, when: string): string {
  return {
    en: `This story was updated ${when}`,
    ar: `جرى تحديث هذا الخبر ${when}`,
    ckb: `ئەم هەواڵە ${when} نوێکرایەوە`,
  }[language];
}

function withdrawn(language: Language, when: string): string {
  return {
    en: `This story was withdrawn ${when}`,
    ar: `جرى سحب هذا الخبر ${when}`,
    ckb: `ئەم هەواڵە ${when} کشێنرایەوە`,
  }[language];
}

/**
 * One notice as the page, the feeds and JSON-LD print it, in the story's language and the
 * newsroom's time: `*This story was updated at 09:31 p.m. EBL time`. Pure; never throws.
 */
export function noticeLine(notice: Notice): string {
  const { kind, at, note, publishedAt, language, timeZone } = notice;
  const withDate = publishedAt === null || !sameDay(publishedAt, at, timeZone);
  if (kind === "update" || kind === "withdrawal") {
    const when = whenInSentence(notice, withDate);
    const line = kind === "update" ? updated(language, when) : withdrawn(language, when);
    return note.trim() === "" ? `*${line}` : `*${line}. ${sentence(note)}`;
  }
  const comma = language === "en" ? ", " : "، ";
  const head = `*${noticeHeading(kind, language)}${comma}${whenAfterHeading(notice, withDate)}`;
  return note.trim() === "" ? head : `${head}: ${sentence(note)}`;
}
