import { expect, test } from "vitest";
import { instantAt } from "./languages/zone.ts";
import {
  clockTime,
  dateAndTime,
  fullDate,
  isoWithOffset,
  isTimeZone,
  localInput,
  longDate,
  rfc822,
  sameDay,
  shortForList,
  utcLabel,
} from "./time.ts";
import { LANGUAGE_CODES } from "./vocabulary.ts";

const timeZone = "Asia/Baghdad";
const evening = new Date("2026-01-12T18:31:00Z");

test.each([
  ["1900-01-01T00:00:00Z", "1900-01-01T02:57:00+02:57"],
  ["1975-07-01T12:00:00Z", "1975-07-01T15:00:00+03:00"],
  ["1982-06-01T12:00:00Z", "1982-06-01T16:00:00+04:00"],
  ["1990-01-15T12:00:00Z", "1990-01-15T15:00:00+03:00"],
  ["1990-07-15T12:00:00Z", "1990-07-15T16:00:00+04:00"],
  ["2007-03-31T23:59:59Z", "2007-04-01T02:59:59+03:00"],
  ["2007-04-01T00:00:00Z", "2007-04-01T04:00:00+04:00"],
  ["2007-09-30T22:30:00Z", "2007-10-01T02:30:00+04:00"],
  ["2007-09-30T23:59:59Z", "2007-10-01T03:59:59+04:00"],
  ["2007-10-01T00:00:00Z", "2007-10-01T03:00:00+03:00"],
  ["2008-04-01T12:00:00Z", "2008-04-01T15:00:00+03:00"],
  ["2008-07-15T12:00:00Z", "2008-07-15T15:00:00+03:00"],
  ["2026-07-15T12:00:00Z", "2026-07-15T15:00:00+03:00"],
])("at %s a clock in Erbil shows %s", (utc, local) => {
  const instant = new Date(utc);
  expect(isoWithOffset(instant, timeZone)).toBe(local);
  expect(new Date(local).getTime()).toBe(instant.getTime());
});

test.each([
  ["en", "09:31 p.m.", "Jan. 12, 2026", "Monday, Jan. 12, 2026", "Jan. 12, 2026, 09:31 p.m. Z"],
  [
    "ar",
    "09:31 مساءً",
    "12 كانون الثاني 2026",
    "الاثنين 12 كانون الثاني 2026",
    "12 كانون الثاني 2026، الساعة 09:31 مساءً Z",
  ],
  [
    "ckb",
    "21:31",
    "12ی کانوونی دووەمی 2026",
    "دووشەممە، 12ی کانوونی دووەمی 2026",
    "12ی کانوونی دووەمی 2026، کاتژمێر 21:31 Z",
  ],
] as const)("%s prints a time, a date, a full date and both", (language, time, date, full, both) => {
  const options = { timeZone, language };
  expect(clockTime(evening, options)).toBe(time);
  expect(longDate(evening, options)).toBe(date);
  expect(fullDate(evening, options)).toBe(full);
  expect(dateAndTime(evening, { ...options, zoneLabel: "Z" })).toBe(both);
});

test.each([
  ["00:00", "12:00 a.m.", "12:00 بعد منتصف الليل", "00:00"],
  ["04:05", "04:05 a.m.", "04:05 فجراً", "04:05"],
  ["09:31", "09:31 a.m.", "09:31 صباحاً", "09:31"],
  ["12:00", "12:00 p.m.", "12:00 ظهراً", "12:00"],
  ["13:00", "01:00 p.m.", "01:00 بعد الظهر", "13:00"],
  ["23:59", "11:59 p.m.", "11:59 مساءً", "23:59"],
])("%s on the clock", (local, en, ar, ckb) => {
  const instant = instantAt(`2026-01-12T${local}`, timeZone) ?? evening;
  expect(clockTime(instant, { timeZone, language: "en" })).toBe(en);
  expect(clockTime(instant, { timeZone, language: "ar" })).toBe(ar);
  expect(clockTime(instant, { timeZone, language: "ckb" })).toBe(ckb);
});

test("every month has a name in every language, and no name comes twice", () => {
  for (const language of LANGUAGE_CODES) {
    const months = Array.from({ length: 12 }, (_, month) =>
      longDate(new Date(Date.UTC(2026, month, 12)), { timeZone, language }),
    );
    expect(new Set(months).size).toBe(12);
    expect(months.join()).not.toMatch(/undefined| ,/);
  }
});

test("without the outlet's word for its zone, the offset stands after a time", () => {
  expect(dateAndTime(evening, { timeZone, language: "en", zoneLabel: "" })).toBe(
    "Jan. 12, 2026, 09:31 p.m. (UTC+3)",
  );
  expect(utcLabel(evening, "Asia/Kolkata")).toBe("UTC+5:30");
  expect(utcLabel(evening, "America/New_York")).toBe("UTC-5");
  expect(utcLabel(evening, "Europe/London")).toBe("UTC");
});

test("between 21:00 and midnight UTC it is already tomorrow in Erbil", () => {
  const late = new Date("2026-01-12T21:30:00Z");
  expect(sameDay(evening, late, timeZone)).toBe(false);
  expect(sameDay(evening, late, "UTC")).toBe(true);
  expect(longDate(late, { timeZone, language: "en" })).toBe("Jan. 13, 2026");
});

test("a list says only as much as is needed, and everything on a page that is kept", () => {
  const options = { timeZone, language: "en" } as const;
  const on = (now: string) => shortForList(evening, { ...options, now: new Date(now) });
  expect(on("2026-01-12T20:00:00Z")).toBe("09:31 p.m.");
  expect(on("2026-01-12T21:00:00Z")).toBe("Jan. 12, 09:31 p.m.");
  expect(on("2027-01-12T20:00:00Z")).toBe("Jan. 12, 2026");
  expect(shortForList(evening, options)).toBe("Jan. 12, 2026, 09:31 p.m.");
});

test("RSS gets its dates in English with the outlet's offset", () => {
  expect(rfc822(evening, timeZone)).toBe("Mon, 12 Jan 2026 21:31:00 +0300");
  expect(rfc822(new Date("2026-01-12T21:31:00Z"), timeZone)).toBe("Tue, 13 Jan 2026 00:31:00 +0300");
  expect(rfc822(evening, "America/New_York")).toBe("Mon, 12 Jan 2026 13:31:00 -0500");
});

test("a time typed into a form is the newsroom's time, and comes back as typed", () => {
  expect(instantAt("2026-01-12T21:31", timeZone)).toEqual(evening);
  expect(localInput(evening, timeZone)).toBe("2026-01-12T21:31");
  for (const wrong of [
    "",
    "tomorrow",
    "2026-02-30T10:00",
    "2026-01-12T24:00",
    "2026-01-12 21:31",
    "2026-13-01T00:00",
  ]) {
    expect(instantAt(wrong, timeZone)).toBeNull();
  }
});

test("a local time that summer time skipped is read an hour on; one that came twice means the first", () => {
  expect(instantAt("2007-04-01T03:30", timeZone)?.toISOString()).toBe("2007-04-01T00:30:00.000Z");
  expect(instantAt("2007-10-01T03:30", timeZone)?.toISOString()).toBe("2007-09-30T23:30:00.000Z");
});

test("Asia/Erbil is no zone; the newsroom in Erbil sets Asia/Baghdad", () => {
  expect(isTimeZone("Asia/Baghdad")).toBe(true);
  expect(isTimeZone("Asia/Erbil")).toBe(false);
  expect(isTimeZone("")).toBe(false);
});
