/**
 * "Pull picture": one act by which no reader has a picture any more, in any story, language,
 * size or share card, and none is told. The stories keep their use of it; what a reader gets is
 * decided here: nothing, or the picture in its place. `replacedBy` is one step, never a chain: a
 * picture that is pulled while it stands for others hands them on, or they are gone, too.
 */
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pictures } from "#db/schema-pictures.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { orderCardsWith } from "../sharing/order-card.ts";
import type { PullPictureInput } from "./input.ts";
import { type PictureRow, refuseIfChanged } from "./open.ts";
import { touchedByPictures } from "./touched.ts";

export type Pulled = { version: number; changeSeq: number };

/** Also for a picture that is pulled already: then another one, or none, stands in its place. */
export async function pullPicture(ctx: Ctx, input: PullPictureInput): Promise<Pulled> {
  const { pictureId, version, replacedBy, note } = input;
  return ctx.db.transaction(async (tx) => {
    const picture = await lockBoth(tx, pictureId, replacedBy, ctx.now);
    authorize(ctx.actor, "picture.pull");
    await refuseIfChanged(tx, picture, version);
    const { actor, now } = ctx;
    const stoodFor = await tx
      .update(pictures)
      .set({ replacedBy })
      .where(and(eq(pictures.replacedBy, pictureId), isNotNull(pictures.pulledAt)))
      .returning({ id: pictures.id });
    await tx
      .update(pictures)
      .set({
        pulledAt: picture.pulledAt ?? now,
        pulledBy: actorId(actor),
        pullNote: note,
        replacedBy,
        version: version + 1,
        updatedAt: now,
        updatedBy: actorId(actor),
      })
      .where(eq(pictures.id, pictureId));
    const others = stoodFor.map(({ id }) => id);
    await recordEvent(
      tx,
      { actor, now },
      { act: "picture.pulled", subjectId: pictureId, after: { note, replacedBy, stoodFor: others } },
    );
    const touched = [pictureId, ...others];
    await orderCardsWith(tx, touched);
    // Not as it was, whatever else is going on: readers may not be given the old page once more.
    const keys = await touchedByPictures(tx, [...touched, ...(replacedBy === null ? [] : [replacedBy])]);
    return { version: version + 1, changeSeq: await recordChange(tx, { keys, hard: "hard" }) };
  });
}

/** Both rows in one order, so that two people who swap two pictures wait for each other and never in a circle. */
async function lockBoth(
  tx: Transaction,
  pictureId: string,
  replacedBy: string | null,
  now: Date,
): Promise<PictureRow> {
  const rows = await tx
    .select()
    .from(pictures)
    .where(inArray(pictures.id, replacedBy === null ? [pictureId] : [pictureId, replacedBy]))
    .orderBy(pictures.id)
    .for("update");
  const picture = rows.find(({ id }) => id === pictureId);
  if (!picture) throw missing("picture");
  if (replacedBy === null) return picture;
  const instead = rows.find(({ id }) => id === replacedBy);
  if (!instead) throw missing("picture");
  refuseAsReplacement(picture, instead, now);
  return picture;
}

function refuseAsReplacement(picture: PictureRow, instead: PictureRow, now: Date): void {
  const refuse = (message: string) => new Problem("invalid", message, { field: "replacedBy" });
  if (instead.id === picture.id) throw refuse("A picture can't stand in its own place. Choose another.");
  if (instead.pulledAt !== null) throw refuse("The other picture was pulled itself. Choose another.");
  if (instead.printable === null) throw refuse("The other picture isn't ready yet. Try again in a moment.");
  if (instead.validUntil !== null && instead.validUntil <= now) {
    throw refuse("The right to print the other picture has ended. Choose another.");
  }
}
