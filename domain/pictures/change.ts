import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pictures } from "#db/schema-pictures.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { orderCardsWith } from "../sharing/order-card.ts";
import type { ChangePictureInput, PictureFields } from "./input.ts";
import { lockPicture, type PictureRow, refuseIfChanged } from "./open.ts";
import { orderRenditions } from "./prepare.ts";
import { authorizePictureChange } from "./rights.ts";
import { pictureSearchText } from "./search-text.ts";
import { changesFiles } from "./written-into-files.ts";

/**
 * Changes what the desk knows of a picture: whose it is, what it shows, how long it may be used.
 * `version` is the one on screen: of two people the second gets Problem "conflict". What a story
 * says of the picture stays as its writers wrote it; the files readers have are made again when
 * author, credit or rights, which stand inside them, have changed.
 */
export async function changePicture(
  ctx: Ctx,
  { pictureId, version, fields }: ChangePictureInput,
): Promise<{ version: number; changeSeq?: number }> {
  return ctx.db.transaction(async (tx) => {
    const before = await lockPicture(tx, pictureId);
    authorizePictureChange(ctx.actor, before);
    await refuseIfChanged(tx, before, version);
    return writeFields(tx, ctx, before, fields);
  });
}

/** The writing half, for one picture and for many; the caller has locked the row and asked for the right. */
export async function writeFields(
  tx: Transaction,
  { actor, now }: Pick<Ctx, "actor" | "now">,
  before: PictureRow,
  fields: PictureFields,
): Promise<{ version: number; changeSeq?: number }> {
  const changed = changedFields(before, fields);
  if (Object.keys(changed).length === 0) return { version: before.version };
  const after = { ...before, ...changed };
  const remakes = changesFiles(before, changed) && before.state !== "refused";
  const edition = remakes ? before.edition + 1 : before.edition;
  const version = before.version + 1;
  await tx
    .update(pictures)
    .set({
      ...changed,
      edition,
      version,
      ...(remakes && { state: "processing" as const }),
      searchText: pictureSearchText(after),
      updatedAt: now,
      updatedBy: actorId(actor),
    })
    .where(eq(pictures.id, before.id));
  await recordEvent(
    tx,
    { actor, now },
    { act: "picture.changed", subjectId: before.id, before: only(before, changed), after: changed },
  );
  // Whether it may be passed on; with new files the cards are made again in any case.
  if ("rights" in changed || "validUntil" in changed) await orderCardsWith(tx, [before.id]);
  if (!remakes) return { version };
  await orderRenditions(tx, before.id, edition);
  // Where it stands in the place of another, pages print its credit.
  const changeSeq = await recordChange(tx, { keys: [keys.picture(before.id)], hard: "soft" });
  return { version, changeSeq };
}

function changedFields(before: PictureRow, fields: PictureFields): PictureFields {
  const said = Object.entries(fields).filter(([name, value]) => {
    const old = before[name as keyof PictureFields];
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(old);
  });
  return Object.fromEntries(said);
}

function only(before: PictureRow, changed: PictureFields): Record<string, unknown> {
  return Object.fromEntries(Object.keys(changed).map((name) => [name, before[name as keyof PictureFields]]));
}
