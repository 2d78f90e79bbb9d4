import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { outbox, stories } from "#db/schema.ts";
import { shareCards } from "#db/schema-circulation.ts";
import { pictures, pictureUses } from "#db/schema-pictures.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";

/**
 * Orders the picture that a shared link shows, within the transaction that makes one necessary.
 * Publishing never waits for it: the page goes out, and names the card when it is there.
 */
export async function orderShareCard(tx: Transaction, storyId: string): Promise<void> {
  await tx.insert(outbox).values({ job: "share-card", payload: { storyId } });
}

/**
 * Orders new cards for every live story that shows one of these pictures over its text, or has it
 * in the place of one that was pulled: its files, its rights or its standing changed.
 */
export async function orderCardsWith(tx: Transaction, pictureIds: readonly string[]): Promise<void> {
  if (pictureIds.length === 0) return;
  const showing = await tx
    .selectDistinct({ storyId: stories.id })
    .from(pictureUses)
    .innerJoin(stories, eq(stories.id, pictureUses.storyId))
    .innerJoin(pictures, eq(pictures.id, pictureUses.pictureId))
    .where(
      and(
        eq(pictureUses.stands, "live"),
        eq(pictureUses.place, "lead"),
        eq(stories.live, "published"),
        eq(stories.kind, "story"),
        or(inArray(pictures.id, [...pictureIds]), inArray(pictures.replacedBy, [...pictureIds])),
      ),
    );
  if (showing.length === 0) return;
  await tx.insert(outbox).values(showing.map(({ storyId }) => ({ job: "share-card", payload: { storyId } })));
}

/**
 * Orders cards for the newest live stories that have none of their live publication: those that
 * were moved in from elsewhere, and any whose making failed. At most `limit` of them.
 */
export async function orderMissingCards(
  { db, actor }: Ctx,
  { limit }: { limit: number },
): Promise<{ ordered: number }> {
  authorizeMachine(actor);
  return db.transaction(async (tx) => {
    const lacking = await tx
      .select({ storyId: stories.id })
      .from(stories)
      .leftJoin(shareCards, eq(shareCards.publicationId, stories.livePublicationId))
      .where(and(eq(stories.live, "published"), eq(stories.kind, "story"), isNull(shareCards.id)))
      .orderBy(sql`${stories.firstPublishedAt} desc nulls last`)
      .limit(limit);
    for (const { storyId } of lacking) await orderShareCard(tx, storyId);
    return { ordered: lacking.length };
  });
}
