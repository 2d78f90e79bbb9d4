/**
 * The only place where a time becomes text. Zone and language are always arguments: a newsroom
 * prints its own clock, whoever reads and wherever the server stands. The same call gives the
 * same letters on the server and in every browser.
 */
import { arabicDayPart, CALENDARS } from "./languages/calendar.ts";
import { offsetSeconds, type WallClock, wallClock } from "./languages/zone.ts";
import type { Language } from "./vocabulary.ts";

export type ClockOptions = { timeZone: string; language: Language };
/** `zoneLabel` is the outlet's own name for its zone, as it stands after a time: "EBL time", "بتوقيت أربيل". */
export type ZonedOptions = ClockOptions & { zoneLabel: string };

const two = (number: number) => String(number).padStart(2, "0");

/** A month of a calendar by its name, "2026-11": "November 2026", "تشرين الثاني 2026". */
export function monthTitle(month: string, language: Language): string {
  const name = monthName(month, language);
  const year = month.slice(0, 4);
  return language === "ckb" ? `${name}ی ${year}` : `${name} ${year}`;
}

export function monthName(month: string, language: Language): string {
  const { months, wholeMonths = months } = CALENDARS[language];
  return wholeMonths[Number(month.slice(5, 7)) - 1] ?? "";
}

/** A day of a calendar, "2026-11-25", as its date is printed. */
export function dayTitle(day: string, language: Language): string {
  return fullDate(new Date(`${day}T12:00:00Z`), { timeZone: "UTC", language });
}

/** "09:31 p.m.", "09:31 مساءً", "21:31": Kurdish news counts to 24. */
export function clockTime(instant: Date, { timeZone, language }: ClockOptions): string {
  const { hour, minute } = wallClock(instant, timeZone);
  const twelve = `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(minute)}`;
  switch (language) {
    case "en":
      return `${twelve} ${hour < 12 ? "a.m." : "p.m."}`;
    case "ar":
      return `${twelve} ${arabicDayPart(hour)}`;
    case "ckb":
      return `${two(hour)}:${two(minute)}`;
    default:
      return language satisfies never;
  }
}

/** "21:31" in every language: a moment of this day within a short sentence. */
export function wallTime(instant: Date, timeZone: string): string {
  const { hour, minute } = wallClock(instant, timeZone);
  return `${two(hour)}:${two(minute)}`;
}

function datePart({ year, month, day }: WallClock, language: Language, withYear: "year" | "no year"): string {
  const name = CALENDARS[language].months[month - 1] ?? "";
  const short = withYear === "no year";
  switch (language) {
    case "en":
      return short ? `${name} ${day}` : `${name} ${day}, ${year}`;
    case "ar":
      return short ? `${day} ${name}` : `${day} ${name} ${year}`;
    case "ckb":
      return short ? `${day}ی ${name}` : `${day}ی ${name}ی ${year}`;
    default:
      return language satisfies never;
  }
}

/** "Jan. 12, 2026", "12 كانون الثاني 2026", "12ی کانوونی دووەمی 2026". */
export function longDate(instant: Date, { timeZone, language }: ClockOptions): string {
  return datePart(wallClock(instant, timeZone), language, "year");
}

/** The date with its weekday, as mastheads and notices print it: "Monday, Jan. 12, 2026". */
export function fullDate(instant: Date, { timeZone, language }: ClockOptions): string {
  const clock = wallClock(instant, timeZone);
  const weekday = CALENDARS[language].weekdays[clock.weekday] ?? "";
  const between = { en: ", ", ar: " ", ckb: "، " }[language];
  return `${weekday}${between}${datePart(clock, language, "year")}`;
}

/** A clock time with the outlet's word for its zone; without one, the offset: "09:31 p.m. (UTC+3)". */
export function timeWithZone(instant: Date, { zoneLabel, ...options }: ZonedOptions): string {
  return `${clockTime(instant, options)} ${zoneLabel || `(${utcLabel(instant, options.timeZone)})`}`;
}

/** "Jan. 12, 2026, 09:31 p.m. EBL time": a story's times, as the newspaper prints them. */
export function dateAndTime(instant: Date, options: ZonedOptions): string {
  const at = { en: ", ", ar: "، الساعة ", ckb: "، کاتژمێر " }[options.language];
  return `${longDate(instant, options)}${at}${timeWithZone(instant, options)}`;
}

/**
 * The shortest honest time for a list: today's clock, this year's day and clock, else the date.
 * Without `now` (on pages that are kept, where "today" would go stale) the date is always there.
 */
export function shortForList(instant: Date, { now, ...options }: ClockOptions & { now?: Date }): string {
  const { timeZone, language } = options;
  const clock = wallClock(instant, timeZone);
  const comma = language === "en" ? ", " : "، ";
  if (!now) return `${datePart(clock, language, "year")}${comma}${clockTime(instant, options)}`;
  if (sameDay(instant, now, timeZone)) return clockTime(instant, options);
  if (clock.year !== wallClock(now, timeZone).year) return datePart(clock, language, "year");
  return `${datePart(clock, language, "no year")}${comma}${clockTime(instant, options)}`;
}

/** Whether two instants fall on one calendar day of the zone. */
export function sameDay(a: Date, b: Date, timeZone: string): boolean {
  return localDay(a, timeZone) === localDay(b, timeZone);
}

/** The zone's calendar day, "2026-01-12". */
export function localDay(instant: Date, timeZone: string): string {
  const { year, month, day } = wallClock(instant, timeZone);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** What a date-and-time field of a form holds, "2026-01-12T21:31"; `instantAt` reads it back. */
export function localInput(instant: Date, timeZone: string): string {
  const { hour, minute } = wallClock(instant, timeZone);
  return `${localDay(instant, timeZone)}T${two(hour)}:${two(minute)}`;
}

/** Offsets are written in whole minutes; the second hand moves instead, so the instant stays exact. */
function shifted(instant: Date, timeZone: string): { offset: string; digits: string } {
  const minutes = Math.trunc(offsetSeconds(instant, timeZone) / 60);
  const digits = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(minutes);
  return { offset: `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`, digits };
}

/** ISO 8601 with the zone's offset, "2026-01-12T21:31:00+03:00": for `datetime`, JSON-LD, sitemaps. */
export function isoWithOffset(instant: Date, timeZone: string): string {
  const { digits, offset } = shifted(instant, timeZone);
  return `${digits}${offset}`;
}

/** RFC 822 as RSS wants it, always English: "Mon, 12 Jan 2026 21:31:00 +0300". */
export function rfc822(instant: Date, timeZone: string): string {
  const { digits, offset } = shifted(instant, timeZone);
  const [weekday, day, month, year, time] = new Date(`${digits}Z`).toUTCString().replace(",", "").split(" ");
  return `${weekday}, ${day} ${month} ${year} ${time} ${offset.replace(":", "")}`;
}

/** "UTC+3", "UTC+5:30", "UTC". */
export function utcLabel(instant: Date, timeZone: string): string {
  const minutes = Math.trunc(offsetSeconds(instant, timeZone) / 60);
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}${size % 60 === 0 ? "" : `:${two(size % 60)}`}`;
}

/** Whether this machine knows a zone by that name; "Asia/Erbil" is none, "Asia/Baghdad" is. */
export function isTimeZone(name: string): boolean {
  try {
    wallClock(new Date(0), name);
    return name !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
