import { eq } from "drizzle-orm";
import { stories } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import type { EmbargoInput, StoryInput } from "./input.ts";
import { lockStory } from "./open.ts";

/**
 * Closes an unpublished story to everyone but the people named (and whoever sets it or started
 * it) until the instant agreed with the source. Nobody can publish it before.
 */
export async function setEmbargo(ctx: Ctx, { storyId, until, from, people }: EmbargoInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorize(ctx.actor, "story.embargo", story);
    if (story.kind === "page") throw new Problem("conflict", "A page about the outlet is under no embargo.");
    if (story.live !== "none") {
      throw new Problem("conflict", "Readers have this story already; an embargo would come too late.");
    }
    if (until <= ctx.now) {
      throw new Problem("invalid", "An embargo ends in the future. Check the day and the hour.", {
        field: "until",
      });
    }
    const named = [...people, story.createdBy, actorId(ctx.actor)].filter((id) => id !== null);
    await tx
      .update(stories)
      .set({ embargoUntil: until, embargoFrom: from, embargoPeople: [...new Set(named)] })
      .where(eq(stories.id, storyId));
    await recordEvent(tx, ctx, {
      act: "story.embargoed",
      storyId,
      before: { until: story.embargoUntil?.toISOString() ?? null },
      after: { until: until.toISOString(), from },
    });
  });
}

/** Ends an embargo before its time, because the source agreed or broke it. */
export async function liftEmbargo(ctx: Ctx, { storyId }: StoryInput): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorize(ctx.actor, "story.embargo", story);
    if (story.embargoUntil === null) throw new Problem("conflict", "This story is under no embargo.");
    await tx
      .update(stories)
      .set({ embargoUntil: null, embargoFrom: null, embargoPeople: null })
      .where(eq(stories.id, storyId));
    await recordEvent(tx, ctx, {
      act: "story.embargo-lifted",
      storyId,
      before: { until: story.embargoUntil.toISOString(), from: story.embargoFrom },
    });
  });
}
