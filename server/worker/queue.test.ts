import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { databaseOn, openPool } from "#db/client.ts";
import { outlet } from "#db/schema.ts";
import { openNewsroom } from "#domain/testing/people.ts";
import { test } from "#domain/testing/test.ts";
import { JOBS, type Job } from "../jobs.ts";
import { readRoleSettings } from "../role-settings.ts";
import { openQueue } from "./queue.ts";

const settingsFor = (url: string) =>
  readRoleSettings({
    DATABASE_URL: url,
    WEB_ADDRESS: "127.0.0.1:1",
    COLLAB_ADDRESS: "127.0.0.1:2",
    WORKER_ADDRESS: "127.0.0.1:3",
    FRONT_CONTROL_ADDRESS: "127.0.0.1:4",
    INTERNAL_SECRET: "i".repeat(32),
    AUTH_SECRET: "a".repeat(32),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
  });

describe("the night", () => {
  test("is the newsroom's own from its first minute, and moves with it", async ({ emptyUrl }) => {
    const pool = openPool({ url: emptyUrl, max: 2, name: "test" });
    const db = databaseOn(pool);
    const backupIsAt = async () =>
      (await pool.query("select cron, timezone from jobs.schedule where name = 'backup'")).rows;
    const queue = await openQueue(settingsFor(emptyUrl), JOBS);
    try {
      expect(await backupIsAt()).toEqual([{ cron: "15 3 * * *", timezone: "UTC" }]);

      await openNewsroom(db);
      await queue.keepTime();
      expect(await backupIsAt()).toEqual([{ cron: "15 3 * * *", timezone: "Asia/Baghdad" }]);

      const moved = sql`jsonb_set(${outlet.settings}, '{timeZone}', '"Europe/Berlin"')`;
      await db.update(outlet).set({ settings: moved });
      await queue.keepTime();
      expect(await backupIsAt()).toEqual([{ cron: "15 3 * * *", timezone: "Europe/Berlin" }]);
    } finally {
      await queue.close();
      await pool.end();
    }
  });
});

test("a picture whose worker was killed is begun again within the minute, in an older newsroom too", async ({
  emptyUrl,
}) => {
  const run = async () => {};
  const pool = openPool({ url: emptyUrl, max: 2, name: "test" });
  const termsOf = async () => {
    const sql = "select heartbeat_seconds, retry_delay from jobs.queue where name = 'renditions'";
    return (await pool.query(sql)).rows;
  };
  await (await openQueue(settingsFor(emptyUrl), [{ name: "renditions", when: "asked", run }])).close();
  expect(await termsOf()).toEqual([{ heartbeat_seconds: null, retry_delay: 30 }]);
  const queue = await openQueue(settingsFor(emptyUrl), JOBS);
  expect(await termsOf()).toEqual([{ heartbeat_seconds: 20, retry_delay: 5 }]);
  await queue.close();
  await pool.end();
});

describe("a queue with much in it", () => {
  test("is worked off without the pauses that are for an empty one", async ({ emptyUrl }) => {
    const done: unknown[] = [];
    const job: Job = { name: "print", when: "asked", run: async (_, payload) => void done.push(payload) };
    const pool = openPool({ url: emptyUrl, max: 2, name: "test" });
    const queue = await openQueue(settingsFor(emptyUrl), [job]);
    try {
      const orders = Array.from({ length: 8 }, (_, page) => ({ page }));
      for (const order of orders) {
        await queue.send(job.name, order, randomUUID(), (text, values) => pool.query(text, values));
      }
      queue.wake([job.name]);
      // Eight pauses of two seconds would be sixteen.
      await expect.poll(() => done, { timeout: 8_000 }).toEqual(orders);
    } finally {
      await queue.close();
      await pool.end();
    }
  });
});

test("what nobody waits for lies in the queue a moment, so that readers' pages are printed first", async ({
  emptyUrl,
}) => {
  const run = async () => {};
  const jobs: Job[] = [
    { name: "card", when: "asked", afterSeconds: 60, run },
    { name: "letter", when: "asked", run },
  ];
  const pool = openPool({ url: emptyUrl, max: 2, name: "test" });
  const queue = await openQueue(settingsFor(emptyUrl), jobs);
  try {
    const executeSql = (text: string, values?: unknown[]) => pool.query(text, values);
    for (const { name } of jobs) await queue.send(name, {}, randomUUID(), executeSql);
    const { rows } = await pool.query(
      "select name, round(extract(epoch from start_after - created_on))::int as rests from jobs.job order by name",
    );
    expect(rows).toEqual([
      { name: "card", rests: 60 },
      { name: "letter", rests: 0 },
    ]);
  } finally {
    await queue.close();
    await pool.end();
  }
});
