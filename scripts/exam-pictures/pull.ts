/**
 * `npm run exam:pull`: "Pull picture" takes a picture out of everything that readers get.
 *
 * A whole newsroom, as `npm start` runs it. One picture stands over and in 50 stories in each of
 * three languages, on their lists, feeds, sitemaps and share cards. Every address of the newspaper
 * is found by following what pages name, and looked at until the front keeps it. While readers go
 * on looking, an editor pulls the picture by the desk's own server action; from its answer on
 * nobody may be given it, and every line of the result sheet must say so.
 *
 * `--mutant` makes the database lose the keys of the change: the exam must turn red.
 * `--families N` (default 50), BUILD_DIR for a build that is there already.
 */
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { eq, sql } from "drizzle-orm";
import { databaseOn, openPool } from "#db/client.ts";
import { shareCards } from "#db/schema-circulation.ts";
import { pictures, renditions } from "#db/schema-pictures.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { openNewsroom } from "#domain/testing/people.ts";
import { startNewsroom, type TrialNewsroom } from "../trial/newsroom.ts";
import { callAction, readActionIds, signInAs } from "../trial/staff.ts";
import { closeCrawler, crawl, lookAt, lookAtAll } from "./crawl.ts";
import { publishStories } from "./pull-scene.ts";

const LIMIT_MS = 60_000;
const CARDS_LIMIT_MS = 600_000;
const READERS = 6;
const LINES_AT_ONCE = 40;
const LOSE_KEYS = `create function lose_keys() returns trigger language plpgsql as
  $f$ begin if new.hard = 'hard' then new.keys := '{}'; end if; return new; end $f$;
  create trigger lose_keys before insert on changes for each row execute function lose_keys()`;

const { values } = parseArgs({
  options: { families: { type: "string", default: "50" }, mutant: { type: "boolean", default: false } },
});
const families = Number(values.families);
const buildDir = process.env.BUILD_DIR ?? ".next";
console.log(`exam:pull  ${families} stories in 3 languages${values.mutant ? "  MUTANT" : ""}`);

const newsroom = await startNewsroom({ buildDir, env: { LOG_LEVEL: "error" } });
try {
  process.exitCode = (await examine(newsroom)) ? 0 : 1;
} finally {
  closeCrawler();
  await newsroom.stop();
}

async function examine(newsroom: TrialNewsroom): Promise<boolean> {
  const { url, dataDir } = newsroom;
  const pool = openPool({ url: newsroom.run().databaseUrl, max: 4, name: "exam" });
  const db = databaseOn(pool);
  const people = await openNewsroom(db);
  const { pictureId } = await aPicture({ db, newsroom: people }, { dataDir });
  const published = await publishStories(db, people.dilan, { pictureId, families });
  await untilCards(db, pictureId, published);

  const names = await namesOf(db, pictureId);
  const files = names.map((name) => `/media/${name}`);
  const everywhere = [...new Set([...(await crawl(url)), ...files])];
  const had = await holding(url, everywhere, names);
  console.log(`${everywhere.length} addresses, ${had.length} of them have the picture`);
  if (values.mutant) await pool.query(LOSE_KEYS);

  const readers = sendReaders(url, had, names);
  const cookie = await signInAs(db, people.dilan.personId, dataDir);
  const act = actor(`${url}/desk/pictures`, cookie);
  const began = performance.now();
  await act("pullPicture", { pictureId, version: 1, replacedBy: null, note: "exam" });
  const answeredMs = performance.now() - began;
  readers.answered();
  const still = await holding(url, everywhere, names);
  const lookedMs = performance.now() - began;
  const sheet = await readSheet(act, pictureId);
  const sheetMs = performance.now() - began;
  const looks = await readers.stop();
  await pool.end();

  console.log(`answered after ${seconds(answeredMs)}, every address looked at after ${seconds(lookedMs)}`);
  console.log(
    `the sheet: ${sheet.lines} lines in ${seconds(sheetMs - lookedMs)}, ${sheet.open.length} not gone`,
  );
  for (const line of sheet.open.slice(0, 10)) console.log(`  ${JSON.stringify(line)}`);
  console.log(`${looks.after} looks of readers after the answer, ${looks.seen} of them were given it`);
  for (const path of still.slice(0, 20)) console.log(`  still: ${path}`);
  console.log(`${still.length} of ${had.length} surfaces still have it`);
  const proved = had.length > published && looks.after > 50;
  if (!proved) console.log("Too little was looked at to prove anything.");
  return proved && still.length + looks.seen + sheet.open.length === 0 && lookedMs <= LIMIT_MS;
}

