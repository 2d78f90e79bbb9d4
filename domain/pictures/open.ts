import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { missing, Problem } from "../problem.ts";

export type PictureRow = typeof pictures.$inferSelect;

/** The picture's row, locked until the transaction ends. */
export async function lockPicture(tx: Transaction, pictureId: string): Promise<PictureRow> {
  const [row] = await tx.select().from(pictures).where(eq(pictures.id, pictureId)).for("update");
  if (!row) throw missing("picture");
  return row;
}

/** Of two people who change a picture at once the second hears who was faster, and loses nothing. */
export async function refuseIfChanged(tx: Transaction, picture: PictureRow, version: number): Promise<void> {
  if (picture.version === version) return;
  const [by] = picture.updatedBy
    ? await tx.select({ name: people.name }).from(people).where(eq(people.id, picture.updatedBy))
    : [];
  const who = by?.name ?? "Somebody";
  throw new Problem("conflict", `${who} has changed this picture since you opened it. Nothing was saved.`, {
    details: { version: picture.version },
  });
}
