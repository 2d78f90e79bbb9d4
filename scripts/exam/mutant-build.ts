/** A build beside the real one whose process for live connections has one file exchanged. */
import { mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { findCurrentBuild } from "#server/build-stamp.ts";
import { bundleRoles } from "../bundle-roles.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The name of the build's folder; `remove` when the exam is over. */
export async function buildMutant(buildDir: string): Promise<{ buildDir: string; remove: () => void }> {
  // An old build would be made again through the links below, over the real one.
  if (findCurrentBuild(ROOT, buildDir) === null) throw new Error("npm run build first");
  const mutant = `${buildDir}-mutant`;
  const folder = join(ROOT, mutant);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  remove();
  mkdirSync(folder);
  for (const name of readdirSync(join(ROOT, buildDir))) {
    if (name !== "roles") symlinkSync(resolve(ROOT, buildDir, name), join(folder, name));
  }
  await bundleRoles(ROOT, join(folder, "roles"), [
    {
      name: "mutant",
      setup: (build) =>
        build.onResolve({ filter: /\/update-log\.ts$/ }, () => ({
          path: join(ROOT, "scripts/exam/mutant-update-log.ts"),
        })),
    },
  ]);
  return { buildDir: mutant, remove };
}
