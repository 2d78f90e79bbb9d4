import { eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { PictureUse } from "#db/shapes.ts";
import type { Language } from "../vocabulary.ts";
import { creditLine } from "./credit.ts";
import { sourceLabelsOf } from "./source-labels.ts";

/**
 * The credit of a picture that goes along into another language: what that language says of the
 * same facts. Words that a writer put there by hand can't be said anew; they go along as they are.
 */
export async function creditIn(
  db: Database,
  { pictureId, credit }: PictureUse,
  from: Language,
  to: Language,
): Promise<string> {
  const [row] = await db.select().from(pictures).where(eq(pictures.id, pictureId));
  if (!row) return credit;
  const facts = { ...row, sourceLabels: (await sourceLabelsOf(db))(row.source) };
  return credit === creditLine(facts, from) ? creditLine(facts, to) : credit;
}
