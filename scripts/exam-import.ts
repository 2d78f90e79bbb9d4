/**
 * `npm run exam:import`: an old newspaper moves in, and nothing hidden comes out, nothing is lost,
 * nothing is doubled.
 *
 * Odd WordPress and Ghost archives of our own making are rehearsed and moved in by a process that
 * is killed on the way and begun again; a longer one goes through unhindered and is measured. What
 * must hold afterwards is asked of the database: each canary of a hidden story, each old address in
 * every spelling, each story once.
 *
 * `--mutant` has three faults: the clock stands in another century (what is dated ahead has passed), a
 * killed run forgets what it has taken in, and believes that it has what it never took. The exam must
 * find each of them: stories that became public, doubled ones, missing ones; it ends with 1 only then.
 * `--stories N` (default 2000), `--seed N`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startDatabase } from "#server/database.ts";
import { HIDDEN_OF_GHOST } from "#server/imports/testing/old-site.ts";
import { runTrial, type TrialOrder, type TrialResult } from "./exam-import/trial.ts";

const { values } = parseArgs({
  options: {
    stories: { type: "string", default: "2000" },
    seed: { type: "string" },
    mutant: { type: "boolean", default: false },
  },
});
const stories = Number(values.stories);
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);
const ARCHIVE = 40_000;
const NIGHT_HOURS = 8;
/** How much a process may grow from its first tenth to its last: twenty times as long, not twice as large. */
const MOST_GROWTH = 1.4;

console.log(`exam:import  seed ${seed}  stories ${stories}${values.mutant ? "  MUTANT" : ""}`);
const folder = mkdtempSync(join(tmpdir(), "dateline-exam-import-"));
const server = await startDatabase({ dataDir: folder });
let wrong = 0;
const escaped: string[] = [];
try {
  const part = Math.max(100, Math.round(stories / 5));
  const orders: TrialOrder[] = [
    { source: "wordpress", stories: part, seed, kills: 3, mutant: values.mutant },
    {
      source: "ghost",
      stories: part,
      seed: seed + 1,
      kills: 3,
      mutant: values.mutant,
      hidden: HIDDEN_OF_GHOST,
    },
    { source: "wordpress", stories, seed: seed + 2, kills: 0, mutant: values.mutant },
  ];
  for (const [number, order] of orders.entries()) {
    const result = await runTrial({ url: server.url, folder, number }, order);
    wrong += told(order, result);
    if (values.mutant) escaped.push(...faultsNotFound(order, result));
    if (number === orders.length - 1) wrong += measured(result);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of escaped) console.log(`\nNOT FOUND OUT: ${fault}`);
process.exit(wrong > 0 && escaped.length === 0 ? 1 : 0);

/** Which of the mutant's faults the exam has passed over: where nobody was killed, it has only the clock's. */
function faultsNotFound({ source, stories: count, kills }: TrialOrder, { verdict }: TrialResult): string[] {
  const faults = [
    verdict.becamePublic.length === 0 && "what is dated ahead was taken for published",
    kills > 0 && verdict.doubled.length === 0 && "a killed run forgot what it had taken in",
    kills > 0 && verdict.missing.length === 0 && "a killed run took stories for done that it never took in",
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${fault} (${source}, ${count} stories)`);
}

function told(
  { source, stories: count, kills }: TrialOrder,
  { verdict, killed, report, archiveMb }: TrialResult,
): number {
  const { becamePublic, lost, missing, doubled, wrongDates, hidden, addresses, expected } = verdict;
  console.log(
    `\n${source}: ${count} stories, ${archiveMb.toFixed(1)} MB, killed ${killed} of ${kills} times`,
  );
  console.log(`${becamePublic.length} of ${hidden} that weren't public became public`);
  console.log(`${lost.length} of ${addresses} old addresses don't lead home`);
  console.log(
    `${missing.length} of ${expected} stories missing, ${doubled.length} doubled, ${wrongDates.length} with another date`,
  );
  console.log(`${report.losses.length} kinds of loss named, ${report.outcome.failed} failed`);
  for (const line of [...becamePublic, ...lost, ...missing, ...doubled, ...wrongDates].slice(0, 8))
    console.log(`  ${line}`);
  const provesNothing = kills > 0 && killed === 0;
  if (provesNothing) console.log("  it had ended before it could be killed: more stories are needed");
  const found = becamePublic.length + lost.length + missing.length + doubled.length + wrongDates.length;
  return found + (provesNothing ? 1 : 0);
}

function measured({ rate, seconds, rss, rehearsalSeconds }: TrialResult): number {
  const hours = ARCHIVE / rate / 3_600;
  console.log(
    `\nrehearsal ${rehearsalSeconds.toFixed(1)} s; run ${seconds.toFixed(1)} s: ${rate.toFixed(1)} stories/s`,
  );
  console.log(`${ARCHIVE} stories in ${hours.toFixed(2)} h at this rate (a night has ${NIGHT_HOURS} h)`);
  console.log(
    `memory: ${rss.start} MB after the first tenth, ${rss.end} MB at the end, ${rss.most} MB at most`,
  );
  const isFlat = rss.end <= rss.start * MOST_GROWTH;
  if (!isFlat) console.log("  it grows with the archive");
  return (hours > NIGHT_HOURS ? 1 : 0) + (isFlat ? 0 : 1);
}
