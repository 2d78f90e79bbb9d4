/**
 * Files of a picture go out while a live page shows it. So whoever takes a page, or a picture from
 * a page, names these keys in a hard change: the front then asks again whether anybody may have them.
 */
import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { pictures, pictureUses } from "#db/schema-pictures.ts";
import { keys } from "../publications/keys.ts";

/** Keys of all pictures on a story's live page, and of those that stand in the place of pulled ones. */
export async function livePictureKeys(tx: Transaction, storyId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: pictures.id, pulledAt: pictures.pulledAt, replacedBy: pictures.replacedBy })
    .from(pictureUses)
    .innerJoin(pictures, eq(pictures.id, pictureUses.pictureId))
    .where(and(eq(pictureUses.storyId, storyId), eq(pictureUses.stands, "live")));
  const shown = rows.flatMap(({ id, pulledAt, replacedBy }) =>
    pulledAt !== null && replacedBy !== null ? [id, replacedBy] : [id],
  );
  return [...new Set(shown)].map(keys.picture);
}