type Db = ReturnType<typeof databaseOn>;

/** The worker makes a card for each story; pulling it is what the exam is about, so all must be there. */
async function untilCards(db: Db, pictureId: string, wanted: number): Promise<void> {
  const until = performance.now() + CARDS_LIMIT_MS;
  for (;;) {
    const [made] = await db
      .select({ count: sql<number>`count(distinct ${shareCards.storyId})::int` })
      .from(shareCards)
      .where(eq(shareCards.pictureId, pictureId));
    if (made && made.count >= wanted) return;
    if (performance.now() > until) throw new Error(`only ${made?.count} of ${wanted} share cards were made`);
    await pause(500);
  }
}

async function namesOf(db: Db, pictureId: string): Promise<string[]> {
  const files = await db.select().from(renditions).where(eq(renditions.pictureId, pictureId));
  const cards = await db.select().from(shareCards).where(eq(shareCards.pictureId, pictureId));
  const [row] = await db.select().from(pictures).where(eq(pictures.id, pictureId));
  const printable = row?.printable?.files ?? [];
  return [...new Set([...files, ...cards, ...printable].map(({ name }) => name))];
}

/** Those of the addresses at which a reader is given the picture or its name. */
async function holding(url: string, paths: readonly string[], names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  await lookAtAll(url, paths, ({ path, status, text }) => {
    if (holds(path, status, text, names)) found.push(path);
  });
  return found;
}

function holds(path: string, status: number, text: string, names: readonly string[]): boolean {
  const isFile = names.some((name) => path === `/media/${name}`);
  return isFile ? status === 200 : names.some((name) => text.includes(name));
}

/** Readers who look at one address after the other, without a rest, before and after the act. */
function sendReaders(url: string, paths: readonly string[], names: readonly string[]) {
  let isReading = true;
  let isAnswered = false;
  const looks = { after: 0, seen: 0 };
  const readers = Array.from({ length: READERS }, async (_, reader) => {
    for (let turn = reader * 37; isReading; turn++) {
      const path = paths[turn % paths.length] ?? "/en";
      // What was asked for before the answer may have been on its way already.
      const counts = isAnswered;
      const { status, text } = await lookAt(url, path);
      if (counts) {
        looks.after++;
        if (holds(path, status, text, names)) looks.seen++;
      }
      await pause(10);
    }
  });
  return {
    answered: () => {
      isAnswered = true;
    },
    stop: async () => {
      isReading = false;
      await Promise.all(readers);
      return looks;
    },
  };
}

type Act = (name: string, input: unknown) => Promise<unknown>;

function actor(page: string, cookie: string): Act {
  const ids = readActionIds(join(process.cwd(), buildDir));
  return async (name, input) => {
    const { value, body } = await callAction(page, ids.get(name) ?? "", input, { cookie });
    const answer = value as { ok?: boolean; value?: unknown } | undefined;
    if (answer?.ok !== true) throw new Error(`${name} was refused: ${body.slice(0, 400)}`);
    return answer.value;
  };
}

type Line = { id: string };
type Result = { id: string; state: string; paths: string[] };

/** As the desk's screen does it: all lines, then a look at some of them at a time. */
async function readSheet(act: Act, pictureId: string): Promise<{ lines: number; open: Result[] }> {
  const lines = (await act("listSurfaces", { pictureId })) as Line[];
  const results: Result[] = [];
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    const lineIds = lines.slice(at, at + LINES_AT_ONCE).map(({ id }) => id);
    results.push(...((await act("lookAtSurfaces", { pictureId, lineIds })) as Result[]));
  }
  return { lines: lines.length, open: results.filter(({ state }) => state !== "gone") };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
