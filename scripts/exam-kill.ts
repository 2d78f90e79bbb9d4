/**
 * `npm run exam:kill`: nothing acknowledged is ever lost.
 *
 * Writers save and publish through the real door (server actions over HTTP, through the front)
 * while `kill -9` hits front, web, database and supervisor in turn. Whatever was answered "ok"
 * must be there afterwards: every saved text as it was sent, every publication whole (row, live
 * pointer, and its own words at its address). What was never answered may be there or not.
 *
 * `--mutant` lets PostgreSQL answer before the log is on disk (synchronous_commit off): the exam
 * must turn red. `--kills N` (default 52), `--seed N`.
 */
import { parseArgs } from "node:util";
import { runKills } from "./exam/kills.ts";
import { askLedger } from "./exam/ledger.ts";
import { openTrial } from "./exam/trial.ts";
import { startWriters } from "./exam/writers.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "52" },
    seed: { type: "string" },
    writers: { type: "string", default: "4" },
    mutant: { type: "boolean", default: false },
  },
});
const kills = Number(values.kills);
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);

console.log(
  `exam:kill  seed ${seed}  kills ${kills}  writers ${values.writers}${values.mutant ? "  MUTANT" : ""}`,
);
const trial = await openTrial({ mutant: values.mutant });
const { done, ledger, verdict } = await examine().finally(() => trial.close());

console.log(
  `kills: ${Object.entries(done)
    .map(([target, count]) => `${target} ${count}`)
    .join(", ")}`,
);
console.log(`${verdict.lostSaves.length} of ${ledger.saves.length} acknowledged saves lost`);
console.log(
  `${verdict.lostPublications.length} of ${ledger.publications.length} acknowledged publications lost`,
);
console.log(`${verdict.half.length} of ${verdict.publications} publications half there`);
console.log(`${ledger.refused} requests were never answered "ok" (they may or may not be there)`);
for (const line of [...verdict.lostSaves, ...verdict.lostPublications, ...verdict.half].slice(0, 10))
  console.log(`  ${line}`);

const proved = ledger.saves.length >= kills && ledger.publications.length > 0;
if (!proved) console.log("Too little was acknowledged between the kills to prove anything.");
const lost = verdict.lostSaves.length + verdict.lostPublications.length + verdict.half.length;
process.exit(proved && lost === 0 ? 0 : 1);

async function examine() {
  const writers = await startWriters(trial, Number(values.writers));
  const done = await runKills(trial, { kills, seed });
  const ledger = await writers.stop();
  return { done, ledger, verdict: await askLedger(trial, ledger) };
}
