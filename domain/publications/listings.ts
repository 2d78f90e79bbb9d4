import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contributors, topics } from "#db/schema.ts";
import { storyListings } from "#db/schema-circulation.ts";
import type { StoryFields } from "#db/shapes.ts";
import type { Language } from "../vocabulary.ts";

type Listed = {
  storyId: string;
  language: Language;
  fields: Pick<StoryFields, "topicIds" | "byline">;
  firstPublishedAt: Date;
};

/** Lists a live story under its topics and its byline, and nowhere else. */
export async function keepListings(tx: Transaction, listed: Listed): Promise<void> {
  const { storyId, language, fields, firstPublishedAt } = listed;
  await dropListings(tx, storyId);
  const signed = fields.byline.map(({ contributorId }) => contributorId);
  // One after the other: a transaction has one connection.
  const about = await standingFor(tx, topics, fields.topicIds);
  const bylines = await standingFor(tx, contributors, signed);
  const rows = [
    ...about.map((wordId) => ({ kind: "topic" as const, wordId })),
    ...bylines.map((wordId) => ({ kind: "byline" as const, wordId })),
  ];
  if (rows.length === 0) return;
  await tx.insert(storyListings).values(rows.map((row) => ({ ...row, storyId, language, firstPublishedAt })));
}

/** The words that stand for these today, each once: of merged ones the other. */
async function standingFor(
  tx: Transaction,
  table: typeof topics | typeof contributors,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const known = await tx
    .select({ id: table.id, mergedInto: table.mergedInto })
    .from(table)
    .where(inArray(table.id, [...ids]));
  return [...new Set(ids.map((id) => known.find((word) => word.id === id)?.mergedInto ?? id))];
}

export async function dropListings(tx: Transaction, storyId: string): Promise<void> {
  await tx.delete(storyListings).where(eq(storyListings.storyId, storyId));
}
