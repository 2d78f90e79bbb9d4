import { eq } from "drizzle-orm";
import { people } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorizeOwn } from "../permissions.ts";
import { openPicture } from "../pictures/open-to.ts";
import type { ChangeOwnPictureInput } from "./input.ts";
import { loadPerson } from "./load-person.ts";

/**
 * Changes the picture by which colleagues know oneself; null: none. It is the newsroom's alone: no
 * reader gets a file of it, and who may see it otherwise stays as it is. Throws Problem "missing"
 * for a picture that isn't open to oneself.
 */
export async function changeOwnPicture(
  { db, actor, now }: Ctx,
  { pictureId }: ChangeOwnPictureInput,
): Promise<ChangeOwnPictureInput> {
  return db.transaction(async (tx) => {
    const personId = authorizeOwn(actor);
    const before = await loadPerson(tx, personId);
    if (pictureId !== null) await openPicture(tx, actor, { pictureId, now });
    await tx.update(people).set({ pictureId }).where(eq(people.id, personId));
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "person.changed",
        subjectId: personId,
        before: { pictureId: before.pictureId },
        after: { pictureId },
      },
    );
    return { pictureId };
  });
}
