/** How many uploads one person may begin: a photographer's evening, not a disk full of anything. */
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#db/client.ts";
import { Problem } from "#domain/problem.ts";

const MOST_AN_HOUR = 500;

/** Counts one upload that begins. Throws Problem "unavailable" with how long to wait. */
export async function takeUpload(db: Database, personId: string): Promise<void> {
  const limiter = new RateLimiterPostgres({
    storeClient: (db as Database & { $client: Pool }).$client,
    storeType: "pool",
    tableName: "sign_in_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: "upload",
    points: MOST_AN_HOUR,
    duration: 3_600,
  });
  try {
    await limiter.consume(personId);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const minutes = Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000));
    throw new Problem("unavailable", `That were many pictures. Wait ${minutes} minutes, then send the rest.`);
  }
}
