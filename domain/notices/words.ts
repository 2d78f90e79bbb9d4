/**
 * What readers are told when a published story changes. The kind decides the words, which are the
 * outlet's own where it has written any (notices/templates.ts); an editor writes only the note.
 * Time and zone are always there, the date whenever it isn't the day of first publication.
 *
 * Everything that prints a notice, page, list, feed, JSON-LD or a withdrawn story's address,
 * takes its words from `toldBy`: they can't disagree, and the outlet's wording reaches them all.
 */

import type { NoticeWording, NoticeWords, OutletSettings } from "#db/shapes.ts";
import { dateAndTime, fullDate, longDate, sameDay, timeWithZone, type ZonedOptions } from "../time.ts";
import type { Language, NoticeKind } from "../vocabulary.ts";
import { OUR_WORDS, SLOT } from "./templates.ts";

export type NoticeFacts = {
  kind: NoticeKind;
  at: Date;
  /** The editor's own sentence, or "". */
  note: string;
  /** When the story first went out. Null where that isn't known: the date is then always printed. */
  publishedAt: Date | null;
};

export type Notice = ZonedOptions & NoticeFacts & { words?: NoticeWords | undefined };

/** How a kind reads: the outlet's words where it has any, else ours. */
export function wordingOf(
  kind: NoticeKind,
  language: Language,
  words?: NoticeWords,
): Required<NoticeWording> {
  const own = words?.[language]?.[kind];
  const ours = OUR_WORDS[language][kind];
  return {
    heading: own?.heading || ours.heading,
    mark: own?.mark || ours.mark,
    line: own?.line || ours.line,
  };
}

/** The word over a notice and in a list of them. */
export function noticeHeading(kind: NoticeKind, language: Language, words?: NoticeWords): string {
  return wordingOf(kind, language, words).heading;
}

/** The mark beside a story's time, at its top and in lists: "Updated 09:31 p.m. EBL time". */
export function noticeMark(kind: NoticeKind, language: Language, words?: NoticeWords): string {
  return wordingOf(kind, language, words).mark;
}

/** The outlet's notices in one language, as every print of them reads. */
export function toldBy(settings: OutletSettings, language: Language) {
  const { timeZone, zoneLabels, defaultLanguage, noticeWords: words } = settings;
  const zoneLabel = zoneLabels[language] ?? zoneLabels[defaultLanguage] ?? Object.values(zoneLabels)[0] ?? "";
  return {
    heading: (kind: NoticeKind) => noticeHeading(kind, language, words),
    mark: (kind: NoticeKind) => noticeMark(kind, language, words),
    line: (facts: NoticeFacts) => noticeLine({ ...facts, language, timeZone, zoneLabel, words }),
  };
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

/** After a comma, a bracket, a star or at the beginning the time stands alone; inside a sentence it has its "at". */
const STANDS_ALONE = /(?:^|[*,،:;؛.!?؟([|·–—-]|\{note\})\s*$/u;

/** The end of a line that waits for a note: it goes with the note when there is none. */
const BEFORE_NOTE = /[\s:،,;؛.–—-]*\{note\}/gu;

/**
 * One notice as text, in the story's language and the newsroom's time: `*This story was updated
 * at 09:31 p.m. EBL time`. Where the template has no place for the note, the note follows as a
 * sentence. Pure; never throws.
 */
export function noticeLine(notice: Notice): string {
  const { kind, at, note, publishedAt, language, timeZone, words } = notice;
  const withDate = publishedAt === null || !sameDay(publishedAt, at, timeZone);
  const { heading, line } = wordingOf(kind, language, words);
  const hasNote = note.trim() !== "";
  const template = hasNote ? line : line.replace(BEFORE_NOTE, "").trim();
  // In one pass: what the editor wrote in the note is never taken for a slot.
  const said = template.replace(SLOT, (slot, name: string, place: number) => {
    if (name === "heading") return heading;
    if (name === "note") return sentence(note);
    if (name !== "when") return slot;
    const alone = STANDS_ALONE.test(template.slice(0, place));
    return alone ? whenAfterHeading(notice, withDate) : whenInSentence(notice, withDate);
  });
  return hasNote && !line.includes("{note}") ? `${sentence(said)} ${sentence(note)}` : said;
}
