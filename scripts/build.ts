/**
 * Makes the build folder when it isn't current: what readers' pages wear, Next's build, and each
 * role bundled into one file. `npm start` runs this when it has to; `npm run build` may be run
 * before, on another machine with the same sources.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deploymentId, findCurrentBuild, hashContent, stampPath, writeStamp } from "#server/build-stamp.ts";
import { environment, settings } from "#server/env.ts";
import { bundleRoles } from "./bundle-roles.ts";

const root = join(import.meta.dirname, "..");
const { buildDir, actionsKey } = settings();

if (findCurrentBuild(root, buildDir) === null) await build();

async function build(): Promise<void> {
  const startedAt = performance.now();
  process.stderr.write("Building the newsroom; this takes a minute the first time …\n");
  const content = hashContent(root);
  rmSync(stampPath(root, buildDir), { force: true });
  await run(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    BUILD_TSCONFIG: writeTsconfig(),
    NEXT_DEPLOYMENT_ID: deploymentId(content),
    // Part of the names of server actions: a key per build would break every open tab at each upgrade.
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
  });
  // After Next, which empties the build folder first.
  await run(process.execPath, [join(root, "scripts/build-reader.ts"), join(buildDir, "reader")]);
  await bundleRoles(root, join(root, buildDir, "roles"));
  writeStamp(root, buildDir, content);
  process.stderr.write(`Built in ${Math.round((performance.now() - startedAt) / 1000)} s.\n`);
}

/** Next rewrites its tsconfig for each build folder: a copy keeps the repository's own untouched. */
function writeTsconfig(): string {
  const path = `.build/tsconfig.${buildDir.replaceAll("/", "-")}.json`;
  mkdirSync(join(root, ".build"), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify({ extends: "../tsconfig.json", include: ["../app"] }));
  return path;
}

/** Quiet while all is well; everything it said when it isn't. */
function run(command: string, args: readonly string[], more: Record<string, string> = {}): Promise<void> {
  // Without a database, a page that would be fixed with this machine's data fails here instead.
  const { DATABASE_URL: _, READER_DATABASE_URL: __, ...inherited } = environment();
  const env = {
    ...inherited,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    BUILD_DIR: buildDir,
    ...more,
  };
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => said.push(piece));
  child.stderr.on("data", (piece: Buffer) => said.push(piece));
  let stopped = false;
  process.once("SIGTERM", () => {
    stopped = true;
    child.kill("SIGTERM");
  });
  return new Promise((resolve) => {
    child.once("exit", (code) => {
      if (code === 0) return resolve();
      if (stopped) process.exit(1);
      process.stderr.write(Buffer.concat(said));
      process.stderr.write("\nThe newsroom could not be built; the reason is above.\n");
      process.exit(1);
    });
  });
}
