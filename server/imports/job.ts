/** The worker's side of moving in: an order from the outbox becomes a run; runs that nobody is at are ordered anew. */
import { stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { databaseOn, openPool } from "#db/client.ts";
import { outbox } from "#db/schema.ts";
import { Problem } from "#domain/problem.ts";
import type { Settings } from "../env.ts";
import { log } from "../log.ts";
import { storeOf } from "../storage.ts";
import { findAbandoned } from "./hold-run.ts";
import { type RunSettings, runImport } from "./run.ts";

const orderSchema = z.object({ importId: z.uuid() });

type Place = Pick<Settings, "dataDir" | "bucket" | "pictureMaxBytes" | "pictureMaxPixels">;

export function importsFolder(dataDir: string): string {
  return join(/*turbopackIgnore: true*/ dataDir, "imports");
}

async function fileSize(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (found === null) {
    throw new Problem("missing", "The file of this archive isn't here any more: send it again.");
  }
  return found.size;
}

/** How runs go in a newsroom with these settings. A command may name a file by its whole path. */
export function runSettings(settings: Place, databaseUrl: string): RunSettings {
  const folder = importsFolder(settings.dataDir);
  return {
    databaseUrl,
    pathOf: (fileKey) => (isAbsolute(fileKey) ? fileKey : join(folder, fileKey)),
    store: () => storeOf(settings),
    picture: { maxPixels: settings.pictureMaxPixels, maxBytes: settings.pictureMaxBytes },
    fileSize,
    clock: () => new Date(),
  };
}

export async function moveInOrdered(
  settings: Place & { databaseUrl: string },
  payload: unknown,
): Promise<void> {
  const { importId } = orderSchema.parse(payload);
  const report = await runImport(runSettings(settings, settings.databaseUrl), importId);
  if (report !== null)
    log().info({ importId, ...report.outcome, trouble: report.trouble }, "read an archive");
}

/** A worker that was killed leaves its run behind: it goes on within a minute of the next start. */
export async function orderAbandoned(databaseUrl: string): Promise<void> {
  const abandoned = await findAbandoned(databaseUrl);
  if (abandoned.length === 0) return;
  const pool = openPool({ url: databaseUrl, max: 1, name: "import-watch" });
  try {
    const orders = abandoned.map((importId) => ({ job: "import", payload: { importId } }));
    await databaseOn(pool).insert(outbox).values(orders);
    log().info({ abandoned }, "an archive goes on moving in");
  } finally {
    await pool.end();
  }
}
