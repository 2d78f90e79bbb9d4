import { eq } from "drizzle-orm";
import { notices, stories } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { pageKeys, recordPageGone } from "../pages/page-keys.ts";
import { authorize } from "../permissions.ts";
import { livePictureKeys } from "../pictures/live-keys.ts";
import { dropPictureUses } from "../pictures/uses.ts";
import { Problem } from "../problem.ts";
import { databaseNow, recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { dropListings } from "../publications/listings.ts";
import { listedKeys, touchedKeys } from "../publications/touched.ts";
import type { WithdrawInput } from "./input.ts";
import { lockStory } from "./open.ts";

/**
 * Takes a story back from readers: its address answers 410 with a short notice, and it is gone
 * from every list, feed and sitemap. The text stays with the newsroom, as a change in writing.
 * A withdrawal is never held up by what a colleague published meanwhile.
 */
export async function withdrawStory(
  ctx: Ctx,
  { storyId, note }: WithdrawInput,
): Promise<{ changeSeq: number }> {
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorize(ctx.actor, "story.withdraw", story);
    const { livePublicationId, liveSectionId, firstPublishedAt } = story;
    if (story.live !== "published" || !livePublicationId || !firstPublishedAt) {
      throw new Problem("conflict", "Only a live story can be withdrawn.");
    }
    const at = await databaseNow(tx);
    const page =
      story.kind === "page"
        ? await pageKeys(tx, story, null)
        : [
            ...(await touchedKeys(tx, story, {
              sectionIds: liveSectionId === null ? [] : [liveSectionId],
              firstPublishedAt,
            })),
            ...(await listedKeys(tx, story)),
            keys.named(story.number),
          ];
    const touched = [...page, ...(await livePictureKeys(tx, storyId))];
    await tx
      .update(stories)
      .set({ live: "withdrawn", stage: story.stage ?? "writing" })
      .where(eq(stories.id, storyId));
    await dropListings(tx, storyId);
    await dropPictureUses(tx, storyId, "live");
    await tx.insert(notices).values({
      storyId,
      publicationId: livePublicationId,
      kind: "withdrawal",
      noticedAt: at,
      note,
      authorId: actorId(ctx.actor),
    });
    await recordEvent(
      tx,
      { ...ctx, now: at },
      { act: "story.withdrawn", storyId, before: { live: story.live }, after: { live: "withdrawn", note } },
    );
    // What is gone is known by a story's number, which isn't in a page's address.
    if (story.kind === "page") return { changeSeq: await recordPageGone(tx, touched) };
    const gone = { storyNumber: story.number, language: story.language, at };
    return { changeSeq: await recordChange(tx, { keys: touched, hard: "hard", gone }) };
  });
}
