/** How much one person may send: a photographer's evening, not a disk full of anything. */
import type { FileStore } from "@tus/file-store";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#db/client.ts";
import { Problem } from "#domain/problem.ts";

const MOST_AN_HOUR = 500;
/** So many of the largest may be begun and not ended. A browser sends two at a time; what was given up goes after a day. */
const MOST_UNFINISHED = 10;

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

/** Refuses an upload with which this person's unfinished ones would fill the disk. */
export async function refuseHoarding(
  parts: FileStore,
  personId: string,
  size: number,
  maxBytes: number,
): Promise<void> {
  let begun = size;
  for (const id of (await parts.configstore.list?.()) ?? []) {
    const upload = await parts.configstore.get(id);
    if (upload?.metadata?.personId === personId) begun += upload.size ?? 0;
  }
  if (begun <= MOST_UNFINISHED * maxBytes) return;
  throw new Problem(
    "unavailable",
    "Too much of what you began to send hasn't arrived yet. Let it finish, then send this picture.",
  );
}
