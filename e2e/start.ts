/**
 * Before the first browser test: find a browser, build when there is no current build, start a
 * newsroom as `npm start` does, let its people in. After the last: end what was started.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { databaseOn, openPool } from "#db/client.ts";
import { recordChange } from "#domain/publications/changes.ts";
import { keys } from "#domain/publications/keys.ts";
import { openNewsroom } from "#domain/testing/people.ts";
import { foreignEnvironment } from "#server/env.ts";
import { startNewsroom, type TrialNewsroom } from "../scripts/trial/newsroom.ts";
import { findChromium } from "./find-chromium.ts";

const root = join(import.meta.dirname, "..");

/** The build folder and the key of this run: never those of the newsroom that may be running here. */
export const TEST_SETTINGS = {
  BUILD_DIR: process.env.BUILD_DIR ?? ".next-test",
  // Part of the names of actions, so a build and the newsroom on it need the same one.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, "browser tests").toString("base64"),
  LOG_LEVEL: "warn",
};

export default async function start(): Promise<() => Promise<void>> {
  const { path, libraries } = await findChromium();
  process.env.PW_CHROMIUM = path;
  if (libraries) process.env.PW_CHROMIUM_LIBRARIES = libraries;
  Object.assign(process.env, TEST_SETTINGS);
  const env = { ...foreignEnvironment(), ...TEST_SETTINGS };
  execFileSync(process.execPath, [join(root, "scripts/build.ts")], { cwd: root, env, stdio: "inherit" });
  const newsroom = await startNewsroom({ buildDir: TEST_SETTINGS.BUILD_DIR, env: TEST_SETTINGS });
  process.env.TRIAL_URL = newsroom.url;
  process.env.TRIAL_DATA_DIR = newsroom.dataDir;
  process.env.TRIAL_PEOPLE = JSON.stringify(await letPeopleIn(newsroom));
  return newsroom.stop;
}

/** The outlet, its sections and people of domain/testing, as if they had been there for years. */
async function letPeopleIn(newsroom: TrialNewsroom) {
  const pool = openPool({ url: newsroom.run().databaseUrl, max: 1, name: "browser tests" });
  try {
    const db = databaseOn(pool);
    const people = await openNewsroom(db);
    await db.transaction((tx) => recordChange(tx, { keys: [keys.outlet()], hard: "soft" }));
    return people;
  } finally {
    await pool.end();
  }
}
