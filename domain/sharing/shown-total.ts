import type { OutletSettings } from "#db/shapes.ts";

type Settings = Pick<OutletSettings, "shareCounts">;

/** A page with a count is printed again this often by the clock alone; presses never drop a page. */
const REFRESH_MS = 10 * 60_000;

/** How often a story was shared, as readers are told; null: they aren't. Nobody is shown a zero. */
export function shownTotal(shares: number, { shareCounts }: Settings): string | null {
  if (!shareCounts?.shown || shares < Math.max(1, shareCounts.threshold)) return null;
  return new Intl.NumberFormat("en").format(shares);
}

/** When a story's page that would stand until `until` is to be printed again where it shows its count. */
export function countedUntil(until: Date, now: Date, { shareCounts }: Settings): Date {
  return new Date(Math.min(until.getTime(), shareCounts?.shown ? now.getTime() + REFRESH_MS : Infinity));
}
