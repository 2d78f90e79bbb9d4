/** The newsroom that an exam examines: started for it, with one editor at work, ended with it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { databaseOn, openPool, type Schema } from "#db/client.ts";
import { openNewsroom } from "#domain/testing/people.ts";
import { end, freePort, startNewsroom, type TrialNewsroom, untilReady } from "../trial/newsroom.ts";
import { readActionIds, signInAs } from "../trial/staff.ts";

export type Trial = {
  readonly url: string;
  readonly dataDir: string;
  readonly cookie: string;
  readonly actionIds: Map<string, string>;
  /** The newsroom as it runs now: another one after the supervisor was killed. */
  newsroom: TrialNewsroom;
  readonly database: () => NodePgDatabase<Schema>;
  readonly startAgain: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openTrial({ mutant }: { mutant: boolean }): Promise<Trial> {
  const dataDir = mkdtempSync(join(tmpdir(), "dateline-exam-"));
  const port = await freePort();
  const buildDir = process.env.BUILD_DIR ?? ".next";
  const newsroom = await startNewsroom({ dataDir, port, buildDir, env: { LOG_LEVEL: "warn" } });
  const pool: pg.Pool = openPool({ url: newsroom.run().databaseUrl, max: 4, name: "exam" });
  const db = databaseOn(pool);
  const { dilan } = await openNewsroom(db);
  if (mutant) {
    await pool.query("alter role current_user set synchronous_commit = off");
    await pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()",
    );
  }
  const trial: Trial = {
    url: newsroom.url,
    dataDir,
    newsroom,
    cookie: await signInAs(db, dilan.personId, dataDir),
    actionIds: readActionIds(buildDir),
    database: () => db,
    startAgain: async () => {
      trial.newsroom = await startNewsroom({ dataDir, port, buildDir, env: { LOG_LEVEL: "warn" } });
      await untilReady(trial.newsroom);
    },
    close: async () => {
      await pool.end();
      await end(trial.newsroom.supervisor);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return trial;
}
