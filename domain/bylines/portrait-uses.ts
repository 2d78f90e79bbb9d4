/**
 * Where a byline's portrait stands, derived from the byline: readers have it while the byline has a
 * page. One that is hidden, or that another stands for, has no page, so its portrait's files are nobody's.
 */
import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contributors } from "#db/schema.ts";
import { pictureUses } from "#db/schema-pictures.ts";
import { keys } from "../publications/keys.ts";

/**
 * Writes the uses of these bylines anew. Gives the keys of every picture that stood there or stands
 * there now: files that came or went, for a hard change.
 */
export async function keepPortraitUses(tx: Transaction, ...contributorIds: string[]): Promise<string[]> {
  const touched = new Set<string>();
  for (const contributorId of contributorIds) {
    const old = await tx
      .delete(pictureUses)
      .where(eq(pictureUses.contributorId, contributorId))
      .returning({ pictureId: pictureUses.pictureId });
    for (const { pictureId } of old) touched.add(pictureId);
    const [byline] = await tx.select().from(contributors).where(eq(contributors.id, contributorId));
    if (!byline?.pictureId) continue;
    touched.add(byline.pictureId);
    const use = { pictureId: byline.pictureId, place: "portrait" as const, contributorId };
    const hasPage = byline.hiddenAt === null && byline.mergedInto === null;
    await tx
      .insert(pictureUses)
      .values([
        { ...use, stands: "head" as const },
        ...(hasPage ? [{ ...use, stands: "live" as const }] : []),
      ]);
  }
  return [...touched].map(keys.picture);
}
