import { databaseOn, openPool } from "#db/client.ts";
import { type Pruned, pruneHistories } from "#domain/history/prune.ts";
import type { JobRun } from "../jobs.ts";

/** Takes out of histories what nobody can need. A second run finds nothing to do. */
export async function pruneHistory({ settings, now }: JobRun, which: "recent" | "all"): Promise<Pruned> {
  const pool = openPool({ url: settings.databaseUrl, max: 1, name: "histories" });
  try {
    const actor = { kind: "system", name: "The archive" } as const;
    return await pruneHistories({ db: databaseOn(pool), actor, now }, which);
  } finally {
    await pool.end();
  }
}
