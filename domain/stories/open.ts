import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { missing } from "../problem.ts";
import { authorizeReading } from "./rights.ts";

export type StoryRow = typeof stories.$inferSelect;

/**
 * The story, locked until the transaction ends. "Isn't there" and "isn't yours to see" (an
 * embargo that doesn't name this person) are the same Problem("missing").
 */
export async function lockStory(tx: Transaction, { actor, now }: Ctx, storyId: string): Promise<StoryRow> {
  const [story] = await tx.select().from(stories).where(eq(stories.id, storyId)).for("update");
  if (!story) throw missing("story");
  authorizeReading(actor, story, now);
  return story;
}

/** The story as this transaction sees it: after a verb has changed what it had locked. */
export async function getStory(tx: Transaction, storyId: string): Promise<StoryRow> {
  const [story] = await tx.select().from(stories).where(eq(stories.id, storyId));
  if (!story) throw missing("story");
  return story;
}
