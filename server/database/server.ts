/**
 * One PostgreSQL server process: made, started, adopted, stopped.
 *
 * It outlives a supervisor that was killed, on purpose: nothing that was committed is at risk,
 * and the next start finds it. States: no cluster → initdb into a draft that is renamed when
 * whole → running under us; or found running (adopted: we can stop it, but don't own the
 * process) → stopped. A postmaster.pid whose process is gone is left to PostgreSQL, which checks
 * that no backend survives; one whose number now belongs to another program is removed.
 */
import { type ChildProcess, type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { Problem } from "#domain/problem.ts";
import { environment } from "../env.ts";
import type { Login } from "./os-user.ts";
import type { Place } from "./place.ts";

export type Passwords = { readonly postgres: string; readonly dateline: string; readonly reader: string };

/** Small on purpose: one newsroom on one machine. fsync stays on: "saved" means on disk. */
const TUNING = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "60",
  shared_buffers: "32MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "512MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_parallel_workers_per_gather: "0",
  // Separate reading processes gain nothing at this size and cost memory each.
  io_method: "sync",
  jit: "off",
  huge_pages: "off",
  random_page_cost: "1.1",
  timezone: "UTC",
  log_timezone: "UTC",
};

const START_LIMIT_MS = 60_000;
const ORPHAN_LIMIT_MS = 8_000;
/** Fast shutdown has this long; then it ends at once, which loses nothing and makes the next start slower. */
export const STOP_LIMITS_MS = { SIGINT: 6_000, SIGQUIT: 2_000 };
const LARGEST_LOG_BYTES = 10_000_000;

export type Program = { readonly binaries: string; readonly login: Login | null; readonly place: Place };
export type Running = {
  readonly pid: number;
  readonly adopted: boolean;
  /** Resolves with the reason when the server ends by itself. */
  readonly lost: Promise<string>;
};

/** Passwords are written before the cluster is made, so that a kill in between loses nothing. */
export function readPasswords({ passwords }: Place): Passwords {
  if (!existsSync(passwords)) {
    const password = () => randomBytes(24).toString("base64url");
    const made: Passwords = { postgres: password(), dateline: password(), reader: password() };
    writeFileSync(`${passwords}.draft`, JSON.stringify(made), { mode: 0o600 });
    renameSync(`${passwords}.draft`, passwords);
  }
  return JSON.parse(readFileSync(passwords, "utf8")) as Passwords;
}

export async function makeCluster(
  { binaries, login, place }: Program,
  { postgres }: Passwords,
  cancel: AbortSignal,
): Promise<void> {
  if (existsSync(join(place.cluster, "PG_VERSION"))) return;
  const draft = `${place.cluster}.draft`;
  const passwordFile = join(place.home, "initdb.password");
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, postgres, { mode: 0o600 });
  if (login) chownSync(passwordFile, login.uid, login.gid);
  const options = ["--encoding=UTF8", "--locale=C.UTF-8", "--username=postgres", "--auth=scram-sha-256"];
  const made = spawn(join(binaries, "bin", "initdb"), ["-D", draft, `--pwfile=${passwordFile}`, ...options], {
    ...identity(login),
    cwd: place.home,
    env: cleanEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    signal: cancel,
  });
  const reason = await complaintOf(made);
  rmSync(passwordFile, { force: true });
  cancel.throwIfAborted();
  if (reason !== null) {
    throw new Problem("unavailable", `The database could not be made in ${place.home}: ${reason}`);
  }
  renameSync(draft, place.cluster);
}

/** The last line that a program complained with, once it has ended; null when it ended well. */
function complaintOf(child: ChildProcessByStdio<null, null, Readable>): Promise<string | null> {
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    said += piece;
  });
  return new Promise((resolve) => {
    child.once("error", (error) => {
      // When it was told to stop, its end is still to come.
      if (child.pid === undefined) resolve(error.message);
    });
    child.once("close", (code) => resolve(code === 0 ? null : (said.trim().split("\n").at(-1) ?? "")));
  });
}

