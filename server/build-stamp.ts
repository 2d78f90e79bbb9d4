/**
 * Whether the build folder holds this source. The stamp carries a hash of what the sources say
 * and, to be asked quickly at every start, one of their sizes and times: only when those differ
 * (a fresh clone, a touched file) are the contents read.
 */
import { createHash, type Hash } from "node:crypto";
import {
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** What pages and processes are made of; tests and documents are not. */
const FOLDERS = ["app", "components", "db", "domain", "messages", "server"];
const FILES =
  "{package.json,package-lock.json,next.config.js,postcss.config.*,proxy.ts,tsconfig.json,scripts/build*.ts}";
const NO_SOURCE = /\.(test|bench)\.[a-z]+$|\.md$/;

type Stamp = { readonly deploymentId: string; readonly content: string; readonly times: string };

/** The build's name when the folder is current, null when a build is needed. */
export function findCurrentBuild(root: string, buildDir: string): string | null {
  const stamp = readStamp(root, buildDir);
  if (stamp === null) return null;
  if (stamp.times === hashTimes(root)) return stamp.deploymentId;
  if (stamp.content !== hashContent(root)) return null;
  writeStamp(root, buildDir, stamp.content);
  return stamp.deploymentId;
}

/** Said only when everything that belongs to a build is in its place. */
export function writeStamp(root: string, buildDir: string, content: string): void {
  const stamp: Stamp = { deploymentId: deploymentId(content), content, times: hashTimes(root) };
  const path = stampPath(root, buildDir);
  writeFileSync(`${path}.draft`, JSON.stringify(stamp, null, 2));
  renameSync(`${path}.draft`, path);
}

/** The same source has the same name on every machine that builds it. */
export function deploymentId(content: string): string {
  return content.slice(0, 16);
}

export function stampPath(root: string, buildDir: string): string {
  return join(root, buildDir, "dateline.json");
}

function readStamp(root: string, buildDir: string): Stamp | null {
  try {
    return JSON.parse(readFileSync(stampPath(root, buildDir), "utf8")) as Stamp;
  } catch {
    return null; // never built, or cut short
  }
}

export function hashContent(root: string): string {
  return hashOver(root, (hash, path) => hash.update(readFileSync(path)));
}

function hashTimes(root: string): string {
  return hashOver(root, (hash, path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${size} ${mtimeMs}`);
  });
}

function hashOver(root: string, add: (hash: Hash, path: string) => void): string {
  const hash = createHash("sha256").update(process.version.split(".")[0] ?? "");
  for (const path of listSources(root)) {
    hash.update(`\n${path}\n`);
    add(hash, join(root, path));
  }
  return hash.digest("hex");
}

function listSources(root: string): string[] {
  const paths = globSync(FILES, { cwd: root });
  for (const folder of FOLDERS) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && !NO_SOURCE.test(entry.name)) {
        paths.push(join(entry.parentPath, entry.name).slice(root.length + 1));
      }
    }
  }
  return paths.sort();
}
