import { and, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pictureUses } from "#db/schema-pictures.ts";
import type { OutletSettings } from "#db/shapes.ts";
import { refuseUnready } from "../pictures/refuse-unready.ts";
import { keys } from "../publications/keys.ts";
import { picturesOfBrand } from "./logo.ts";

/**
 * Writes down that the outlet's dress hangs on these pictures, so that their files are public, and
 * gives the keys of those that came or went. A picture that comes new must be one that readers may
 * have; one that was pulled later stays named, and isn't shown.
 */
export async function keepBrandPictures(
  tx: Transaction,
  before: OutletSettings,
  after: OutletSettings,
): Promise<string[]> {
  const [old, wanted] = [picturesOfBrand(before), picturesOfBrand(after)];
  const had = new Set(old.map(({ pictureId }) => pictureId));
  const come = wanted.filter(({ pictureId }) => !had.has(pictureId));
  for (const { pictureId, place } of come) {
    await refuseUnready(tx, pictureId, `settings.brand.pictures.${place}`);
  }
  await tx
    .delete(pictureUses)
    .where(and(inArray(pictureUses.place, ["logo", "icon"]), isNull(pictureUses.storyId)));
  if (wanted.length > 0) {
    await tx.insert(pictureUses).values(
      wanted.flatMap((use) => [
        { ...use, stands: "head" as const },
        { ...use, stands: "live" as const },
      ]),
    );
  }
  const now = new Set(wanted.map(({ pictureId }) => pictureId));
  const gone = old.filter(({ pictureId }) => !now.has(pictureId));
  return [...come, ...gone].map(({ pictureId }) => keys.picture(pictureId));
}
