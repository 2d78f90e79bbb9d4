/** The queue (pg-boss, in a schema of its own) with a live poller for every job of the table. */
import pg from "pg";
import { PgBoss } from "pg-boss";
import type { Job } from "../jobs.ts";
import { log } from "../log.ts";
import type { RoleSettings } from "../role-settings.ts";

/** Runs one SQL text in the caller's transaction. */
export type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

export type Queue = {
  /** Queues a job inside the transaction of `executeSql`; the id makes a second call harmless. */
  send(name: string, payload: object, id: string, executeSql: ExecuteSql): Promise<void>;
  close(): Promise<void>;
};

const SCHEMA = "jobs";
const POLL_SECONDS = { asked: 2, scheduled: 30 };
const CLOSE_LIMIT_MS = 3_000;

export async function openQueue(settings: RoleSettings, jobs: readonly Job[]): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: settings.databaseUrl,
    schema: SCHEMA,
    application_name: "dateline-queue",
    max: Math.max(2, settings.databasePoolSize - 1),
  });
  boss.on("error", (error) => log().warn({ reason: error.message }, "the queue had a problem"));
  try {
    await boss.start();
    const tz = await findTimeZone(settings.databaseUrl);
    for (const job of jobs) await attend(boss, job, settings, tz);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
  return {
    send: async (name, payload, id, executeSql) => {
      await boss.send(name, payload, { id, db: { executeSql } });
    },
    close: () => boss.stop({ graceful: true, timeout: CLOSE_LIMIT_MS }),
  };
}

async function attend(boss: PgBoss, job: Job, settings: RoleSettings, tz: string): Promise<void> {
  const scheduled = job.when !== "asked";
  await boss.createQueue(job.name, {
    retryLimit: 8,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 1_800,
    retentionSeconds: 7 * 86_400,
    // What a job was told may hold a link: it goes soon after it was done.
    deleteAfterSeconds: 3_600,
  });
  const pollingIntervalSeconds = scheduled ? POLL_SECONDS.scheduled : POLL_SECONDS.asked;
  await boss.work(job.name, { pollingIntervalSeconds }, async (batch) => {
    for (const { id, data } of batch) {
      try {
        await job.run({ settings, now: new Date() }, data);
      } catch (err) {
        log().error({ err, id }, `the job "${job.name}" failed and is tried again later`);
        throw err;
      }
    }
  });
  if (scheduled) await boss.schedule(job.name, job.when, {}, { tz });
}

/** Night is when it is night in the newsroom. */
async function findTimeZone(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-worker" });
  await client.connect();
  try {
    const { rows } = await client.query("select settings->>'timeZone' as zone from outlet");
    return rows[0]?.zone ?? "UTC";
  } finally {
    await client.end();
  }
}
