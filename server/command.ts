/** What every command of `npm run` shares: the settings, the newsroom's database, one way to fail. */
import { startDatabase } from "./database.ts";
import { environment, readSettings, type Settings } from "./env.ts";
import { nameLog } from "./log.ts";
import { findRunFile } from "./run-file.ts";
import { lockDataDir } from "./supervisor/instance-lock.ts";

/** Runs a command; a Problem is told in its own sentence and ends with 1. */
export async function runCommand(name: string, run: (settings: Settings) => Promise<void>): Promise<void> {
  nameLog(name);
  try {
    await run(readSettings(environment()));
  } catch (error) {
    const { name: kind, message, stack } = error as Error;
    process.stderr.write(`${kind === "Problem" ? message : stack}\n`);
    process.exitCode = 1;
  }
}

/**
 * The database of a newsroom that runs, or of DATABASE_URL, or our own, started for this and
 * stopped after. As it is found: a command that needs this build's form calls `migrate`.
 */
export async function withDatabase<T>(settings: Settings, use: (url: string) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = settings;
  const url = findRunFile(dataDir)?.databaseUrl ?? databaseUrl;
  if (url !== null) return use(url);
  // Held until our server has stopped: a newsroom that starts meanwhile would lose it under its feet.
  const lock = await lockDataDir(dataDir);
  const database = await startDatabase({ dataDir });
  try {
    return await use(database.url);
  } finally {
    await database.stop();
    lock.release();
  }
}
