/** Files of a picture for people with a session; readers have the press. */
import type { pictures } from "#db/schema-pictures.ts";
import type { RenditionFile } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import type { CropName } from "../vocabulary.ts";
import { SHAPES } from "./crops.ts";
import { authorizeOriginal, openPicture } from "./open-to.ts";
import { authorizePictureChange } from "./rights.ts";

/** How a picture looks while its files are being made: what to make a quick one of. */
export type Unmade = Pick<
  typeof pictures.$inferSelect,
  "originalKey" | "edition" | "rotation" | "blurs" | "focal" | "crops" | "state"
>;

/**
 * The file nearest to a width in one cut, WebP, of the edition that the desk works on; while that
 * one is being made `file` is null.
 */
export async function findPreview(
  { db, actor, now }: Ctx,
  { pictureId, crop, width }: { pictureId: string; crop: CropName; width: number },
): Promise<{ file: RenditionFile | null; picture: Unmade }> {
  authorize(actor, "story.read");
  const picture = await openPicture(db, actor, { pictureId, now });
  const made = picture.state === "ready" ? (picture.printable?.files ?? []) : [];
  return { file: nearest(made, crop, width), picture };
}

function nearest(files: readonly RenditionFile[], crop: CropName, width: number): RenditionFile | null {
  const fitting = files
    .filter((file) => file.crop === crop && file.format === "webp")
    .sort((a, b) => a.width - b.width);
  return fitting.find((file) => file.width >= width) ?? fitting.at(-1) ?? null;
}

/** The untouched original, for whoever may have it. */
export async function findOriginal(
  { db, actor, now }: Ctx,
  { pictureId }: { pictureId: string },
): Promise<{ key: string; fileName: string; format: string; bytes: number }> {
  authorize(actor, "story.read");
  const picture = await openPicture(db, actor, { pictureId, now });
  await authorizeOriginal(db, actor, picture);
  const { originalKey: key, fileName, format, bytes } = picture;
  return { key, fileName, format, bytes };
}

/**
 * The picture before anything was done to it, turned, cut or hidden: for whoever may do that, and
 * nobody else, since a face that was blurred is seen there.
 */
export async function findBare(
  { db, actor, now }: Ctx,
  { pictureId }: { pictureId: string },
): Promise<Unmade> {
  authorize(actor, "story.read");
  const picture = await openPicture(db, actor, { pictureId, now });
  authorizePictureChange(actor, picture);
  const { originalKey, edition, state } = picture;
  return { originalKey, edition, state, rotation: 0, blurs: [], focal: null, crops: {} };
}

/** Whether an address names a cut at all. */
export function isCropName(name: string): name is CropName {
  return Object.hasOwn(SHAPES, name);
}
