import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
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
  const bylines = new Set(fields.byline.map(({ contributorId }) => contributorId));
  const rows = [
    ...[...new Set(fields.topicIds)].map((wordId) => ({ kind: "topic" as const, wordId })),
    ...[...bylines].map((wordId) => ({ kind: "byline" as const, wordId })),
  ];
  if (rows.length === 0) return;
  await tx.insert(storyListings).values(rows.map((row) => ({ ...row, storyId, language, firstPublishedAt })));
}

export async function dropListings(tx: Transaction, storyId: string): Promise<void> {
  await tx.delete(storyListings).where(eq(storyListings.storyId, storyId));
}
