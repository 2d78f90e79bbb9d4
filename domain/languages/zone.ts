/** Clocks of places: what a wall clock in a zone shows at an instant, and the way back. */

/** A wall clock's hands. `month` 1–12, `weekday` 0 = Sunday. */
export type WallClock = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
};

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const clocks = new Map<string, Intl.DateTimeFormat>();

/** English and only for its numbers: words never come from Intl. Throws RangeError on an unknown zone. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    weekday: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(timeZone, made);
  return made;
}

export function wallClock(instant: Date, timeZone: string): WallClock {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    year: number("year"),
    month: number("month"),
    day: number("day"),
    hour: number("hour"),
    minute: number("minute"),
    second: number("second"),
    weekday: WEEKDAYS.indexOf(parts.get("weekday") ?? ""),
  };
}

/** How far the zone's clock is ahead of UTC at an instant, in seconds (before 1918 not whole minutes). */
export function offsetSeconds(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return (shown - Math.floor(instant.getTime() / 1000) * 1000) / 1000;
}

/**
 * The instant at which the zone's clock shows this local time ("2026-01-12T21:31"). A time that
 * a change to summer time skips is read an hour on; one that happens twice means the first.
 * Null: not a time.
 */
export function instantAt(local: string, timeZone: string): Date | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?$/.exec(local);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const asUtc = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists =
    asUtc.getUTCMonth() === month - 1 &&
    asUtc.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  if (!exists) return null;
  const dayMs = 86_400_000;
  const around = [asUtc.getTime() - dayMs, asUtc.getTime() + dayMs].map((ms) =>
    offsetSeconds(new Date(ms), timeZone),
  );
  const candidates = around.map((offset) => new Date(asUtc.getTime() - offset * 1000));
  const right = candidates.find(
    (one) => offsetSeconds(one, timeZone) * 1000 === asUtc.getTime() - one.getTime(),
  );
  return right ?? candidates[0] ?? null;
}
