import { sameDay } from "../time.ts";

const HOUR_MS = 3_600_000;

/**
 * The first instant of the newsroom's next day: when a page that prints today's date goes
 * stale. Found by halving, so that days of 23 or 25 hours need no rule of their own.
 */
export function nextMidnight(now: Date, timeZone: string): Date {
  let today = now.getTime();
  let tomorrow = today + 26 * HOUR_MS;
  while (tomorrow - today > 1) {
    const middle = Math.floor((today + tomorrow) / 2);
    if (sameDay(now, new Date(middle), timeZone)) today = middle;
    else tomorrow = middle;
  }
  return new Date(tomorrow);
}
