/**
 * Hand lines: where the newsroom posted a story by hand. A notice (update, correction,
 * clarification, note, withdrawal) that readers get after a post, or after it was last changed, asks
 * somebody to change the post, too. Times are the database's, as those of notices are.
 */
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { handLines } from "#db/schema-circulation.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { missing, Problem } from "../problem.ts";
import { databaseNow } from "../publications/changes.ts";
import { lockStory, type StoryRow } from "../stories/open.ts";
import { authorizeHandLines } from "../stories/rights.ts";
import type { AddHandLineInput, HandLineInput } from "./input.ts";

/** Writes down that the story was posted somewhere. Only of a story that readers have or had. */
export async function addHandLine(
  ctx: Ctx,
  { storyId, channel, url, note }: AddHandLineInput,
): Promise<{ handLineId: string }> {
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorizeHandLines(ctx.actor, story);
    if (story.kind !== "story" || story.live === "none") {
      throw new Problem("conflict", "Readers don't have this story yet, so it can't have been posted.");
    }
    const [line] = await tx
      .insert(handLines)
      .values({ storyId, channel, url, note, postedAt: await databaseNow(tx), postedBy: actorId(ctx.actor) })
      .returning({ id: handLines.id });
    if (!line) throw new Error("a hand line was not stored");
    await record(tx, ctx, line.id, storyId, { did: "posted", channel, url });
    return { handLineId: line.id };
  });
}

/** "I changed it": the post says what the story says now. A later notice asks again. */
export async function changedHandLine(ctx: Ctx, input: HandLineInput): Promise<{ changedAt: Date }> {
  return ctx.db.transaction(async (tx) => {
    const { line, story } = await open(tx, ctx, input);
    const changedAt = await databaseNow(tx);
    await tx
      .update(handLines)
      .set({ changedAt, changedBy: actorId(ctx.actor) })
      .where(eq(handLines.id, line.id));
    await record(tx, ctx, line.id, story.id, { did: "changed", channel: line.channel });
    return { changedAt };
  });
}

/** The post isn't there any more, or never was. Its line goes; the record of it stays. */
export async function removeHandLine(ctx: Ctx, input: HandLineInput): Promise<{ handLineId: string }> {
  return ctx.db.transaction(async (tx) => {
    const { line, story } = await open(tx, ctx, input);
    await tx
      .update(handLines)
      .set({ removedAt: await databaseNow(tx) })
      .where(eq(handLines.id, line.id));
    await record(tx, ctx, line.id, story.id, { did: "removed", channel: line.channel, url: line.url });
    return { handLineId: line.id };
  });
}

type Line = typeof handLines.$inferSelect;

async function open(
  tx: Transaction,
  ctx: Ctx,
  { handLineId }: HandLineInput,
): Promise<{ line: Line; story: StoryRow }> {
  const [line] = await tx
    .select()
    .from(handLines)
    .where(and(eq(handLines.id, handLineId), isNull(handLines.removedAt)));
  if (!line) throw missing("post");
  const story = await lockStory(tx, ctx, line.storyId);
  authorizeHandLines(ctx.actor, story);
  return { line, story };
}

async function record(
  tx: Transaction,
  ctx: Ctx,
  handLineId: string,
  storyId: string,
  after: Record<string, unknown>,
): Promise<void> {
  await recordEvent(tx, ctx, { act: "story.hand-line", storyId, subjectId: handLineId, after });
}
