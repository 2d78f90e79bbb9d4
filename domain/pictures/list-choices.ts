import { asc, eq, sql } from "drizzle-orm";
import { people } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { pictureReadableBy } from "./open-to.ts";

const MOST = 1000;

/** What the picture desk's filters choose from: who has brought pictures, and whom they show. */
export async function listPictureChoices({ db, actor, now }: Ctx) {
  authorize(actor, "story.read");
  const [uploaders, shown] = await together(db, [
    () =>
      db
        .selectDistinct({ id: people.id, name: people.name })
        .from(pictures)
        .innerJoin(people, eq(people.id, pictures.uploadedBy))
        .where(pictureReadableBy(actor, now))
        .orderBy(asc(people.name))
        .limit(MOST),
    () =>
      db
        .selectDistinct({ name: sql<string>`unnest(${pictures.peopleShown})` })
        .from(pictures)
        .where(pictureReadableBy(actor, now))
        .limit(MOST),
  ]);
  return { uploaders, shown: shown.map(({ name }) => name).sort() };
}
export type PictureChoices = Awaited<ReturnType<typeof listPictureChoices>>;
