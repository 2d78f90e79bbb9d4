/**
 * From `outbox` to the queue. Woken by NOTIFY outbox, and looking by itself every few seconds:
 * a notification that got lost costs seconds, never an order. One connection does both, since a
 * drain is a short transaction.
 */
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { Job } from "../jobs.ts";
import { log } from "../log.ts";
import type { Queue } from "./queue.ts";

const LOOK_EVERY_MS = 4_000;
const AFTER_FAILURE_MS = 1_000;
const BATCH = 50;

/** All that the outbox knows of the queue. */
export type Sender = Pick<Queue, "send" | "wake">;

export type Outbox = {
  /** Why orders are not handed over at the moment; null when they are. */
  readonly reason: () => string | null;
  close(): Promise<void>;
};

export function openOutbox(url: string, queue: Sender, jobs: readonly Job[]): Outbox {
  const names = jobs.map(({ name }) => name);
  const closing = new AbortController();
  let reason: string | null = null;
  const follow = async () => {
    while (!closing.signal.aborted) {
      const client = new pg.Client({ connectionString: url, application_name: "dateline-outbox" });
      client.on("error", () => {}); // the query that is under way, or the next, reports it
      try {
        await client.connect();
        await client.query("listen outbox");
        reason = null;
        while (!closing.signal.aborted) {
          while ((await handOver(client, queue, names)) === BATCH);
          const look = AbortSignal.any([closing.signal, AbortSignal.timeout(LOOK_EVERY_MS)]);
          await once(client, "notification", { signal: look }).catch(() => {});
        }
      } catch (error) {
        reason = `orders can't be handed over: ${(error as Error).message}`;
        log().warn({ reason: (error as Error).message }, "the outbox can't be read");
        await pause(AFTER_FAILURE_MS);
      } finally {
        await client.end().catch(() => {});
      }
    }
  };
  const followed = follow();
  return {
    reason: () => reason,
    close: async () => {
      closing.abort();
      await followed;
    },
  };
}

/** Marks and queues in one transaction. The order itself is blanked: it may hold a link. */
export async function handOver(client: pg.Client, queue: Sender, names: readonly string[]): Promise<number> {
  await client.query("begin");
  try {
    const { rows } = await client.query<{ id: string; job: string; payload: object }>(
      `select id, job, payload from outbox where handed_over_at is null and job = any($1)
        order by created_at limit ${BATCH} for update skip locked`,
      [names],
    );
    for (const { id, job, payload } of rows) {
      await queue.send(job, payload, id, (text, values) => client.query(text, values));
    }
    const ids = rows.map(({ id }) => id);
    await client.query("update outbox set handed_over_at = now(), payload = '{}' where id = any($1)", [ids]);
    await client.query("commit");
    queue.wake([...new Set(rows.map(({ job }) => job))]);
    return rows.length;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
