/**
 * One newsroom per data folder. The lock is a listening socket with a name made from the folder:
 * the kernel gives it up when the process ends, however it ends, so no file is left behind that
 * could refuse the next start.
 */
import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "#domain/problem.ts";
import { findRunFile } from "../run-file.ts";

export async function lockDataDir(dataDir: string): Promise<{ release(): void }> {
  mkdirSync(dataDir, { recursive: true });
  const name = `dateline-${createHash("sha256").update(realpathSync(dataDir)).digest("hex").slice(0, 32)}`;
  const path = process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  const server = (await hold(path)) ?? (await takeOver(path));
  if (server === null) throw new Problem("conflict", refusal(dataDir));
  server.unref();
  return { release: () => void server.close() };
}

function hold(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server));
  });
}

/** Outside Linux the socket is a file, which outlives a killed process: nobody answers there any more. */
async function takeOver(path: string): Promise<Server | null> {
  if (process.platform === "linux") return null;
  const answered = await new Promise<boolean>((resolve) => {
    const socket = connect(path, () => resolve(true));
    socket.once("error", () => resolve(false));
  });
  if (answered) return null;
  rmSync(path, { force: true });
  return hold(path);
}

function refusal(dataDir: string): string {
  const run = findRunFile(dataDir);
  const where = run === null ? "it is just starting" : `process ${run.pid}, ${run.baseUrl}`;
  return `Dateline already runs on ${dataDir} (${where}). Stop it first, or give this one a DATA_DIR of its own.`;
}
