/**
 * A backup is one file: every table as it stood at one instant, and at its end the manifest with
 * counts and hashes. Pictures are copied beside the backups, each once, under the hash of what it
 * holds. A backup counts as good only after it has been read back whole.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Checked, checkFile } from "./check-file.ts";
import { copyMedia, sweepMediaCopies } from "./copy-media.ts";
import { type DumpInput, dumpDatabase } from "./dump.ts";
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
const DRAFT = ".draft";
const DRAFT_LIFE_MS = 12 * 3_600_000;

export async function backUp({ url, dataDir, keepDays, now = new Date() }: BackUpInput): Promise<BackedUp> {
  const folder = join(dataDir, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${now.toISOString().replaceAll(":", "").replace(/\.\d+/, "")}${EXTENSION}`);
  sweepDrafts(folder, now);
  const media = () => copyMedia(join(dataDir, "media"), folder, now);
  // Most of it before the tables are held still; what comes meanwhile after them.
  await media();
  const draft = `${file}${DRAFT}`;
  const { tables } = await made(draft, { url, at: now, media });
  renameSync(draft, file);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = statSync(file).size;
  recordGoodBackup(dataDir, { at: now.toISOString(), file, bytes, rows });
  sweepOld(folder, keepDays, now);
  sweepMediaCopies(folder, keepDays, now);
  return { file, bytes, rows, tables: tables.length };
}

/** Writes the file and reads it back. One that failed leaves nothing: often it failed for want of room. */
async function made(draft: string, input: Omit<DumpInput, "file">): Promise<Checked> {
  try {
    await dumpDatabase({ ...input, file: draft });
    return await checkFile(draft);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** What a backup left that was killed in the middle. A younger one may still be at work. */
function sweepDrafts(folder: string, now: Date): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith(DRAFT))) {
    const ageMs = now.getTime() - statSync(join(folder, name)).mtimeMs;
    if (ageMs > DRAFT_LIFE_MS) rmSync(join(folder, name));
  }
}

/** The newest always stays, however old it is. */
function sweepOld(folder: string, keepDays: number, now: Date): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(EXTENSION))
    .sort();
  const newest = files.at(-1);
  for (const name of files) {
    const ageMs = now.getTime() - statSync(join(folder, name)).mtimeMs;
    if (name !== newest && ageMs > keepDays * 86_400_000) rmSync(join(folder, name));
  }
}
