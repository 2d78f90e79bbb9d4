import { inArray } from "drizzle-orm";
import { pictures } from "#db/schema-pictures.ts";
import type { Ctx } from "../context.ts";
import { missing } from "../problem.ts";
import { writeFields } from "./change.ts";
import type { ChangePicturesInput } from "./input.ts";
import { authorizePictureChange } from "./rights.ts";

/**
 * Gives several pictures the same rights, credit or other fields at once; people and keywords are
 * added to what each has. All of them or none: one that this person may not change stops the act.
 */
export async function changePictures(
  ctx: Ctx,
  { pictureIds, fields, addPeople, addKeywords }: ChangePicturesInput,
): Promise<{ changed: number; changeSeq?: number }> {
  return ctx.db.transaction(async (tx) => {
    const ids = [...new Set(pictureIds)];
    // Always in the same order, so that two bulk edits wait for each other and never in a circle.
    const rows = await tx
      .select()
      .from(pictures)
      .where(inArray(pictures.id, ids))
      .orderBy(pictures.id)
      .for("update");
    if (rows.length !== ids.length) throw missing("picture");
    for (const row of rows) authorizePictureChange(ctx.actor, row);
    let changeSeq: number | undefined;
    for (const row of rows) {
      const done = await writeFields(tx, ctx, row, {
        ...fields,
        ...(addPeople.length > 0 && { peopleShown: joined(row.peopleShown, addPeople) }),
        ...(addKeywords.length > 0 && { keywords: joined(row.keywords, addKeywords) }),
      });
      changeSeq = done.changeSeq ?? changeSeq;
    }
    return { changed: rows.length, ...(changeSeq !== undefined && { changeSeq }) };
  });
}

function joined(had: readonly string[], added: readonly string[]): string[] {
  return [...new Set([...had, ...added])];
}
