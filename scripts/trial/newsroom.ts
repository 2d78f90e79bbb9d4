/**
 * A whole newsroom for exams, benches and browser tests: started as `npm start` starts it, on free
 * loopback ports, in a data folder of its own, and ended by its own process ids only.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { foreignEnvironment } from "#server/env.ts";
import { findRunFile, type RunFile } from "#server/run-file.ts";

export type Role = "front" | "web" | "collab" | "worker";

export type TrialNewsroom = {
  readonly url: string;
  readonly dataDir: string;
  readonly supervisor: ChildProcess;
  /** Everything that it printed so far. */
  readonly output: () => string;
  readonly run: () => RunFile;
  /** The process id of a role as it runs now, or null while it is down. */
  readonly pidOf: (role: Role) => number | null;
  readonly stop: () => Promise<void>;
};

export type TrialOptions = {
  dataDir?: string;
  buildDir?: string;
  port?: number;
  env?: Record<string, string>;
};

export async function startNewsroom(options: TrialOptions = {}): Promise<TrialNewsroom> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "dateline-trial-"));
  const port = options.port ?? (await freePort());
  const url = `http://localhost:${port}`;
  const printed: string[] = [];
  const supervisor = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      // Never the settings of the newsroom that may run here: a trial on its database would be the end of it.
      ...foreignEnvironment(),
      PORT: String(port),
      BASE_URL: url,
      DATA_DIR: dataDir,
      BUILD_DIR: options.buildDir ?? ".next",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  supervisor.stdout.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  supervisor.stderr.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  const newsroom: TrialNewsroom = {
    url,
    dataDir,
    supervisor,
    output: () => printed.join(""),
    run: () => {
      const run = findRunFile(dataDir);
      if (!run) throw new Error("the newsroom isn't running");
      return run;
    },
    pidOf: (role) => findChild(supervisor.pid ?? -1, `dateline-${role}`),
    stop: async () => {
      await end(supervisor);
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
  await untilReady(newsroom);
  return newsroom;
}

/** Waits until every role says that it is ready, a first build on a busy machine included; throws what was printed when it never does. */
export async function untilReady(
  { url, supervisor, output }: TrialNewsroom,
  limitMs = 300_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (Date.now() < deadline) {
    if (supervisor.exitCode !== null) throw new Error(`the newsroom ended early:\n${output()}`);
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(100);
  }
  throw new Error(`the newsroom wasn't ready in ${limitMs} ms:\n${output()}`);
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await gone;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A child of this process by what its command line contains, read from /proc. */
export function findChild(parent: number, marker: string): number | null {
  return findProcess((ppid, commandLine) => ppid === parent && commandLine.includes(marker));
}

/** The database server of this newsroom, also when a later start has adopted it. */
export function findDatabaseServer({ databaseUrl }: RunFile): number | null {
  const sockets = new URL(databaseUrl).searchParams.get("host") ?? databaseUrl;
  return findProcess((_, commandLine) => commandLine.includes(`unix_socket_directories=${sockets}`));
}

function findProcess(is: (parent: number, commandLine: string) => boolean): number | null {
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      if (is(parent, readFileSync(`/proc/${entry}/cmdline`, "utf8"))) return Number(entry);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT" && code !== "ESRCH") throw error; // it ended while we looked
    }
  }
  return null;
}
