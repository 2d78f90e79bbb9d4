/**
 * A backup is one file: every table as it stood at one instant, and at its end the manifest with
 * counts and hashes. Pictures are copied beside the backups, each once, under the hash of what it
 * holds. A backup counts as good only after it has been read back whole.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { checkFile } from "./check-file.ts";
import { copyMedia, sweepMediaCopies } from "./copy-media.ts";
import { dumpDatabase } from "./dump.ts";
import { recordGoodBackup } from "./record.ts";

export type BackUpInput = {
  readonly url: string;
  readonly dataDir: string;
  readonly keepDays: number;
  readonly now?: Date;
};
export type BackedUp = {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly tables: number;
};

const EXTENSION = ".dateline.gz";

export async function backUp({ url, dataDir, keepDays, now = new Date() }: BackUpInput): Promise<BackedUp> {
  const folder = join(dataDir, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${now.toISOString().replaceAll(":", "").replace(/\.\d+/, "")}${EXTENSION}`);
  const media = await copyMedia(join(dataDir, "media"), folder, now);
  const draft = `${file}.draft`;
  await dumpDatabase({ url, file: draft, at: now, media });
  const { tables } = await checkFile(draft);
  renameSync(draft, file);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = statSync(file).size;
  recordGoodBackup(dataDir, { at: now.toISOString(), file, bytes, rows });
  sweepOld(folder, keepDays, now);
  sweepMediaCopies(folder, keepDays, now);
  return { file, bytes, rows, tables: tables.length };
}

/** The newest always stays, however old it is. */
function sweepOld(folder: string, keepDays: number, now: Date): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(EXTENSION) || name.endsWith(".draft"))
    .sort();
  const newest = files.findLast((name) => name.endsWith(EXTENSION));
  for (const name of files) {
    const ageMs = now.getTime() - statSync(join(folder, name)).mtimeMs;
    if (name !== newest && ageMs > keepDays * 86_400_000) rmSync(join(folder, name));
  }
}
