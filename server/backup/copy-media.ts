/** Pictures beside the backups: each content once, named by its hash, kept as long as a backup may name it. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import type { MediaEntry } from "./format.ts";

type Seen = MediaEntry & { readonly mtimeMs: number; readonly seenAt: string };

/** Copies what is new or has changed since the last time; lists all that is there. */
export async function copyMedia(mediaDir: string, backupDir: string, now: Date): Promise<MediaEntry[]> {
  if (!existsSync(mediaDir)) return [];
  const known = new Map(readIndex(backupDir).map((seen) => [seen.path, seen]));
  const present: Seen[] = [];
  for (const entry of readdirSync(mediaDir, { recursive: true, withFileTypes: true })) {
    // A draft is a file that is just being written; it has no name yet.
    if (!entry.isFile() || entry.name.endsWith(".draft")) continue;
    const source = join(entry.parentPath, entry.name);
    const path = relative(mediaDir, source);
    const found = statSync(source, { throwIfNoEntry: false });
    if (found === undefined) continue; // swept while we looked
    const { size: bytes, mtimeMs } = found;
    const before = known.get(path);
    const same = before !== undefined && before.bytes === bytes && before.mtimeMs === mtimeMs;
    const sha256 = same ? before.sha256 : await hashFile(source);
    copyOnce(source, copyPath(backupDir, sha256));
    known.delete(path);
    present.push({ path, bytes, sha256, mtimeMs, seenAt: now.toISOString() });
  }
  writeIndex(backupDir, [...present, ...known.values()]);
  return present.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
}

/** Forgets pictures that were last there longer ago than the oldest backup that is kept. */
export function sweepMediaCopies(backupDir: string, keepDays: number, now: Date): void {
  const limit = new Date(now.getTime() - (keepDays + 1) * 86_400_000).toISOString();
  const index = readIndex(backupDir);
  const kept = index.filter(({ seenAt }) => seenAt >= limit);
  if (kept.length === index.length) return;
  const needed = new Set(kept.map(({ sha256 }) => sha256));
  for (const { sha256 } of index)
    if (!needed.has(sha256)) rmSync(copyPath(backupDir, sha256), { force: true });
  writeIndex(backupDir, kept);
}

export function copyPath(backupDir: string, sha256: string): string {
  return join(backupDir, "media", sha256.slice(0, 2), sha256);
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

function copyOnce(source: string, target: string): void {
  if (existsSync(target)) return;
  mkdirSync(join(target, ".."), { recursive: true, mode: 0o700 });
  copyFileSync(source, `${target}.draft`);
  renameSync(`${target}.draft`, target);
}

function readIndex(backupDir: string): Seen[] {
  const path = join(backupDir, "media.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Seen[]) : [];
}

function writeIndex(backupDir: string, index: readonly Seen[]): void {
  const path = join(backupDir, "media.json");
  writeFileSync(`${path}.draft`, JSON.stringify(index), { mode: 0o600 });
  renameSync(`${path}.draft`, path);
}
