/** The worker's part of an exam: one run over an archive, in a process that may be killed. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { runImport } from "#server/imports/run.ts";
import { openStore } from "#server/storage.ts";

const [databaseUrl = "", folder = "", importId = ""] = process.argv.slice(2);
const report = await runImport(
  {
    databaseUrl,
    pathOf: (key) => join(folder, key),
    store: () => openStore({ dataDir: folder, bucket: null }),
    picture: { maxPixels: 10_000_000, maxBytes: 10_000_000 },
    fileSize: async (path) => statSync(path).size,
    clock: () => new Date(),
    told: ({ progress }) => process.stdout.write(`${progress.done}\n`),
  },
  importId,
);
process.exit(report?.trouble === "" ? 0 : 1);
