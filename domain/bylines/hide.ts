import { eq } from "drizzle-orm";
import { contributors } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { recordChange } from "../publications/changes.ts";
import { lockWord } from "../words/kinds.ts";
import { signedKeys, wordKeys } from "../words/word-keys.ts";
import type { BylineInput } from "./input.ts";
import { keepPortraitUses } from "./portrait-uses.ts";

/** Takes a byline's own page and portrait away from readers. Stories go on printing the name, without a link. */
export async function hideByline(ctx: Ctx, input: BylineInput): Promise<{ changeSeq: number }> {
  return setHiddenAt(ctx, input, ctx.now);
}

/** Gives the page back. */
export async function showByline(ctx: Ctx, input: BylineInput): Promise<{ changeSeq: number }> {
  return setHiddenAt(ctx, input, null);
}

async function setHiddenAt({ db, actor, now }: Ctx, { wordId }: BylineInput, hiddenAt: Date | null) {
  return db.transaction(async (tx) => {
    const byline = await lockWord(tx, "contributor", wordId);
    authorize(actor, "words.manage");
    await tx.update(contributors).set({ hiddenAt }).where(eq(contributors.id, wordId));
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "word.changed",
        subjectId: wordId,
        before: { kind: "contributor", isHidden: byline.isHidden },
        after: { kind: "contributor", isHidden: hiddenAt !== null },
      },
    );
    // Soft: their stories stay, and lose or get a link; they may not be out of reach for that.
    await recordChange(tx, { keys: signedKeys("contributor", [byline]), hard: "soft" });
    // Hard: somebody who asks for their page to go doesn't want it read a minute longer.
    const touched = [...wordKeys("contributor", byline), ...(await keepPortraitUses(tx, wordId))];
    return { changeSeq: await recordChange(tx, { keys: touched, hard: "hard" }) };
  });
}
