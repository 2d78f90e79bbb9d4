/** The real pruning, and one with a mistake that the exam must find. */
import { sql } from "drizzle-orm";
import { pruneHistories } from "#domain/history/prune.ts";
import type { Scene } from "#domain/testing/test.ts";

export type Pruning = (scene: Scene, now: Date, storyId: string) => Promise<void>;

export const realPruning: Pruning = async (scene, now) => {
  await pruneHistories(scene.as({ kind: "system", name: "The archive" }, now), "recent");
  // The database does so by itself within minutes; the exam's day has no such minutes.
  await scene.db.execute(sql`vacuum revisions`);
};

/** Keeps the newest, and what a foreign key holds: approvals and everybody's share in a paragraph go. */
export const byAgeAlone: Pruning = async ({ db }, _now, storyId) => {
  await db.execute(sql`
    delete from revisions r where r.story_id = ${storyId}
       and r.seq < (select max(seq) - 100 from revisions where story_id = ${storyId})
       and not exists (select 1 from publications p where p.revision_id = r.id)
       and not exists (select 1 from named_revisions n where n.revision_id = r.id)
       and not exists (select 1 from stories s where s.head_revision_id = r.id)`);
};
