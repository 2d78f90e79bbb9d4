/**
 * What came of an upload, kept for a day beside the parts of others: a browser whose connection
 * broke before the last answer asks again how far it got, and must hear which picture it is.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Added } from "#domain/pictures/add.ts";

export type Finished = Added & { personId: string; bytes: number };

export async function noteFinished(folder: string, uploadId: string, finished: Finished): Promise<void> {
  await writeFile(join(folder, `${uploadId}.done`), JSON.stringify(finished), { mode: 0o600 });
}

export async function findFinished(folder: string, uploadId: string): Promise<Finished | null> {
  const text = await readFile(join(folder, `${uploadId}.done`), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  return text === null ? null : (JSON.parse(text) as Finished);
}

/** The headers by which a browser learns which picture its upload has become. */
export function pictureHeaders({ pictureId, isKnown }: Added): Record<string, string> {
  return { "X-Picture-Id": pictureId, ...(isKnown && { "X-Picture-Known": "1" }) };
}
