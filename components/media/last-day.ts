/** A right that ends is said in days: "until 30 November" holds that whole day by the newsroom's clock. */
import { instantAt } from "#domain/languages/zone.ts";
import { localDay } from "#domain/time.ts";
import { dayAfter } from "./picture-filter.ts";

/** The last day on which the picture may be printed; "" when there is no end. */
export function lastDayOf(validUntil: Date | null, timeZone: string): string {
  return validUntil === null ? "" : localDay(new Date(validUntil.getTime() - 1), timeZone);
}

/** The instant from which it may not. */
export function endOf(lastDay: string, timeZone: string): Date | null {
  return lastDay === "" ? null : instantAt(`${dayAfter(lastDay)}T00:00`, timeZone);
}
