/**
 * Who may see a picture. One that stands nowhere is the whole newsroom's, one on a live page is
 * everybody's; else it follows the stories in which it stands: a photograph of an embargoed report
 * tells as much as its headline. Whoever brought a picture always sees it.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { stories } from "#db/schema.ts";
import { pictures, pictureUses } from "#db/schema-pictures.ts";
import { type Actor, actorId } from "../context.ts";
import { authorize, may } from "../permissions.ts";
import { missing } from "../problem.ts";
import { readableBy } from "../stories/rights.ts";

type PictureRow = typeof pictures.$inferSelect;

/** As a condition on `pictures`, for lists and search. */
export function pictureReadableBy(actor: Actor, now: Date): SQL {
  const own = actorId(actor);
  return sql`(
    not exists (select 1 from ${pictureUses} where ${pictureUses.pictureId} = ${pictures.id})
    or exists (select 1 from ${pictureUses}
                where ${pictureUses.pictureId} = ${pictures.id}
                  and (${pictureUses.stands} = 'live' or ${pictureUses.storyId} is null))
    or ${pictures.uploadedBy} = ${own}
    or exists (select 1 from ${pictureUses} join ${stories} on ${stories.id} = ${pictureUses.storyId}
                where ${pictureUses.pictureId} = ${pictures.id} and ${readableBy(actor, now) ?? sql`true`}))`;
}

/** The picture, or the same Problem("missing") as for an id that never was. */
export async function openPicture(
  db: Database,
  actor: Actor,
  { pictureId, now }: { pictureId: string; now: Date },
): Promise<PictureRow> {
  authorize(actor, "story.read");
  const [picture] = await db
    .select()
    .from(pictures)
    .where(sql`${pictures.id} = ${pictureId} and ${pictureReadableBy(actor, now)}`);
  if (!picture) throw missing("picture");
  return picture;
}

/**
 * The untouched original shows more than any story: where it was taken, with what, what was cut
 * away or blurred. It is for whoever brought it, and for editors of a desk where it stands.
 */
export async function authorizeOriginal(db: Database, actor: Actor, picture: PictureRow): Promise<void> {
  const isOwn = picture.uploadedBy !== null && picture.uploadedBy === actorId(actor);
  if (isOwn && may(actor, "picture.upload")) return;
  authorize(actor, "picture.edit");
  const desks = await db
    .selectDistinct({ deskId: stories.deskId })
    .from(pictureUses)
    .innerJoin(stories, sql`${stories.id} = ${pictureUses.storyId}`)
    .where(sql`${pictureUses.pictureId} = ${picture.id}`);
  if (desks.length === 0) return;
  const [first] = desks;
  const edits = desks.find(({ deskId }) => may(actor, "picture.edit", { deskId, createdBy: null })) ?? first;
  if (edits) authorize(actor, "picture.edit", { deskId: edits.deskId, createdBy: null });
}
