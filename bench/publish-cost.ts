/**
 * What a publish costs in a young newsroom and in an old one: how many of the pages that the front
 * keeps it drops, and the CPU (web and database) of publishing and of printing again every list
 * that changed. Two newsrooms of their own, with 1,000 stories and with 100,000, publish by turns:
 * what else the machine does then weighs on both alike.
 */
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { desc } from "drizzle-orm";
import pg from "pg";
import { databaseOn, openPool } from "#db/client.ts";
import { changes } from "#db/schema.ts";
import { addContributor, addTopic } from "#domain/choices/add.ts";
import { publishStory } from "#domain/stories/publish.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { openNewsroom } from "#domain/testing/people.ts";
import type { Scene } from "#domain/testing/test.ts";
import { SECRET_HEADER } from "#server/internal.ts";
import { findDatabaseServer, startNewsroom, type TrialNewsroom } from "../scripts/trial/newsroom.ts";
import { copyStories } from "./copy-stories.ts";
import { type Figure, median, round } from "./figure.ts";
import { cpuMsOf, familyCpuMs } from "./processes.ts";
import type { Stage } from "./stage.ts";

const FEW = 1_000;
const MANY = 100_000;
/** The first few plan and compile. */
const WARM_UP = 5;
const PUBLISHES = 25;
const STORIES_KEPT = 150;
const MOST_TIMES = 1.3;

type Cost = { dropped: number; cpuMs: number };

export async function benchPublishCost({ buildDir }: Stage): Promise<Figure[]> {
  const papers: Paper[] = [];
  try {
    for (const count of [FEW, MANY]) papers.push(await openPaper(buildDir, count));
    const [young, old] = papers as [Paper, Paper];
    const few: Cost[] = [];
    const many: Cost[] = [];
    for (let day = 0; day < WARM_UP + PUBLISHES; day += 1) {
      const costs = [await costOf(young, day), await costOf(old, day)] as const;
      if (day < WARM_UP) continue;
      few.push(costs[0]);
      many.push(costs[1]);
    }
    return [figureOf(few, many)];
  } finally {
    for (const { close } of papers) await close();
  }
}

/** A newsroom with so many stories, every page of which the front has in memory. */
type Paper = {
  newsroom: TrialNewsroom;
  scene: Scene;
  words: Words;
  keysOf: Map<string, string[]>;
  close: () => Promise<void>;
};

