/**
 * `npm run exam:front`: readers never get the old after the new, nor what was taken back.
 *
 * A whole newsroom, as `npm start` runs it. An editor publishes, updates, corrects and withdraws
 * through the domain's verbs; sixteen readers look at stories, fronts, feeds and the sitemap; web,
 * the database, its connections and the listening connection are killed in turn meanwhile. An act
 * is answered when it is committed and the front has said that it applied it.
 *
 * `--mutant` makes the database lie to the front: hard changes arrive as soft ones. The exam must
 * turn red. `--acts N` (default 1000), `--seed N`, BUILD_DIR for a build that is there already.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { databaseOn, openPool } from "#db/client.ts";
import { openNewsroom } from "#domain/testing/people.ts";
import { dice, Judge } from "#server/front/testing/judge.ts";
import { act, openStories, type Tally } from "./exam-front/acts.ts";
import { OUTAGES, strike } from "./exam-front/outages.ts";
import { sendReaders } from "./exam-front/readers.ts";
import { startNewsroom, type TrialNewsroom } from "./trial/newsroom.ts";

const STORIES = 12;
const READERS = 16;
const LISTS = [
  ...["/en", "/en/news", "/en/latest", "/en/feed.xml", "/en/news/feed.xml", "/en/atom.xml", "/en/feed.json"],
  ...["/en/news-sitemap.xml", `/sitemap/en-${new Date().toISOString().slice(0, 7)}.xml`],
];
const OUTAGE_EVERY = 40;
const LIE = `create function tell_soft() returns trigger language plpgsql as
  $f$ begin new.hard := 'soft'; return new; end $f$;
  create trigger tell_soft before insert on changes for each row execute function tell_soft()`;

const { values } = parseArgs({
  options: {
    acts: { type: "string", default: "1000" },
    seed: { type: "string" },
    mutant: { type: "boolean", default: false },
  },
});
const acts = Number(values.acts);
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);
console.log(`exam:front  seed ${seed}  acts ${acts}  readers ${READERS}${values.mutant ? "  MUTANT" : ""}`);

const newsroom = await startNewsroom({
  ...(process.env.BUILD_DIR === undefined ? {} : { buildDir: process.env.BUILD_DIR }),
  env: { LOG_LEVEL: "error" },
});
try {
  process.exitCode = (await examine(newsroom)) ? 0 : 1;
} finally {
  await newsroom.stop();
}

async function examine(newsroom: TrialNewsroom): Promise<boolean> {
  const pool = openPool({ url: newsroom.run().databaseUrl, max: 4, name: "exam" });
  // The database is killed under this process too, in the middle of an act: the act fails, not the exam.
  const db = databaseOn(pool);
  const { dilan } = await openNewsroom(db);
  if (values.mutant) await pool.query(LIE);
  const door = { control: newsroom.run().frontControlAddress, secret: secretOf(newsroom) };
  const judge = new Judge();
  const stories = await openStories(db, dilan, STORIES);
  const paths = [...stories.map(({ path }) => path), ...LISTS];
  const readers = sendReaders(newsroom.url, paths, READERS, judge);
  const tally: Tally = { publish: 0, update: 0, correction: 0, withdrawal: 0, unanswered: 0 };
  const chance = dice(seed);
  const struck: string[] = [];
  let striking = Promise.resolve();

  for (let count = 0; count < acts; ) {
    if (count >= OUTAGE_EVERY * (struck.length + 1)) {
      await striking;
      const outage = OUTAGES[struck.length % OUTAGES.length] ?? "web";
      struck.push(outage);
      console.log(
        `act ${count}: ${outage} is killed, ${judge.looks} looks so far, ${tally.unanswered} acts unanswered`,
      );
      striking = strike(newsroom, pool, outage);
    }
    const story = stories[Math.floor(chance() * STORIES)];
    if (!story) throw new Error("there are no stories");
    const done = await act(db, dilan, door, story, chance(), judge);
    tally[done ?? "unanswered"]++;
    if (done !== null) count++;
  }
  await striking;
  await readers.stop();
  await pool.end();

  console.log(`acts: ${told(Object.entries(tally))}`);
  console.log(
    `killed: ${told(OUTAGES.map((outage) => [outage, struck.filter((one) => one === outage).length]))}`,
  );
  console.log(`answers to readers: ${told([...readers.answers].sort())}`);
  console.log(`${judge.oldAfterNew} of ${judge.looks} old after new`);
  console.log(`${judge.goneSeen} of ${judge.looks} withdrawn or corrected words seen after the answer`);
  for (const finding of judge.findings) console.log(`  ${finding}`);
  const proved =
    judge.looks > acts && struck.length >= Math.min(OUTAGES.length, Math.floor(acts / OUTAGE_EVERY) - 1);
  if (!proved) console.log("Too little was looked at to prove anything.");
  return proved && judge.oldAfterNew + judge.goneSeen === 0;
}

function secretOf({ dataDir }: TrialNewsroom): string {
  const secrets = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8")) as {
    internalSecret: string;
  };
  return secrets.internalSecret;
}

function told(counts: readonly [unknown, number][]): string {
  return counts.map(([name, count]) => `${name} ${count}`).join(", ");
}
