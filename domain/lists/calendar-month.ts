import { CALENDARS } from "../languages/calendar.ts";
import type { Language } from "../vocabulary.ts";

export type CalendarMonth = {
  /** The days of the week in the language's order: name and letters. */
  weekdays: { name: string; letters: string }[];
  /** Rows of seven; null where the month has not begun or is over. */
  weeks: (string | null)[][];
};

/** A month, "2026-11", as it hangs on a wall: each day as "2026-11-25". */
export function calendarMonth(month: string, language: Language): CalendarMonth {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const { weekdays, weekdayLetters, weekBegins } = CALENDARS[language];
  const first = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const blank = (first - weekBegins + 7) % 7;
  const weeks = Array.from({ length: Math.ceil((blank + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const day = week * 7 + place - blank + 1;
      return day >= 1 && day <= length ? `${month}-${String(day).padStart(2, "0")}` : null;
    }),
  );
  const order = Array.from({ length: 7 }, (_, place) => (weekBegins + place) % 7);
  return {
    weekdays: order.map((day) => ({ name: weekdays[day] ?? "", letters: weekdayLetters[day] ?? "" })),
    weeks,
  };
}
