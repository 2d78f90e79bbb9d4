/**
 * `npm run exam:keystrokes`: no acknowledged keystroke is ever lost, and none doubled.
 *
 * Three writers type ten keys a second each into one story over real sockets through the front,
 * while `kill -9` hits front, web, collab and database in turn; in every second round their
 * browsers are killed at the same moment. At the end everything that was answered "marked" must
 * be in the room once, whoever loads it from the database, and in the story's head revision.
 *
 * `--mutant` exchanges the log for one that answers at once and writes ten seconds later: the
 * exam must turn red. `--rounds N` (default 200), `--seed N`.
 */
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { people, revisions, stories } from "#db/schema.ts";
import { createStory } from "#domain/stories/create.ts";
import { kill } from "./exam/kills.ts";
import { buildMutant } from "./exam/mutant-build.ts";
import { randomFrom } from "./exam/random.ts";
import { openTrial, type Trial } from "./exam/trial.ts";
import { judge, Typist, tokensIn } from "./exam/typists.ts";
import { untilReady } from "./trial/newsroom.ts";
import { RoomClient, type RoomDoor } from "./trial/room-client.ts";
import { signInAs } from "./trial/staff.ts";

const TARGETS = ["front", "web", "collab", "database"] as const;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    seed: { type: "string" },
    writers: { type: "string", default: "3" },
    mutant: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const seed = values.seed === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(values.seed);
const random = randomFrom(seed);
console.log(
  `exam:keystrokes  seed ${seed}  rounds ${rounds}  writers ${values.writers}${values.mutant ? "  MUTANT" : ""}`,
);

const mutant = values.mutant ? await buildMutant(process.env.BUILD_DIR ?? ".next") : null;
if (mutant) process.env.BUILD_DIR = mutant.buildDir;
const trial = await openTrial({ mutant: false });
const started = performance.now();
const verdict = await examine().finally(async () => {
  await trial.close();
  mutant?.remove();
});

console.log(
  `${verdict.lost.length} of ${verdict.acknowledged} acknowledged keystrokes lost, ${verdict.doubled.length} doubled`,
);
console.log(
  `${verdict.notInHead} of them not in the head revision, ${verdict.strange.length} that nobody typed`,
);
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
console.log(`${verdict.open} keystrokes died with their browser before they were acknowledged`);
for (const token of [...verdict.lost, ...verdict.doubled, ...verdict.strange].slice(0, 20))
  console.log(`  ${token}`);
const proved = verdict.acknowledged >= rounds * 10;
if (!proved) console.log("Too little was acknowledged between the kills to prove anything.");
const wrong = verdict.lost.length + verdict.doubled.length + verdict.strange.length + verdict.notInHead;
process.exit(proved && wrong === 0 ? 0 : 1);

async function examine() {
  const db = trial.database();
  const staff = await db.select().from(people).limit(Number(values.writers));
  const { storyId } = await createStory(
    { db, actor: { kind: "system", name: "exam" }, now: new Date() },
    { language: "en" },
  );
  const doors = await Promise.all(staff.map(({ id }) => doorOf(trial, id)));
  const typists = doors.map(
    (door, at) => new Typist({ name: "abcdefgh"[at] ?? "z", door, storyId, keysPerSecond: 10, random }),
  );
  for (const typist of typists) typist.begin();
  await Promise.all(typists.map(({ client }) => client.synced()));
  const done = { front: 0, web: 0, collab: 0, database: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const target = TARGETS[round % TARGETS.length] ?? "collab";
    await pause(300 + random() * 900);
    await kill(trial, target);
    // Over whole turns, so that the browsers die with each of the four, a moment before or after it is noticed.
    if (Math.floor(round / TARGETS.length) % 2 === 1) {
      await pause(random() * 250);
      for (const typist of typists) typist.die();
    }
    done[target] += 1;
    await untilReady(trial.newsroom);
    await Promise.all(typists.map(({ client }) => client.until(() => client.isSynced, 60_000)));
  }
  console.log(
    `kills: ${Object.entries(done)
      .map(([target, count]) => `${target} ${count}`)
      .join(", ")}`,
  );
  for (const typist of typists) await typist.stop();
  const [door] = doors;
  if (!door) throw new Error("nobody is at work");
  return {
    ...(await loadAndJudge(door, storyId, typists)),
    open: typists.reduce((sum, one) => sum + one.open.length, 0),
  };
}

/** Every browser is closed and collab killed once more: what is judged comes from the disk alone. */
async function loadAndJudge(door: RoomDoor, storyId: string, typists: readonly Typist[]) {
  for (const { client } of typists) client.die();
  await kill(trial, "collab");
  await untilReady(trial.newsroom);
  const reader = new RoomClient(door, { storyId });
  await reader.until(() => reader.isSynced, 30_000);
  const verdict = judge(typists, tokensIn(reader.words()));
  // The last revision is written at the start or after a pause of typing.
  const inHead = await untilHead(storyId, reader.words().join(""));
  reader.leave();
  return { ...verdict, notInHead: inHead ? 0 : verdict.acknowledged };
}

async function untilHead(storyId: string, text: string): Promise<boolean> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [head] = await trial
      .database()
      .select({ document: revisions.document })
      .from(stories)
      .innerJoin(revisions, eq(revisions.id, stories.headRevisionId))
      .where(eq(stories.id, storyId));
    const blocks = head?.document.doc.content ?? [];
    if (blocks.map(({ content }) => content?.[0]?.text ?? "").join("") === text) return true;
    await pause(200);
  }
  return false;
}

async function doorOf({ url, dataDir, database }: Trial, personId: string): Promise<RoomDoor> {
  const cookie = await signInAs(database(), personId, dataDir);
  return { url: `${url.replace(/^http/, "ws")}/collab`, origin: url, cookie };
}
