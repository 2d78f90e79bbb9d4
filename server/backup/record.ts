/** DATA_DIR/last-good-backup.json: when a backup was last written and checked. Read by /admin/health. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type GoodBackup = {
  /** ISO instant. */
  readonly at: string;
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
};

const NAME = "last-good-backup.json";

export function recordGoodBackup(dataDir: string, backup: GoodBackup): void {
  const path = join(dataDir, NAME);
  writeFileSync(`${path}.draft`, `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.draft`, path);
}

/** null when there has never been one, or its record can't be read: both are red. */
export function readLastGoodBackup(dataDir: string): GoodBackup | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, NAME), "utf8")) as GoodBackup;
  } catch {
    return null;
  }
}
