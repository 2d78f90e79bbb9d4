/**
 * `npm run exam:together`: several people in one story, and many in many.
 *
 * 1. Eight writers in one story, five keys a second each, lines cut for 1–60 s all the time, a new
 *    tab every minute: all screens equal at the end, no character lost or doubled; others see a
 *    letter within 150 ms and it is acknowledged (committed) within 60 ms, at the 95th percentile.
 * 2. Fifty writers on 25 stories: others see a letter within 300 ms; the process for live
 *    connections stays below 1 GB.
 *
 * `--minutes N` (default 20) for the first, `--seconds N` (default 60) for the second, `--seed N`.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { people } from "#db/schema.ts";
import { createStory } from "#domain/stories/create.ts";
import { randomFrom } from "./exam/random.ts";
import { type Measured, type Together, writeTogether } from "./exam/together.ts";
import { openTrial } from "./exam/trial.ts";
import { signInAs } from "./trial/staff.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "20" },
    seconds: { type: "string", default: "60" },
    seed: { type: "string" },
  },
});
const minutes = Number(values.minutes);
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);
const random = randomFrom(seed);
console.log(`exam:together  seed ${seed}  minutes ${minutes}`);

const trial = await openTrial({ mutant: false });
const passed = await examine().finally(() => trial.close());
process.exit(passed ? 0 : 1);

async function examine(): Promise<boolean> {
  const staff = await trial.database().select().from(people).limit(4);
  const doors = await Promise.all(
    staff.map(async ({ id }) => ({
      url: `${trial.url.replace(/^http/, "ws")}/collab`,
      origin: trial.url,
      cookie: await signInAs(trial.database(), id, trial.dataDir),
    })),
  );
  const common = { doors, keysPerSecond: 5, random };
  const one = await write("8 writers in one story", {
    ...common,
    ...{ stories: await newStories(1), writers: 8, seconds: minutes * 60 },
    ...{ cuts: { everySeconds: 7, longestSeconds: Math.min(60, minutes * 30) }, newTabEverySeconds: 60 },
  });
  const many = await write("50 writers on 25 stories", {
    ...common,
    ...{ stories: await newStories(25), writers: 50, seconds: Number(values.seconds) },
    ...{ cuts: null, newTabEverySeconds: null },
  });
  const megabytes = residentMb();
  console.log(`  process for live connections: ${megabytes} MB`);
  const inTime = one.echoP95 <= 150 && one.acknowledgedP95 <= 60 && many.echoP95 <= 300 && megabytes < 1000;
  return isWhole(one) && isWhole(many) && inTime;
}

async function newStories(count: number): Promise<string[]> {
  const ctx = { db: trial.database(), actor: { kind: "system", name: "exam" } as const, now: new Date() };
  const made = Array.from({ length: count }, () => createStory(ctx, { language: "en" }));
  return (await Promise.all(made)).map(({ storyId }) => storyId);
}

async function write(name: string, terms: Together): Promise<Measured> {
  const measured = await writeTogether(terms);
  const { lost, doubled, strange, acknowledged, typed, equal, cuts, tabs, echoP95, acknowledgedP95 } =
    measured;
  console.log(`${name}: ${typed} keystrokes, ${cuts} cuts, ${tabs} new tabs`);
  console.log(
    `  ${lost.length} of ${acknowledged} lost, ${doubled.length} doubled, ${strange.length} strange; all equal: ${equal ? "yes" : "NO"}`,
  );
  console.log(`  seen by others p95 ${echoP95} ms, acknowledged p95 ${acknowledgedP95} ms`);
  return measured;
}

function isWhole({ lost, doubled, strange, equal }: Measured): boolean {
  return lost.length + doubled.length + strange.length === 0 && equal;
}

function residentMb(): number {
  const status = readFileSync(`/proc/${trial.newsroom.pidOf("collab")}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
