/**
 * `npm run exam:history`: a day of 250,000 edits in one story, saved every few seconds by several
 * people through the real verbs, pruned every ten minutes as the worker does. Afterwards: at most
 * 300 rows and 20 MB, every named, approved and published version as it was, each brought back to
 * the letter, every paragraph with its writers.
 *
 * `--mutant` prunes by age alone: the exam must turn red. `--edits N` (default 250000), `--seed N`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { databaseOn, openPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import { openNewsroom } from "#domain/testing/people.ts";
import type { Scene } from "#domain/testing/test.ts";
import { startDatabase } from "#server/database.ts";
import { dice } from "#server/front/testing/judge.ts";
import { type Day, liveThroughDay } from "./exam-history/day.ts";
import { judge, sizeOf } from "./exam-history/judge.ts";
import { byAgeAlone, realPruning } from "./exam-history/prunings.ts";

const MOST_ROWS = 300;
const MOST_BYTES = 20 * 1024 * 1024;
const { values } = parseArgs({
  options: {
    edits: { type: "string", default: "250000" },
    seed: { type: "string" },
    mutant: { type: "boolean", default: false },
  },
});
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);
console.log(`exam:history  seed ${seed}  edits ${values.edits}${values.mutant ? "  MUTANT" : ""}`);

const dataDir = mkdtempSync(join(tmpdir(), "dateline-history-"));
const database = await startDatabase({ dataDir });
try {
  await migrate(database.url);
  const pool = openPool({ url: database.url, max: 4, name: "exam" });
  const db = databaseOn(pool);
  const newsroom = await openNewsroom(db);
  const scene: Scene = {
    url: database.url,
    db,
    newsroom,
    as: (actor, now = new Date()) => ({ db, actor, now }),
  };
  process.exitCode = (await examine(scene)) ? 0 : 1;
  await pool.end();
} finally {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function examine(scene: Scene): Promise<boolean> {
  const prune = values.mutant ? byAgeAlone : realPruning;
  const peak = { rows: 0, bytes: 0 };
  const day = await liveThroughDay({
    ...{ scene, edits: Number(values.edits), chance: dice(seed), hours: Number(values.edits) / 10_417 },
    startsAt: new Date("2026-01-12T00:00:00Z"),
    onTenMinutes: async (now, storyId) => {
      const { rows, bytes } = await sizeOf(scene, storyId);
      Object.assign(peak, { rows: Math.max(peak.rows, rows), bytes: Math.max(peak.bytes, bytes) });
      await prune(scene, now, storyId);
    },
  });
  await prune(scene, new Date(day.endsAt.getTime() + 1_800_000), day.storyId);
  return told(day, peak, await judge(scene, day));
}

function told(
  day: Day,
  peak: { rows: number; bytes: number },
  verdict: Awaited<ReturnType<typeof judge>>,
): boolean {
  const { rows, bytes, tableBytes, lost, inexact, forgotten } = verdict;
  const mb = (size: number) => `${(size / 1024 / 1024).toFixed(1)} MB`;
  const of = (why: string) => day.kept.filter((version) => version.why === why).length;
  console.log(
    `${day.edits} edits, ${day.saves} revisions written; at most ${peak.rows} rows and ${mb(peak.bytes)} at a time`,
  );
  console.log(
    `${rows} rows (at most ${MOST_ROWS}), ${mb(bytes)} of rows, ${mb(tableBytes)} of table and indexes (at most ${mb(MOST_BYTES)})`,
  );
  console.log(
    `${lost.length} of ${day.kept.length} versions that stand out lost or changed (${of("named")} named, ${of("approved")} approved, ${of("sent")} published)`,
  );
  console.log(`${inexact.length} of ${day.kept.length} restored inexactly`);
  console.log(`${forgotten.length} of ${day.paragraphs.length} paragraphs without one of their writers`);
  for (const line of [...lost, ...inexact, ...forgotten].slice(0, 10)) console.log(`  ${line}`);
  const isWhole = lost.length + inexact.length + forgotten.length === 0;
  return isWhole && rows <= MOST_ROWS && bytes <= MOST_BYTES && tableBytes <= MOST_BYTES;
}
