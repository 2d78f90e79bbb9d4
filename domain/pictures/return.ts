import { eq } from "drizzle-orm";
import { pictures } from "#db/schema-pictures.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { orderCardsWith } from "../sharing/order-card.ts";
import type { ReturnPictureInput } from "./input.ts";
import { lockPicture, refuseIfChanged } from "./open.ts";
import type { Pulled } from "./pull.ts";
import { touchedByPictures } from "./touched.ts";

/** Takes a pull back: the picture stands again wherever the stories still name it. */
export async function returnPicture(
  { db, actor, now }: Ctx,
  { pictureId, version }: ReturnPictureInput,
): Promise<Pulled> {
  return db.transaction(async (tx) => {
    const picture = await lockPicture(tx, pictureId);
    authorize(actor, "picture.pull");
    await refuseIfChanged(tx, picture, version);
    if (picture.pulledAt === null) throw new Problem("conflict", "This picture isn't pulled.");
    await tx
      .update(pictures)
      .set({
        pulledAt: null,
        pulledBy: null,
        pullNote: "",
        replacedBy: null,
        version: version + 1,
        updatedAt: now,
        updatedBy: actorId(actor),
      })
      .where(eq(pictures.id, pictureId));
    const { replacedBy } = picture;
    await recordEvent(
      tx,
      { actor, now },
      { act: "picture.returned", subjectId: pictureId, before: { replacedBy } },
    );
    await orderCardsWith(tx, [pictureId]);
    // What stood in its place goes at once: nobody has said that it may stay.
    const keys = await touchedByPictures(tx, [pictureId, ...(replacedBy === null ? [] : [replacedBy])]);
    return { version: version + 1, changeSeq: await recordChange(tx, { keys, hard: "hard" }) };
  });
}
