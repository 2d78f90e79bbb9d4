/** When a picture's time is up, and whether it stands anywhere: what badges, filters and warnings ask. */
import { type SQL, sql } from "drizzle-orm";
import { pictures, pictureUses } from "#db/schema-pictures.ts";

/** A warning comes this long before the right to print ends. */
export const EXPIRES_SOON_DAYS = 7;
const DAY_MS = 86_400_000;

export type Expiry = "none" | "soon" | "over";

/** The right ends at `validUntil`: from that instant on the picture may not be printed. */
export function expiryOf(validUntil: Date | null, now: Date): Expiry {
  if (validUntil === null) return "none";
  if (validUntil <= now) return "over";
  return validUntil.getTime() - now.getTime() <= EXPIRES_SOON_DAYS * DAY_MS ? "soon" : "none";
}

export const isOver = (now: Date): SQL => sql`${pictures.validUntil} <= ${now.toISOString()}::timestamptz`;
export const isOverSoon = (now: Date): SQL =>
  sql`(${pictures.validUntil} > ${now.toISOString()}::timestamptz
    and ${pictures.validUntil} <= ${now.toISOString()}::timestamptz + make_interval(days => ${EXPIRES_SOON_DAYS}))`;

/** Whether the picture stands somewhere: under its own id, or in the place of one that was pulled. */
export const isUsed = (stands: "head" | "live"): SQL =>
  sql`exists (select 1 from ${pictureUses} u
    where u.stands = ${stands} and (u.picture_id = ${pictures.id}
      or u.picture_id in (select o.id from ${pictures} o
           where o.replaced_by = ${pictures.id} and o.pulled_at is not null)))`;
