import { and, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { sections, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { searchQuery } from "../languages/search-query.ts";
import { authorize } from "../permissions.ts";
import { missing } from "../problem.ts";
import { labelIn } from "../publications/snapshot.ts";
import type { RelatedInput } from "./input.ts";
import { readableBy } from "./rights.ts";

const MOST = 10;

/**
 * Stories that could stand beside this one: live, never itself, those of its language first, the
 * newest first; with `search` those that have its words. With `ids` the ones that stand there
 * already, whatever became of them.
 */
export async function listRelated(ctx: Ctx, { storyId, search, ids }: RelatedInput) {
  authorize(ctx.actor, "story.read");
  const [own] = await ctx.db
    .select({ language: stories.language })
    .from(stories)
    .where(and(eq(stories.id, storyId), readableBy(ctx.actor, ctx.now)));
  if (!own) throw missing("story");
  const query = searchQuery(search);
  const wanted: (SQL | undefined)[] =
    ids.length > 0
      ? [inArray(stories.id, ids)]
      : [
          and(eq(stories.live, "published"), ne(stories.id, storyId)),
          query === null ? undefined : sql`${stories.search} @@ to_tsquery('simple', ${query})`,
        ];
  const rows = await ctx.db
    .select({
      id: stories.id,
      headline: stories.headline,
      language: stories.language,
      live: stories.live,
      firstPublishedAt: stories.firstPublishedAt,
      sectionLabels: sections.labels,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(eq(stories.kind, "story"), readableBy(ctx.actor, ctx.now), ...wanted))
    .orderBy(sql`${stories.language} <> ${own.language}`, desc(stories.firstPublishedAt), stories.id)
    .limit(MOST);
  return rows.map(({ sectionLabels, ...row }) => ({ ...row, section: labelIn(sectionLabels, own.language) }));
}
export type RelatedStory = Awaited<ReturnType<typeof listRelated>>[number];
