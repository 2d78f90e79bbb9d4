import { and, eq } from "drizzle-orm";
import { pictures } from "#db/schema-pictures.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";

/**
 * Says that an edition of a picture can't be made, in a sentence for whoever sent it. Readers keep
 * what they had: an edition before, or nothing.
 */
export async function refusePicture(
  { db, actor, now }: Ctx,
  { pictureId, edition, trouble }: { pictureId: string; edition: number; trouble: string },
): Promise<void> {
  authorizeMachine(actor);
  await db
    .update(pictures)
    .set({ state: "refused", trouble, updatedAt: now })
    .where(and(eq(pictures.id, pictureId), eq(pictures.edition, edition)));
}
