import { eq } from "drizzle-orm";
import { readerShareCards } from "#db/reader.ts";
import { publications, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { missing, Problem } from "../problem.ts";
import { shortPath } from "../site.ts";
import { authorizeReading } from "../stories/rights.ts";
import { COPY_CHANNELS, type CopyChannel } from "../vocabulary.ts";
import { copyText } from "./copy-text.ts";

export type Sharing = {
  url: string;
  headline: string;
  texts: Record<CopyChannel, string>;
  /** Of the live publication; null while it is being made. */
  card: { name: string; width: number; height: number } | null;
};

/**
 * What a live story says where it is shared: its short address, its text for each channel, its
 * card. `origin` stands before addresses. Problem "conflict" while readers don't have the story.
 */
export async function getSharing(
  { db, actor, now }: Ctx,
  { storyId, origin }: { storyId: string; origin: string },
): Promise<Sharing> {
  const [row] = await db
    .select({ story: stories, printed: publications.printed, publicationId: publications.id })
    .from(stories)
    .leftJoin(publications, eq(publications.id, stories.livePublicationId))
    .where(eq(stories.id, storyId));
  if (!row) throw missing("story");
  authorizeReading(actor, row.story, now);
  const { story, printed, publicationId } = row;
  if (story.live !== "published" || story.kind !== "story" || !printed || !publicationId) {
    throw new Problem("conflict", "Readers don't have this story, so there is nothing to share.");
  }
  const url = origin + shortPath(story.number);
  const text = (channel: CopyChannel) => copyText(channel, { printed, language: story.language, url });
  const texts = Object.fromEntries(COPY_CHANNELS.map((channel) => [channel, text(channel)]));
  const [card] = await db
    .select()
    .from(readerShareCards)
    .where(eq(readerShareCards.publicationId, publicationId));
  return {
    url,
    headline: printed.headline,
    texts: texts as Record<CopyChannel, string>,
    card: card ? { name: card.name, width: card.width, height: card.height } : null,
  };
}
