import { aliasedTable, desc, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { events, people } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { authorize, may } from "../permissions.ts";
import type { PictureInput } from "./input.ts";
import { openPicture } from "./open-to.ts";
import { mayChangePicture } from "./rights.ts";
import { sourceLabelsOf } from "./source-labels.ts";
import { expiryOf } from "./standing.ts";

const HISTORY = 100;

/** A picture with everything that the desk knows of it, and what this person may do with it. */
export async function getPicture({ db, actor, now }: Ctx, { pictureId }: PictureInput) {
  authorize(actor, "story.read");
  const [row, names, history, labelsOf] = await together(db, [
    () => openPicture(db, actor, { pictureId, now }),
    () => namesAround(db, pictureId),
    () => historyOf(db, pictureId),
    () => sourceLabelsOf(db),
  ]);
  // Keys in the store and the index of search are nobody's business outside.
  const {
    originalKey: _key,
    originalHash: _hash,
    searchText: _text,
    search: _index,
    likeness: _bits,
    ...picture
  } = row;
  return {
    picture: {
      ...picture,
      sourceLabels: labelsOf(picture.source),
      expiry: expiryOf(picture.validUntil, now),
    },
    ...names,
    history,
    may: { change: mayChangePicture(actor, picture), pull: may(actor, "picture.pull") },
  };
}
export type DeskPicture = Awaited<ReturnType<typeof getPicture>>;
export type PictureEvent = DeskPicture["history"][number];

/** Who brought it, who pulled it, and what the picture in its place shows. */
async function namesAround(db: Database, pictureId: string) {
  const uploader = aliasedTable(people, "uploader");
  const puller = aliasedTable(people, "puller");
  const instead = aliasedTable(pictures, "instead");
  const [names] = await db
    .select({
      uploadedByName: uploader.name,
      pulledByName: puller.name,
      insteadDescription: instead.description,
    })
    .from(pictures)
    .leftJoin(uploader, eq(uploader.id, pictures.uploadedBy))
    .leftJoin(puller, eq(puller.id, pictures.pulledBy))
    .leftJoin(instead, eq(instead.id, pictures.replacedBy))
    .where(eq(pictures.id, pictureId));
  return names ?? { uploadedByName: null, pulledByName: null, insteadDescription: null };
}

async function historyOf(db: Database, pictureId: string) {
  return db
    .select({
      id: events.id,
      act: events.act,
      happenedAt: events.happenedAt,
      actorName: events.actorName,
      after: events.after,
    })
    .from(events)
    .where(eq(events.subjectId, pictureId))
    .orderBy(desc(events.happenedAt), desc(events.id))
    .limit(HISTORY);
}
