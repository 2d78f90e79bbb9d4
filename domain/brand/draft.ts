import { and, eq, inArray } from "drizzle-orm";
import { publications, stories, topics } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { OutletSettings } from "#db/shapes.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import type { Imprint } from "../publications/reader-records.ts";
import { picturesOfBrand } from "./logo.ts";

/**
 * What heads and feet would name if these settings were saved: pictures that no page shows yet
 * among it, for the admin's eyes.
 */
export async function findDraftImprint({ db, actor }: Ctx, settings: OutletSettings): Promise<Imprint> {
  authorize(actor, "outlet.manage");
  const named = Object.values(settings.menus ?? {}).flatMap((menu) => menu ?? []);
  const topicIds = named.flatMap((item) => (item.kind === "topic" ? [item.topicId] : []));
  const pictureIds = picturesOfBrand(settings).map(({ pictureId }) => pictureId);
  const [pages, found, hung] = await together(db, [
    () =>
      db
        .select({
          familyId: stories.familyId,
          language: stories.language,
          slug: stories.pageSlug,
          role: stories.pageRole,
          printed: publications.printed,
        })
        .from(stories)
        .innerJoin(publications, eq(publications.id, stories.livePublicationId))
        .where(and(eq(stories.kind, "page"), eq(stories.live, "published"))),
    () => (topicIds.length === 0 ? [] : db.select().from(topics).where(inArray(topics.id, topicIds))),
    () =>
      pictureIds.length === 0
        ? []
        : db
            .select({ id: pictures.id, printable: pictures.printable })
            .from(pictures)
            .where(inArray(pictures.id, pictureIds)),
  ]);
  return {
    pages: pages.map(({ slug, printed, ...page }) => ({
      ...page,
      slug: slug ?? "",
      title: printed.headline,
    })),
    topics: found.map(({ id, slug, labels }) => ({ id, slug, labels })),
    pictures: Object.fromEntries(hung.flatMap(({ id, printable }) => (printable ? [[id, printable]] : []))),
  };
}
