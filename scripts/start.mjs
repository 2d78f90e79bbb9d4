/**
 * The first thing that `npm start` runs, in plain JavaScript that any Node understands: finds a
 * Node that is new enough, then hands over to the supervisor in the same process.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundledNode = join(root, "node_modules/.bin/node");

/** @param {string} version such as "24.15.0" */
function isNewEnough(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 24 || (major === 24 && minor >= 15);
}

/** Signals go on to the real process, and its end is ours. */
function handOver() {
  const child = spawn(bundledNode, process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

if (isNewEnough(process.versions.node)) {
  process.chdir(root);
  // Types are stripped and code compiled once, not at every start.
  const cache = join(root, ".build/compile-cache");
  module.enableCompileCache?.(cache);
  process.env.NODE_COMPILE_CACHE ??= cache;
  const { startNewsroom } = await import("../server/main.ts");
  await startNewsroom({ dev: process.argv.includes("--dev") });
} else if (existsSync(bundledNode) && !process.env.DATELINE_HANDED_OVER) {
  process.env.DATELINE_HANDED_OVER = "1";
  handOver();
} else {
  process.stderr.write(
    `Dateline needs Node 24.15 or newer, and this is ${process.versions.node}. ` +
      "On glibc Linux (x64, arm64) npm install brings it along; elsewhere install it from https://nodejs.org.\n",
  );
  process.exit(1);
}
