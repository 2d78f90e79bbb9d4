import { and, eq, isNotNull, ne, or, sql } from "drizzle-orm";
import { pictures } from "#db/schema-pictures.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import type { PictureInput } from "./input.ts";
import { openPicture, pictureReadableBy } from "./open-to.ts";

/** Of 64 bits so many may differ between two files of the same picture: saved again, smaller, retouched. */
const ALIKE = 8;
const MOST = 24;

/** Other uploads that show the same: by their bytes, or by a likeness that few bits set apart. The most alike first. */
export async function listLikenesses({ db, actor, now }: Ctx, { pictureId }: PictureInput) {
  authorize(actor, "story.read");
  const picture = await openPicture(db, actor, { pictureId, now });
  const { likeness, originalHash } = picture;
  const apart = sql<number>`case when ${pictures.originalHash} = ${originalHash} then 0
    else coalesce(bit_count(${pictures.likeness} # ${likeness ?? null}::bit(64)), 64) end`;
  return db
    .select({
      id: pictures.id,
      edition: pictures.edition,
      fileName: pictures.fileName,
      description: pictures.description,
      rights: pictures.rights,
      width: pictures.width,
      height: pictures.height,
      thumbhash: sql<string | null>`${pictures.printable} ->> 'thumbhash'`,
      colour: sql<string | null>`${pictures.printable} ->> 'colour'`,
      pulledAt: pictures.pulledAt,
      createdAt: pictures.createdAt,
      bitsApart: apart.mapWith(Number),
    })
    .from(pictures)
    .where(
      and(
        ne(pictures.id, pictureId),
        pictureReadableBy(actor, now),
        or(
          eq(pictures.originalHash, originalHash),
          and(
            isNotNull(pictures.likeness),
            sql`bit_count(${pictures.likeness} # ${likeness ?? null}::bit(64)) <= ${ALIKE}`,
          ),
        ),
      ),
    )
    .orderBy(apart, pictures.createdAt)
    .limit(MOST);
}
export type Likeness = Awaited<ReturnType<typeof listLikenesses>>[number];
