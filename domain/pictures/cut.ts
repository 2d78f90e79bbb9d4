import { eq } from "drizzle-orm";
import { pictures } from "#db/schema-pictures.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { Problem } from "../problem.ts";
import type { CutPictureInput } from "./input.ts";
import { lockPicture, type PictureRow, refuseIfChanged } from "./open.ts";
import { orderRenditions } from "./prepare.ts";
import { authorizePictureChange } from "./rights.ts";

/**
 * Says how a picture is turned, cut and where it is blurred: a new edition of its pixels. The
 * original is never touched. Readers keep the edition before until the new files are all there.
 */
export async function cutPicture(
  { db, actor, now }: Ctx,
  { pictureId, version, ...cut }: CutPictureInput,
): Promise<{ version: number; edition: number }> {
  return db.transaction(async (tx) => {
    const before = await lockPicture(tx, pictureId);
    authorizePictureChange(actor, before);
    await refuseIfChanged(tx, before, version);
    if (before.state === "refused") {
      throw new Problem("conflict", "This file can't be read, so there is nothing to cut.");
    }
    if (JSON.stringify(cutOf(before)) === JSON.stringify(cut)) {
      return { version, edition: before.edition };
    }
    const next = { version: version + 1, edition: before.edition + 1 };
    await tx
      .update(pictures)
      .set({ ...cut, ...next, state: "processing", updatedAt: now, updatedBy: actorId(actor) })
      .where(eq(pictures.id, pictureId));
    await recordEvent(
      tx,
      { actor, now },
      { act: "picture.changed", subjectId: pictureId, before: cutOf(before), after: cut },
    );
    await orderRenditions(tx, pictureId, next.edition);
    return next;
  });
}

function cutOf({ rotation, focal, crops, blurs }: PictureRow) {
  return { rotation, focal, crops, blurs };
}
