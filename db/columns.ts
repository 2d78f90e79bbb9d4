/** Kinds of columns that every table shares. */
import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { completeFields } from "./complete-fields.ts";
import type { StoryFields } from "./shapes.ts";

/** Revisions from before a field was invented have it all the same when they are read. */
export const storyFields = customType<{ data: StoryFields; driverData: StoryFields | string }>({
  dataType: () => "jsonb",
  toDriver: (fields) => JSON.stringify(fields),
  fromDriver: (stored) => completeFields(typeof stored === "string" ? JSON.parse(stored) : stored),
});
/** A picture's likeness: 64 bits, compared by how many differ. */
export const bits = customType<{ data: string }>({ dataType: () => "bit(64)" });
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
export const id = () => uuid().primaryKey().default(sql`uuidv7()`);
export const at = () => timestamp({ withTimezone: true });
export const bornAt = () => at().notNull().default(sql`now()`);
