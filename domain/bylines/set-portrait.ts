import { eq } from "drizzle-orm";
import { contributors } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { openPicture } from "../pictures/open-to.ts";
import { refuseUnready } from "../pictures/refuse-unready.ts";
import { recordChange } from "../publications/changes.ts";
import { lockWord } from "../words/kinds.ts";
import { wordKeys } from "../words/word-keys.ts";
import type { SetPortraitInput } from "./input.ts";
import { keepPortraitUses } from "./portrait-uses.ts";

/**
 * Gives a byline the portrait that readers see on its page, or (null) none. From then on anybody may
 * have the picture's files, so only somebody to whom it is open can choose it. Throws Problem
 * "missing" for a picture that isn't, "invalid" for one that readers may not have.
 */
export async function setPortrait(
  { db, actor, now }: Ctx,
  { wordId, pictureId }: SetPortraitInput,
): Promise<{ changeSeq: number }> {
  return db.transaction(async (tx) => {
    const byline = await lockWord(tx, "contributor", wordId);
    authorize(actor, "words.manage");
    const [before] = await tx
      .select({ pictureId: contributors.pictureId })
      .from(contributors)
      .where(eq(contributors.id, wordId));
    if (pictureId !== null && pictureId !== before?.pictureId) {
      await openPicture(tx, actor, { pictureId, now });
      await refuseUnready(tx, pictureId, "pictureId");
    }
    await tx.update(contributors).set({ pictureId }).where(eq(contributors.id, wordId));
    const { labels } = byline;
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "word.changed",
        subjectId: wordId,
        before: { kind: "contributor", labels, pictureId: before?.pictureId ?? null },
        after: { kind: "contributor", labels, pictureId },
      },
    );
    // Hard: a face that is taken away, or was the wrong one, isn't shown once more.
    const touched = [...wordKeys("contributor", byline), ...(await keepPortraitUses(tx, wordId))];
    return { changeSeq: await recordChange(tx, { keys: touched, hard: "hard" }) };
  });
}