async function openPaper(buildDir: string, count: number): Promise<Paper> {
  const newsroom = await startNewsroom({ buildDir, env: { LOG_LEVEL: "error" } });
  const { databaseUrl } = newsroom.run();
  const pool = openPool({ url: databaseUrl, max: 4, name: "bench" });
  const close = async () => {
    await pool.end();
    await newsroom.stop();
  };
  try {
    const db = databaseOn(pool);
    const people = await openNewsroom(db);
    const scene: Scene = {
      url: databaseUrl,
      db,
      newsroom: people,
      as: (actor) => ({ db, actor, now: new Date() }),
    };
    const label = { label: "Water", language: "en" } as const;
    const topic = await addTopic(scene.as(people.rawa), label);
    const byline = await addContributor(scene.as(people.rawa), { ...label, label: "Rawa Aziz" });
    const words = { topicId: topic.id, contributorId: byline.id };
    await fill(databaseUrl, count, words);
    const pages = [...LISTS, ...(await storyPaths(scene))];
    const keysOf = new Map<string, string[]>();
    for (const path of pages) keysOf.set(path, await printed(newsroom, path));
    await Promise.all(pages.map((path) => read(newsroom, path)));
    return { newsroom, scene, words, keysOf, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function figureOf(few: Cost[], many: Cost[]): Figure {
  const [young, old] = [few, many].map((costs) => ({
    dropped: median(costs.map(({ dropped }) => dropped)),
    // Not their mean: one round with a vacuum or a checkpoint in it would speak for all.
    cpuMs: median(costs.map(({ cpuMs }) => cpuMs)),
  })) as [Cost, Cost];
  const worst = Math.max(old.dropped / young.dropped, old.cpuMs / young.cpuMs);
  const told = (cost: Cost) => `${cost.dropped} pages, ${round(cost.cpuMs, 0)} ms`;
  return {
    what: `a publish with ${FEW} → ${MANY} stories: pages that the front drops, CPU of publishing and printing the lists again (${told(young)} → ${told(old)})`,
    reached: `${round(worst)} ×`,
    must: `≤ ${MOST_TIMES} ×`,
    met: worst <= MOST_TIMES,
    ofLimit: worst / MOST_TIMES,
    samples: few.length + many.length,
    values: {
      few: few.map(({ cpuMs }) => cpuMs),
      many: many.map(({ cpuMs }) => cpuMs),
      dropped: old.dropped,
    },
  };
}

type Words = { topicId: string; contributorId: string };

/** Stories with a past, under one topic and one byline, so that every list is as long as the newsroom is old. */
async function fill(databaseUrl: string, count: number, { topicId, contributorId }: Words): Promise<void> {
  await copyStories(databaseUrl, count);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const listed = `insert into story_listings (story_id, kind, word_id, language, first_published_at)
      select id, $1, $2, language, first_published_at from stories where live = 'published' on conflict do nothing`;
    await client.query(listed, ["topic", topicId]);
    await client.query(listed, ["byline", contributorId]);
    await client.query(`insert into sitemap_months (language, month)
      select distinct language, to_char(first_published_at at time zone 'UTC', 'YYYY-MM') from stories
       where live = 'published' on conflict do nothing`);
    await client.query("vacuum analyze story_listings, sitemap_months");
    await client.query("checkpoint").catch(() => null);
  } finally {
    await client.end();
  }
}

const LISTS = [
  ...["/en", "/en/news", "/en/world", "/en/latest", "/en/archive", "/en/topic/water", "/en/by/rawa-aziz"],
  ...["/en", "/en/news", "/en/topic/water", "/en/by/rawa-aziz"].flatMap((list) =>
    ["feed.xml", "atom.xml", "feed.json"].map((file) => `${list}/${file}`),
  ),
  ...["/en/news-sitemap.xml", "/sitemap.xml", "/sitemap/en-2010-01.xml"],
  ...["/en/archive/2010-01", "/en/archive/2010-01-05", "/en/topic/water/archive/2010-01"],
];

async function costOf({ newsroom, scene, words, keysOf }: Paper, day: number): Promise<Cost> {
  const byline = [{ contributorId: words.contributorId, role: "writing" as const }];
  const story = await aStory(scene, {
    by: scene.newsroom.rawa,
    fields: { headline: `Bread costs more, day ${day}`, topicIds: [words.topicId], byline },
  });
  const before = cpuMs(newsroom);
  await publishStory(scene.as(scene.newsroom.dilan), { ...story, seenPublicationId: null });
  const [change] = await scene.db.select().from(changes).orderBy(desc(changes.seq)).limit(1);
  const touched = new Set(change?.keys);
  const dropped = [...keysOf].filter(([, keys]) => keys.some((key) => touched.has(key)));
  for (const [path] of dropped) await read(newsroom, path);
  return { dropped: dropped.length, cpuMs: cpuMs(newsroom) - before };
}

const read = ({ url }: TrialNewsroom, path: string) => fetch(`${url}${path}`).then((got) => got.text());

async function storyPaths({ db }: Scene): Promise<string[]> {
  const { rows } = await db.execute<{ path: string }>(
    `select '/' || language || '/' || section_slug || '/' || number || case when printed->>'slug' = '' then ''
       else '-' || (printed->>'slug') end as path
     from reader.stories order by first_published_at desc nulls last limit ${STORIES_KEPT}`,
  );
  return rows.map(({ path }) => path);
}

function cpuMs(newsroom: TrialNewsroom): number {
  const web = newsroom.pidOf("web");
  const database = findDatabaseServer(newsroom.run());
  if (web === null || database === null) throw new Error("web or the database isn't running");
  return cpuMsOf(web) + familyCpuMs(database);
}

/** The keys of a page, from web itself: the front tells them to nobody. */
function printed(newsroom: TrialNewsroom, path: string): Promise<string[]> {
  const { host, port } = newsroom.run().webAddress;
  const { internalSecret } = JSON.parse(readFileSync(join(newsroom.dataDir, "secrets.json"), "utf8"));
  return new Promise((resolve, reject) => {
    request({ host, port, path, headers: { [SECRET_HEADER]: internalSecret } }, (answer) => {
      answer.resume();
      answer.on("end", () => {
        const keys = String(answer.headers["x-dateline-keys"] ?? "");
        if (answer.statusCode === 200) resolve(keys.split(" "));
        else reject(new Error(`${path} answered ${answer.statusCode}`));
      });
    })
      .on("error", reject)
      .end();
  });
}
