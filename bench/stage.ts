/** The newsroom that is measured: started as `npm start` starts it, with the demo's stories and the seed article. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { databaseOn, openPool, type Schema } from "#db/client.ts";
import { readerStories } from "#db/reader.ts";
import type { Ctx, Person } from "#domain/context.ts";
import { storyPath } from "#domain/site.ts";
import { publishStory } from "#domain/stories/publish.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { hire } from "#domain/testing/people.ts";
import type { Language } from "#domain/vocabulary.ts";
import { foreignEnvironment } from "#server/env.ts";
import { findSeedArticle } from "../e2e/seed-article.ts";
import { startNewsroom, type TrialNewsroom } from "../scripts/trial/newsroom.ts";
import { signInAs } from "../scripts/trial/staff.ts";

export type Stage = {
  newsroom: TrialNewsroom;
  dataDir: string;
  buildDir: string;
  db: NodePgDatabase<Schema>;
  editor: Person;
  as: (actor: Ctx["actor"]) => Ctx;
  cookie: string;
  /** The seed article (a text of the same length without it), live in English. */
  storyPath: string;
  kurdishPath: string;
  internalSecret: string;
  close: () => Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  const buildDir = process.env.BUILD_DIR ?? ".next-bench";
  const env = { ...foreignEnvironment(), DATA_DIR: dataDir, BUILD_DIR: buildDir, LOG_LEVEL: "warn" };
  execFileSync(process.execPath, ["scripts/build.ts"], { env, stdio: "inherit" });
  const newsroom = await startNewsroom({ dataDir, buildDir, env: { LOG_LEVEL: "warn" } });
  execFileSync(process.execPath, ["scripts/demo.ts"], { env: { ...env, DEMO_PASSWORD: "measured twice" } });
  const { databaseUrl } = newsroom.run();
  const pool = openPool({ url: databaseUrl, max: 4, name: "bench" });
  const db = databaseOn(pool);
  const editor = await hire(db, "Bench Editor", "editor");
  const as = (actor: Ctx["actor"]): Ctx => ({ db, actor, now: new Date() });
  const secrets = JSON.parse(readFileSync(join(dataDir, "secrets.json"), "utf8"));
  return {
    newsroom,
    dataDir,
    buildDir,
    db,
    editor,
    as,
    cookie: await signInAs(db, editor.personId, dataDir),
    storyPath: await publishArticle(as, editor),
    kurdishPath: await findStoryIn(db, "ckb"),
    internalSecret: secrets.internalSecret,
    close: () => close(newsroom, pool, dataDir),
  };
}

async function close(newsroom: TrialNewsroom, pool: pg.Pool, dataDir: string): Promise<void> {
  await pool.end();
  await newsroom.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

const FILLER =
  "The council met for four hours on Monday and parted without a date for the next round of talks.";

async function publishArticle(as: Stage["as"], editor: Person): Promise<string> {
  const article = findSeedArticle() ?? {
    headline: "Council parts without a date for the next round of talks",
    dateline: "SULAIMANI",
    signOff: "(Zagros Post/Reuters)",
    paragraphs: Array.from({ length: 20 }, () => `${FILLER} ${FILLER}`),
  };
  const story = await aStory(
    { as },
    {
      by: editor,
      fields: {
        headline: article.headline,
        standfirst: article.paragraphs[1]?.slice(0, 200) ?? "",
        dateline: { placeId: null, text: article.dateline },
        signOff: article.signOff,
        marks: ["top"],
      },
      document: doc(...article.paragraphs.map((paragraph) => p(paragraph))),
    },
  );
  const { path } = await publishStory(as(editor), { ...story, seenPublicationId: null });
  return path;
}

async function findStoryIn(db: Stage["db"], language: Language): Promise<string> {
  const [story] = await db
    .select()
    .from(readerStories)
    .where(and(eq(readerStories.language, language)))
    .limit(1);
  if (!story) throw new Error(`the demo has no story in ${language}`);
  return storyPath({
    language,
    sectionSlug: story.sectionSlug,
    number: story.number,
    slug: story.printed.slug,
  });
}
