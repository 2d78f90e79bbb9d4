import { desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { shareCards } from "#db/schema-circulation.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { lockStory } from "../stories/open.ts";
import type { WantedCard } from "./card.ts";

export type MadeCard = { name: string; width: number; height: number; bytes: number };

/**
 * Keeps a card that was made for a story's live publication and has its page printed again with
 * it. A job that was overtaken (another publication, a pulled picture) changes nothing: what
 * overtook it has ordered a card of its own. Earlier cards stay: networks keep their addresses.
 */
export async function keepShareCard(
  ctx: Ctx,
  storyId: string,
  { publicationId, picture }: Pick<WantedCard, "publicationId" | "picture">,
  made: MadeCard,
): Promise<{ changeSeq: number | null }> {
  authorizeMachine(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    if (story.live !== "published" || story.livePublicationId !== publicationId) return { changeSeq: null };
    if (picture !== null && !(await stillStands(tx, picture))) return { changeSeq: null };
    const [newest] = await tx
      .select({ name: shareCards.name, publicationId: shareCards.publicationId })
      .from(shareCards)
      .where(eq(shareCards.storyId, storyId))
      .orderBy(desc(shareCards.createdAt))
      .limit(1);
    if (newest?.name === made.name && newest.publicationId === publicationId) return { changeSeq: null };
    await tx.insert(shareCards).values({
      storyId,
      publicationId,
      ...made,
      pictureId: picture?.pictureId ?? null,
      sourceName: picture?.sourceName ?? null,
    });
    return { changeSeq: await recordChange(tx, { keys: [keys.story(story.number)], hard: "soft" }) };
  });
}

async function stillStands(
  tx: Transaction,
  { pictureId, sourceName }: NonNullable<WantedCard["picture"]>,
): Promise<boolean> {
  const [row] = await tx.select().from(pictures).where(eq(pictures.id, pictureId)).for("share");
  const files = row?.pulledAt === null ? (row.printable?.files ?? []) : [];
  return files.some(({ name }) => name === sourceName);
}
