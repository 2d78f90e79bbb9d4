import { isNull, sql } from "drizzle-orm";
import { topics } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { listSections } from "../outlet/list-sections.ts";
import { listPages } from "../pages/list-pages.ts";
import { authorize } from "../permissions.ts";

/** More topics than anybody has, found by typing; each is a name and an id. */
const MOST_TOPICS = 3_000;

/** What a menu can name: sections in use, pages, topics in the order of their English, else any name. */
export async function listMenuChoices(ctx: Ctx, { topics: most = MOST_TOPICS } = {}) {
  authorize(ctx.actor, "outlet.manage");
  const [sections, pages, named] = await together(ctx.db, [
    () => listSections(ctx),
    () => listPages(ctx),
    () =>
      ctx.db
        .select({ topicId: topics.id, labels: topics.labels })
        .from(topics)
        .where(isNull(topics.mergedInto))
        .orderBy(sql`coalesce(${topics.labels} ->> 'en', ${topics.slug})`, topics.id)
        .limit(most),
  ]);
  return {
    sections: sections
      .filter(({ retiredAt }) => retiredAt === null)
      .map(({ slug, labels }) => ({ slug, labels })),
    pages: pages.map(({ familyId, pageSlug, role, versions }) => ({
      ...{ familyId, role, slug: pageSlug },
      titles: Object.fromEntries(versions.map(({ language, headline }) => [language, headline])) as Labels,
      live: versions.filter(({ path }) => path !== null).map(({ language }) => language),
    })),
    topics: named,
  };
}