/** Cancelled while it starts, it leaves no server behind, and throws. */
export async function startServer(program: Program, cancel: AbortSignal): Promise<Running> {
  const { place } = program;
  const orphan = await findOrphan(place, cancel);
  if (orphan !== null) return { pid: orphan, adopted: true, lost: untilGone(orphan, place) };
  cancel.throwIfAborted();
  if (existsSync(place.log) && statSync(place.log).size > LARGEST_LOG_BYTES)
    renameSync(place.log, `${place.log}.1`);
  const log = openSync(place.log, "a", 0o600);
  const settings = Object.entries({ ...TUNING, unix_socket_directories: place.sockets });
  const child = spawn(
    join(program.binaries, "bin", "postgres"),
    ["-D", place.cluster, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A group of its own: Ctrl+C in the terminal must reach the supervisor first, not the database.
    {
      ...identity(program.login),
      cwd: place.home,
      env: cleanEnvironment(),
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  await untilReady(place, child, cancel);
  const lost = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(`the database server ended (${signal ?? code})`));
  });
  return { pid: child.pid ?? 0, adopted: false, lost };
}

/** Fast shutdown: sessions are ended, everything committed is on disk. */
export async function stopServer({ pid }: Pick<Running, "pid">, place: Place): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!isOurs(pid, place)) return;
    process.kill(pid, signal);
    const limit = performance.now() + STOP_LIMITS_MS[signal];
    while (isOurs(pid, place) && performance.now() < limit) await pause(20);
  }
}

/** The pid of a server that runs on this cluster without us and takes connections. */
async function findOrphan(place: Place, cancel: AbortSignal): Promise<number | null> {
  const file = readPidFile(place);
  if (file === null || !isAlive(file.pid)) return null;
  if (!isOurs(file.pid, place)) {
    rmSync(join(place.cluster, "postmaster.pid"), { force: true });
    return null;
  }
  const limit = performance.now() + ORPHAN_LIMIT_MS;
  while (isOurs(file.pid, place) && performance.now() < limit && !cancel.aborted) {
    const now = readPidFile(place);
    if (now?.ready && now.sockets === place.sockets) return file.pid;
    // It is shutting down, or recovering: wait for either end.
    await pause(20);
  }
  await stopServer(file, place);
  return null;
}

/** An adopted server is no child of ours: the only way to learn of its end is to look. */
async function untilGone(pid: number, place: Place): Promise<string> {
  while (isOurs(pid, place)) await pause(1_000, undefined, { ref: false });
  return "the database server that was found running ended";
}

async function untilReady(place: Place, child: ChildProcess, cancel: AbortSignal): Promise<void> {
  const limit = performance.now() + START_LIMIT_MS;
  let failure: Error | null = null;
  child.once("error", (error) => {
    failure = error;
  });
  while (
    performance.now() < limit &&
    failure === null &&
    !cancel.aborted &&
    child.exitCode === null &&
    child.signalCode === null
  ) {
    const file = readPidFile(place);
    if (file?.pid === child.pid && file?.ready) return;
    await pause(10);
  }
  if (cancel.aborted && child.pid !== undefined) await stopServer({ pid: child.pid }, place);
  cancel.throwIfAborted();
  child.kill("SIGKILL");
  const last = existsSync(place.log) ? readFileSync(place.log, "utf8").trim().split("\n").at(-1) : "";
  throw new Problem("unavailable", `The database did not start: ${failure ?? last} (more in ${place.log})`);
}

/** postmaster.pid: line 1 is the pid, line 5 the socket folder, line 8 the state. */
function readPidFile({ cluster }: Place): { pid: number; sockets: string; ready: boolean } | null {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), sockets: lines[4] ?? "", ready: lines[7]?.trim() === "ready" };
  } catch {
    return null; // no server, or one that is just removing its file
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A number in a file proves nothing after a restart of the machine: look at what runs under it. */
function isOurs(pid: number, { cluster }: Place): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "linux") {
    try {
      if (/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return false;
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(cluster);
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.includes(cluster);
}

function identity(login: Login | null): { uid?: number; gid?: number } {
  return login === null ? {} : { uid: login.uid, gid: login.gid };
}

/** No secret of ours and no PG* setting of the machine may reach the server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV, PATH } = environment();
  return { NODE_ENV, PATH, LC_ALL: "C.UTF-8", TZ: "UTC" };
}
