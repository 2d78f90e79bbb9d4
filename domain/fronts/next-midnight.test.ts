import { expect, test } from "vitest";
import { nextMidnight } from "./next-midnight.ts";

test.each([
  ["an ordinary day in Erbil", "2026-01-12T09:00:00Z", "Asia/Baghdad", "2026-01-12T21:00:00.000Z"],
  ["midnight itself begins a whole day", "2026-01-11T21:00:00Z", "Asia/Baghdad", "2026-01-12T21:00:00.000Z"],
  ["a millisecond before midnight", "2026-01-12T20:59:59.999Z", "Asia/Baghdad", "2026-01-12T21:00:00.000Z"],
  ["a day of 25 hours", "2007-09-30T20:30:00Z", "Asia/Baghdad", "2007-10-01T21:00:00.000Z"],
  ["a day of 23 hours", "2026-03-29T00:30:00Z", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
])("%s", (_, now, zone, midnight) => {
  expect(nextMidnight(new Date(now), zone).toISOString()).toBe(midnight);
});
