/**
 * Pictures of a text that readers don't see yet, or at all. They never hold a publication up: the
 * page goes out without them, and one that is still being made appears by itself, since the page
 * carries its key.
 */
import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { revisions } from "#db/schema.ts";
import { pictures, pictureUses } from "#db/schema-pictures.ts";
import { picturesInBody } from "./uses.ts";

export type UnmadePicture = { pictureId: string; fileName: string; why: "processing" | "refused" | "pulled" };

/** Of a story's live page. */
export async function listUnmadePictures(db: Database, storyId: string): Promise<UnmadePicture[]> {
  const rows = await db
    .selectDistinct({
      pictureId: pictures.id,
      fileName: pictures.fileName,
      state: pictures.state,
      pulledAt: pictures.pulledAt,
    })
    .from(pictureUses)
    .innerJoin(pictures, eq(pictures.id, pictureUses.pictureId))
    .where(
      and(
        eq(pictureUses.storyId, storyId),
        eq(pictureUses.stands, "live"),
        isNull(pictures.replacedBy),
        or(isNull(pictures.printable), isNotNull(pictures.pulledAt)),
      ),
    );
  return rows.map(({ pictureId, fileName, state, pulledAt }) => ({
    pictureId,
    fileName,
    why: pulledAt !== null ? "pulled" : state === "refused" ? "refused" : "processing",
  }));
}

/** Whether a text that is about to go out names a picture whose files are just being made. */
export async function awaitsPictures(db: Database, revisionId: string): Promise<boolean> {
  const [text] = await db.select().from(revisions).where(eq(revisions.id, revisionId));
  if (!text) return false;
  const { lead } = text.fields;
  const ids = [...(lead === null ? [] : [lead.pictureId]), ...picturesInBody(text.document)];
  if (ids.length === 0) return false;
  const [waiting] = await db
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(inArray(pictures.id, ids), eq(pictures.state, "processing"), isNull(pictures.printable)))
    .limit(1);
  return waiting !== undefined;
}
