/** What goes wrong during the exam, in turn: web, the database, its connections, the listening one. */
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { findChild, type TrialNewsroom, untilReady } from "../trial/newsroom.ts";

export const OUTAGES = ["web", "database", "connections", "listening connection"] as const;
export type Outage = (typeof OUTAGES)[number];

/** Resolves when the newsroom is whole again; the acts and the readers go on meanwhile. */
export async function strike(newsroom: TrialNewsroom, pool: pg.Pool, outage: Outage): Promise<void> {
  if (outage === "web") {
    kill(newsroom.pidOf("web"), outage);
  } else if (outage === "database") {
    kill(findChild(newsroom.supervisor.pid ?? -1, "postgres"), outage);
  } else {
    const whose =
      outage === "connections"
        ? "application_name like 'dateline-web%'"
        : "application_name = 'dateline-front'";
    await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${whose}`);
  }
  // Health is asked of the processes once a second: what it says now may be from before.
  await pause(1_200);
  await untilReady(newsroom);
}

function kill(pid: number | null, what: string): void {
  if (pid === null) throw new Error(`${what} isn't running, so it can't be killed`);
  process.kill(pid, "SIGKILL");
}
