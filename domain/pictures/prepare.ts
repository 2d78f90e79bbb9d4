import type { Transaction } from "#db/client.ts";
import { outbox } from "#db/schema.ts";

/**
 * Orders the files of a picture's new edition. What readers have stays until all of them are there:
 * `printable` is replaced whole by the job, so no page has half of the old and half of the new.
 */
export async function orderRenditions(tx: Transaction, pictureId: string, edition: number): Promise<void> {
  await tx.insert(outbox).values({ job: "renditions", payload: { pictureId, edition } });
}
