import { eq } from "drizzle-orm";
import { stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import type { EventName, Stage } from "../vocabulary.ts";
import type { MoveInput } from "./input.ts";
import { lockStory } from "./open.ts";
import { authorizeWrite } from "./rights.ts";
import { afterMove, type Move } from "./workflow.ts";
import { findRevision } from "./write-revision.ts";

const EVENT: Record<Move, EventName> = {
  submit: "story.submitted",
  approve: "story.approved",
  "send-back": "story.sent-back",
};

/** Hands the pending change to whoever approves: what the writer has on screen, or a Problem("conflict"). */
export async function submitStory(ctx: Ctx, input: MoveInput): Promise<{ stage: Stage }> {
  return moveStory(ctx, "submit", input);
}

/** Approves the text that the editor has read; text that came after it isn't approved by this. */
export async function approveStory(ctx: Ctx, input: MoveInput): Promise<{ stage: Stage }> {
  return moveStory(ctx, "approve", input);
}

/** Gives the pending change back to its writer. */
export async function sendBackStory(ctx: Ctx, input: MoveInput): Promise<{ stage: Stage }> {
  return moveStory(ctx, "send-back", input);
}

async function moveStory(
  ctx: Ctx,
  move: Move,
  { storyId, revisionId }: MoveInput,
): Promise<{ stage: Stage }> {
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    if (move === "submit") {
      authorize(ctx.actor, "story.submit", story);
      authorizeWrite(ctx.actor, story);
    } else authorize(ctx.actor, "story.approve", story);
    if (!(await findRevision(tx, storyId, revisionId))) throw missing("revision");
    if (move !== "send-back" && story.headRevisionId !== revisionId) {
      throw new Problem("conflict", "The text has changed since you read it. Look at the newest text first.");
    }
    const stage = afterMove(move, story.stage);
    const approvedRevisionId = move === "approve" ? revisionId : null;
    await tx.update(stories).set({ stage, approvedRevisionId }).where(eq(stories.id, storyId));
    await recordEvent(tx, ctx, {
      act: EVENT[move],
      storyId,
      subjectId: revisionId,
      before: { stage: story.stage },
      after: { stage },
    });
    return { stage };
  });
}
