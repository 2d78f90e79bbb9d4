/**
 * Months, weekdays and parts of the day as each language's newspapers print them. By hand,
 * because Chromium has no Kurdish at all (a page would say one thing on the server and another
 * in the browser), CLDR's Kurdish is uneven, and plain "ar" gives Egypt's months in Iraq.
 */
import type { Language } from "../vocabulary.ts";

type Calendar = {
  /** January first. */
  months: readonly string[];
  /** As they are called without a day: where newspapers shorten months only beside one. */
  wholeMonths?: readonly string[];
  /** Sunday first. */
  weekdays: readonly string[];
  /** One or two letters each, for the head of a calendar. */
  weekdayLetters: readonly string[];
  /** With which day a week begins, 0 = Sunday. */
  weekBegins: 0 | 1 | 6;
};

export const CALENDARS: Readonly<Record<Language, Calendar>> = {
  en: {
    // Associated Press style: the five short months are never cut.
    months: [
      "Jan.",
      "Feb.",
      "March",
      "April",
      "May",
      "June",
      "July",
      "Aug.",
      "Sept.",
      "Oct.",
      "Nov.",
      "Dec.",
    ],
    wholeMonths: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    weekdayLetters: ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"],
    weekBegins: 0,
  },
  ar: {
    months: [
      "كانون الثاني",
      "شباط",
      "آذار",
      "نيسان",
      "أيار",
      "حزيران",
      "تموز",
      "آب",
      "أيلول",
      "تشرين الأول",
      "تشرين الثاني",
      "كانون الأول",
    ],
    weekdays: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
    weekdayLetters: ["ح", "ن", "ث", "ر", "خ", "ج", "س"],
    weekBegins: 6,
  },
  ckb: {
    months: [
      "کانوونی دووەم",
      "شوبات",
      "ئادار",
      "نیسان",
      "ئایار",
      "حوزەیران",
      "تەممووز",
      "ئاب",
      "ئەیلوول",
      "تشرینی یەکەم",
      "تشرینی دووەم",
      "کانوونی یەکەم",
    ],
    weekdays: ["یەکشەممە", "دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "هەینی", "شەممە"],
    weekdayLetters: ["ی", "د", "س", "چ", "پ", "هـ", "ش"],
    weekBegins: 6,
  },
};

/** Which part of an Arabic day an hour (0–23) belongs to; follows a twelve-hour clock time. */
export function arabicDayPart(hour: number): string {
  if (hour < 3) return "بعد منتصف الليل";
  if (hour < 6) return "فجراً";
  if (hour < 12) return "صباحاً";
  if (hour === 12) return "ظهراً";
  return hour < 18 ? "بعد الظهر" : "مساءً";
}
