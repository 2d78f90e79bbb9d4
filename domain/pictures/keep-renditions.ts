/**
 * The last step of making a picture's files, by the worker: they are in the store, and now the
 * picture names them. `printable` is replaced whole, so a page has files of one edition only. A
 * job that was overtaken (turned or blurred once more meanwhile) changes nothing.
 */
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { outbox } from "#db/schema.ts";
import { pictures, renditions } from "#db/schema-pictures.ts";
import type { PrintablePicture, RenditionFile } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { orderCardsWith } from "../sharing/order-card.ts";
import { lockPicture, type PictureRow } from "./open.ts";

export type Made = { pictureId: string; edition: number; printable: PrintablePicture; likeness: string };
type Kept = { changeSeq: number | null };

/**
 * The first files of an edition: the picture is ready. Where readers had another edition, its
 * pages and files are dropped hard: what was blurred or cut away must not be seen again.
 */
export async function keepFirstRenditions(
  { db, actor, now }: Ctx,
  { pictureId, edition, printable, likeness }: Made,
  trouble = "",
): Promise<Kept> {
  authorizeMachine(actor);
  return db.transaction(async (tx) => {
    const picture = await lockPicture(tx, pictureId);
    if (picture.edition !== edition) return { changeSeq: null };
    await addRows(tx, picture, printable.files);
    await tx
      .update(pictures)
      .set({ printable, likeness, state: "ready", trouble, updatedAt: now })
      .where(eq(pictures.id, pictureId));
    await tx.insert(outbox).values({ job: "renditions-more", payload: { pictureId, edition } });
    await orderCardsWith(tx, [pictureId]);
    return { changeSeq: await tell(tx, picture, picture.printable === null ? "soft" : "hard") };
  });
}

/** Further files of the edition that is shown: pages offer them beside those that they have. */
export async function keepMoreRenditions(
  { db, actor }: Ctx,
  { pictureId, edition, files }: { pictureId: string; edition: number; files: RenditionFile[] },
): Promise<Kept> {
  authorizeMachine(actor);
  return db.transaction(async (tx) => {
    const picture = await lockPicture(tx, pictureId);
    if (picture.edition !== edition || picture.printable === null || picture.state !== "ready") {
      return { changeSeq: null };
    }
    await addRows(tx, picture, files);
    const before = picture.printable.files.filter(({ name }) => !files.some((file) => file.name === name));
    const printable = { ...picture.printable, files: [...before, ...files] };
    await tx.update(pictures).set({ printable }).where(eq(pictures.id, pictureId));
    return { changeSeq: await tell(tx, picture, "soft") };
  });
}

async function addRows(tx: Transaction, { id, edition }: PictureRow, files: RenditionFile[]): Promise<void> {
  const rows = files.map((file) => ({ ...file, pictureId: id, edition }));
  const { pictureId, crop, format, width } = renditions;
  // A job that runs again after a crash makes the same files, or better ones of a newer decoder.
  await tx
    .insert(renditions)
    .values(rows)
    .onConflictDoUpdate({
      target: [pictureId, renditions.edition, crop, format, width],
      set: { name: sql`excluded.name`, bytes: sql`excluded.bytes`, height: sql`excluded.height` },
    });
}

/** Also the pages on which it stands in the place of a picture that was pulled. */
async function tell(tx: Transaction, { id }: PictureRow, hard: "hard" | "soft"): Promise<number> {
  const replaced = await tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(eq(pictures.replacedBy, id), isNotNull(pictures.pulledAt)));
  return recordChange(tx, { keys: [keys.picture(id), ...replaced.map((one) => keys.picture(one.id))], hard });
}
