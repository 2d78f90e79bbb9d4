import { sql } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { changes } from "#db/schema.ts";
import type { Language } from "../vocabulary.ts";
import { keys } from "./keys.ts";

/** Any number that nothing else locks; held until commit, so seq is in commit order. */
const CHANGES_LOCK = 4_711_001;

export type Change = {
  keys: readonly string[];
  /** "hard": the old page may never be seen again (correction, withdrawal). "soft": until the new print is there. */
  hard: "hard" | "soft";
  gone?: { storyNumber: number; language: Language; at: Date };
};

/**
 * Tells the front what readers' pages this transaction changes. Call it last: the lock that
 * keeps `seq` in commit order makes other publishers wait from here to the commit.
 */
export async function recordChange(tx: Transaction, change: Change): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CHANGES_LOCK})`);
  const [row] = await tx
    .insert(changes)
    .values({
      keys: [...new Set([...change.keys, ...withAllPictures(change.keys)])],
      hard: change.hard,
      gone: change.gone ? { ...change.gone, at: change.gone.at.toISOString() } : null,
    })
    .returning({ seq: changes.seq });
  if (!row) throw new Error("a change was not recorded");
  await tx.execute(sql`select pg_notify('changes', ${String(row.seq)})`);
  return row.seq;
}

/** What is true of one picture no more is true no more of the files that name a whole month's. */
function withAllPictures(touched: readonly string[]): string[] {
  return touched.some((key) => key.startsWith(keys.picture(""))) ? [keys.pictures()] : [];
}

/** The database's clock: the only one by which publications are dated. */
export async function databaseNow(db: Database): Promise<Date> {
  const answer = await db.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  const now = answer.rows[0]?.now;
  if (now === undefined) throw new Error("the database has no clock");
  return new Date(now);
}
