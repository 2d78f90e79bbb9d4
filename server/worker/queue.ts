/** The queue (pg-boss, in a schema of its own) with a live poller for every job of the table. */
import { setTimeout as pause } from "node:timers/promises";
import { PgBoss } from "pg-boss";
import type { Job } from "../jobs.ts";
import { log } from "../log.ts";
import type { RoleSettings } from "../role-settings.ts";

/** Runs one SQL text in the caller's transaction. */
export type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

export type Queue = {
  /** Queues a job inside the transaction of `executeSql`; the id makes a second call harmless. */
  send(name: string, payload: object, id: string, executeSql: ExecuteSql): Promise<void>;
  /** Has these jobs looked at now instead of at the next look; after their orders are committed. */
  wake(names: readonly string[]): void;
  /** Looks up the newsroom's zone; when it is another than before, the nights are moved to it. */
  keepTime(): Promise<void>;
  close(): Promise<void>;
};

/** A newsroom that has just been opened, or moves to another zone, has its own nights this soon. */
const LOOK_AT_CLOCK_MS = 60_000;
const SCHEMA = "jobs";
const POLL_SECONDS = { asked: 2, scheduled: 30 };
const CLOSE_LIMIT_MS = 3_000;
/** A worker that hasn't said for so long that it is at an awaited job is dead. */
const HEARTBEAT_SECONDS = 20;
const LOOK_FOR_DEAD_SECONDS = 10;

export async function openQueue(settings: RoleSettings, jobs: readonly Job[]): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: settings.databaseUrl,
    schema: SCHEMA,
    application_name: "dateline-queue",
    max: Math.max(2, settings.databasePoolSize - 1),
    superviseIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
    monitorIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
  });
  boss.on("error", (error) => log().warn({ reason: error.message }, "the queue had a problem"));
  const attendants = new Map<string, string>();
  let zone: string | null = null;
  const keepTime = async () => {
    const found = await findTimeZone(boss);
    if (found === zone) return;
    for (const { name, when } of jobs) {
      if (when !== "asked") await boss.schedule(name, when, {}, { tz: found });
    }
    zone = found;
  };
  try {
    await boss.start();
    for (const job of jobs) attendants.set(job.name, await attend(boss, job, settings));
    await keepTime();
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
  const closing = new AbortController();
  const watched = watchClock(keepTime, closing.signal);
  return {
    keepTime,
    wake: (names) => {
      for (const name of names) boss.notifyWorker(attendants.get(name) ?? "");
    },
    send: async (name, payload, id, executeSql) => {
      const job = jobs.find((one) => one.name === name);
      const priority = job?.order === "newest-first" ? Math.floor(Date.now() / 1000) : 0;
      const startAfter = job?.afterSeconds ?? 0;
      await boss.send(name, payload, { id, priority, startAfter, db: { executeSql } });
    },
    close: async () => {
      closing.abort();
      await watched;
      await boss.stop({ graceful: true, timeout: CLOSE_LIMIT_MS });
    },
  };
}

async function watchClock(keepTime: Queue["keepTime"], closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    await pause(LOOK_AT_CLOCK_MS, undefined, { signal: closing }).catch(() => {});
    if (closing.aborted) return;
    await keepTime().catch((error: Error) =>
      log().warn({ reason: error.message }, "the newsroom's zone can't be looked up"),
    );
  }
}

/** The id of whoever attends to the job from now on. */
async function attend(boss: PgBoss, job: Job, settings: RoleSettings): Promise<string> {
  const terms = {
    retryLimit: 8,
    retryDelay: job.isAwaited ? 5 : 30,
    retryBackoff: true,
    ...(job.isAwaited && { heartbeatSeconds: HEARTBEAT_SECONDS }),
    expireInSeconds: job.expireSeconds ?? 1_800,
    retentionSeconds: 7 * 86_400,
    // What a job was told may hold a link: it goes soon after it was done.
    deleteAfterSeconds: 3_600,
  };
  await boss.createQueue(job.name, terms);
  // Also of a queue that an earlier version has made.
  await boss.updateQueue(job.name, terms);
  const pollingIntervalSeconds = job.when === "asked" ? POLL_SECONDS.asked : POLL_SECONDS.scheduled;
  const attendant: string = await boss.work(job.name, { pollingIntervalSeconds }, async (batch) => {
    for (const { id, data } of batch) {
      try {
        await job.run({ settings, now: new Date() }, data);
      } catch (err) {
        log().error({ err, id }, `the job "${job.name}" failed and is tried again later`);
        throw err;
      }
    }
    // Where one waited, another may: the pause is for an empty queue.
    boss.notifyWorker(attendant);
  });
  return attendant;
}

/** Night is when it is night in the newsroom; before anybody has opened it, there is no newsroom to ask. */
async function findTimeZone(boss: PgBoss): Promise<string> {
  const sql = "select settings->>'timeZone' as zone from outlet";
  const { rows } = await boss.getDb().executeSql(sql, []);
  return rows[0]?.zone ?? "UTC";
}
