/**
 * `npm run exam:feeds`: what machines get of 500 stories (feeds of every list in three forms,
 * sitemaps, news sitemaps, every story's record) against the rules of each standard and against
 * three feed readers' own parsers.
 *
 * `--mutant` makes the mistakes of exam-feeds/mutants.ts, one after the other: each must be
 * found. `--stories N` (default 500), `--seed N`.
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
import { errorsOf, type File, noticed, printEverything } from "./exam-feeds/examine.ts";
import { MUTANTS } from "./exam-feeds/mutants.ts";
import { writeStories } from "./exam-feeds/stories.ts";

const { values } = parseArgs({
  options: {
    stories: { type: "string", default: "500" },
    seed: { type: "string" },
    mutant: { type: "boolean", default: false },
  },
});
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);
console.log(`exam:feeds  seed ${seed}  stories ${values.stories}${values.mutant ? "  MUTANT" : ""}`);

const dataDir = mkdtempSync(join(tmpdir(), "dateline-feeds-"));
const database = await startDatabase({ dataDir });
try {
  const now = new Date();
  const files = await printFor(now);
  process.exitCode = (values.mutant ? await findMutants(files, now) : await judge(files, now)) ? 0 : 1;
} finally {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function printFor(now: Date): Promise<File[]> {
  await migrate(database.url);
  const pool = openPool({ url: database.url, max: 4, name: "exam" });
  const db = databaseOn(pool);
  const newsroom = await openNewsroom(db);
  const scene: Scene = { url: database.url, db, newsroom, as: (actor) => ({ db, actor, now }) };
  const written = await writeStories(scene, { count: Number(values.stories), chance: dice(seed), now });
  const files = await printEverything(scene, written, now);
  await pool.end();
  return files;
}

async function judge(files: readonly File[], now: Date): Promise<boolean> {
  const errors = (await Promise.all(files.map((file) => errorsOf(file, now)))).flat();
  const kinds = Map.groupBy(files, ({ kind }) => kind);
  console.log([...kinds].map(([kind, some]) => `${kind} ${some.length}`).join(", "));
  for (const error of errors.slice(0, 20)) console.log(`  ${error}`);
  console.log(`${errors.length} errors, 0 must be, in ${files.length} files`);
  return errors.length === 0 && files.length > Number(values.stories);
}

async function findMutants(files: readonly File[], now: Date): Promise<boolean> {
  let missed = 0;
  for (const [name, mutate] of Object.entries(MUTANTS)) {
    const found = await noticed(files, mutate, now);
    if (found === null) missed += 1;
    console.log(`${name}: ${found ?? "NOT FOUND"}`);
  }
  console.log(`${missed} of ${Object.keys(MUTANTS).length} mistakes not found`);
  // A mutant turns the exam red: the command ends with 1 when it does its work.
  return missed > 0;
}
