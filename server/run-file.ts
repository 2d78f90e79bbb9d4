/** DATA_DIR/run.json: how commands (demo, admin, backup) find a newsroom that runs. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Address } from "./env-reading.ts";

export type RunFile = {
  /** The supervisor's. */
  readonly pid: number;
  readonly baseUrl: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly readerDatabaseUrl: string;
  readonly webAddress: Address;
  readonly collabAddress: Address;
  readonly workerAddress: Address;
  readonly frontControlAddress: Address;
};

const NAME = "run.json";

/** Holds the database's passwords: for the owner only. */
export function writeRunFile(dataDir: string, run: RunFile): void {
  const path = join(dataDir, NAME);
  writeFileSync(`${path}.draft`, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.draft`, path);
}

/** null when there is none, or when the process that wrote it is gone. */
export function findRunFile(dataDir: string): RunFile | null {
  try {
    const run = JSON.parse(readFileSync(join(dataDir, NAME), "utf8")) as RunFile;
    process.kill(run.pid, 0);
    return run;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}

export function removeRunFile(dataDir: string): void {
  rmSync(join(dataDir, NAME), { force: true });
}
