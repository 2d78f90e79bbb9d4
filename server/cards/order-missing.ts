import { databaseOn, openPool } from "#db/client.ts";
import { orderMissingCards } from "#domain/sharing/order-card.ts";
import type { JobRun } from "../jobs.ts";

/** What the worker draws in an hour or two of a quiet night. */
const A_NIGHTS_WORK = 5_000;

export async function orderMissing({ settings, now }: JobRun): Promise<{ ordered: number }> {
  const pool = openPool({ url: settings.databaseUrl, max: 1, name: "share cards" });
  try {
    const actor = { kind: "system", name: "The picture lab" } as const;
    return await orderMissingCards({ db: databaseOn(pool), actor, now }, { limit: A_NIGHTS_WORK });
  } finally {
    await pool.end();
  }
}
