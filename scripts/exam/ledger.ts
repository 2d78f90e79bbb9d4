import { desc, eq } from "drizzle-orm";
import { readerStories } from "#db/reader.ts";
import { publications, revisions } from "#db/schema.ts";
import type { Trial } from "./trial.ts";
import type { Ledger } from "./writers.ts";

/** Compares what was acknowledged with what is there: rows, pointers, and readers' pages. */
export async function askLedger(trial: Trial, ledger: Ledger) {
  const db = trial.database();
  const stored = new Map(
    (await db.select({ id: revisions.id, document: revisions.document }).from(revisions)).map((row) => [
      row.id,
      JSON.stringify(row.document),
    ]),
  );
  const lostSaves = ledger.saves
    .filter(({ revisionId, word }) => !stored.get(revisionId)?.includes(word))
    .map(({ word }) => `lost save: ${word}`);
  const printed = await db.select().from(publications).orderBy(desc(publications.number));
  const known = new Map(printed.map((row) => [row.id, row]));
  const lostPublications = ledger.publications
    .filter(({ publicationId, word }) => !known.get(publicationId)?.bodyHtml.includes(word))
    .map(({ word }) => `lost publication: ${word}`);
  return { lostSaves, lostPublications, half: await halfThere(trial, printed), publications: printed.length };
}

/** A story's newest publication must be its live one, and its address must say the same words. */
async function halfThere(trial: Trial, printed: (typeof publications.$inferSelect)[]): Promise<string[]> {
  const db = trial.database();
  const half: string[] = [];
  const newest = new Map<string, (typeof printed)[number]>();
  for (const row of printed) if (!newest.has(row.storyId)) newest.set(row.storyId, row);
  for (const row of newest.values()) {
    const [live] = await db.select().from(readerStories).where(eq(readerStories.id, row.storyId));
    if (live?.publicationId !== row.id) {
      half.push(`half a publication: ${row.printed.headline} isn't live`);
      continue;
    }
    const path = `/en/${live.sectionSlug}/${live.number}-${live.printed.slug}`;
    const address = `${trial.url}${path}`;
    // A kept connection may belong to a front that was killed: then ask once more.
    const page = await fetch(address).catch(() => fetch(address));
    const text = await page.text();
    if (page.status !== 200 || !text.includes(row.printed.headline)) {
      half.push(`half a publication: ${path} answers ${page.status} without its words`);
    }
  }
  return half;
}
