/**
 * `npm run demo`: fills an empty outlet with the demo newspaper, whether the newsroom runs or not,
 * and prints who can sign in. Sets the outlet up first when nobody has. Refuses when there are stories.
 */
import { randomInt } from "node:crypto";
import { databaseOn, openPool } from "#db/client.ts";
import { migrate } from "#db/migrate.ts";
import type { Ctx } from "#domain/context.ts";
import type { DemoAccount } from "#domain/demo/hire.ts";
import { type DemoLoaded, loadDemo } from "#domain/demo/load.ts";
import { DEMO_OUTLET, DEMO_SECTIONS } from "#domain/demo/words.ts";
import { findOutlet } from "#domain/outlet/find-outlet.ts";
import { setUpOutlet } from "#domain/outlet/set-up.ts";
import { Problem } from "#domain/problem.ts";
import { startDatabase } from "#server/database.ts";
import { readSettings } from "#server/env.ts";
import { findRunFile } from "#server/run-file.ts";
import { lockDataDir } from "#server/supervisor/instance-lock.ts";

type Settings = ReturnType<typeof readSettings>;
type OpenDatabase = { url: string; close: () => Promise<void> };

/** The running newsroom's database, the one that the settings name, or our own, started for this. */
async function openDatabase({ dataDir, databaseUrl }: Settings): Promise<OpenDatabase> {
  const running = findRunFile(dataDir);
  if (running) return { url: running.databaseUrl, close: async () => {} };
  if (databaseUrl !== null) {
    await migrate(databaseUrl);
    return { url: databaseUrl, close: async () => {} };
  }
  // Held until our database has stopped: a newsroom that starts meanwhile would lose it under its feet.
  const lock = await lockDataDir(dataDir);
  const own = await startDatabase({ dataDir });
  await migrate(own.url);
  const close = async () => {
    await own.stop();
    lock.release();
  };
  return { url: own.url, close };
}

/** One transaction of some thousand statements, none of them long; the pool's limits fit. */
async function fill(url: string, password: string): Promise<DemoLoaded> {
  const pool = openPool({ url, max: 2, name: "demo" });
  try {
    const actor = { kind: "system", name: "npm run demo" } as const;
    const ctx: Ctx = { db: databaseOn(pool), actor, now: new Date() };
    if ((await findOutlet(ctx)) === null) {
      const sections = Object.entries(DEMO_SECTIONS).map(([slug, labels]) => ({ slug, labels }));
      await setUpOutlet(ctx, { settings: DEMO_OUTLET, sections });
    }
    return await loadDemo(ctx, { password });
  } finally {
    await pool.end();
  }
}

/** Four groups of four, without letters that are read as others: about 78 random bits. */
function newPassword(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}

function report({ stories, people }: DemoLoaded, settings: Settings, password: string): string {
  const line = ({ name, email, role, made }: DemoAccount) =>
    `  ${email.padEnd(20)} ${role.padEnd(9)} ${name}${made === "before" ? " (keeps their own password)" : ""}`;
  const secret = settings.demoPassword === null ? `${password} (shown only now)` : "the one in DEMO_PASSWORD";
  const where = findRunFile(settings.dataDir)?.baseUrl;
  return [
    `The demo newsroom is open: ${stories} stories.`,
    "",
    ...people.map(line),
    ...(people.some(({ made }) => made === "now") ? ["", `Password: ${secret}`] : []),
    "",
    where === undefined ? "Start it with npm start." : `Read it at ${where}, sign in at ${where}/sign-in.`,
  ].join("\n");
}

try {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  try {
    const password = settings.demoPassword ?? newPassword();
    console.log(report(await fill(database.url, password), settings, password));
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
