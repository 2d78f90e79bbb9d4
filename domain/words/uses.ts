import { and, desc, type SQL, sql } from "drizzle-orm";
import { stories } from "#db/schema.ts";
import type { StoryFields } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { readableBy } from "../stories/rights.ts";

/** Every word that a story names; kept beside it, so that a word's stories are found by index. */
export function wordIdsIn({ topicIds, byline, dateline, sources }: StoryFields): string[] {
  const ids = [
    ...topicIds,
    ...byline.map(({ contributorId }) => contributorId),
    ...(dateline.placeId === null ? [] : [dateline.placeId]),
    ...sources.flatMap(({ agencyId }) => (agencyId === null ? [] : [agencyId])),
  ];
  return [...new Set(ids)];
}

/** For each word, how many stories that this person may see name it or one that was merged into it. */
export async function countUses(
  { db, actor, now }: Ctx,
  words: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, number>> {
  authorize(actor, "story.read");
  const counts = new Map<string, number>();
  const all = [...words].flatMap(([wordId, ids]) => ids.map((id) => ({ wordId, id })));
  if (all.length === 0) return counts;
  const pairs = sql`(select * from unnest(${arrayOf(all.map(({ wordId }) => wordId))},
    ${arrayOf(all.map(({ id }) => id))}) as w(word_id, id))`;
  const { rows } = await db.execute<{ wordId: string; stories: number }>(sql`
    select w.word_id as "wordId", count(distinct ${stories.id})::int as stories
      from ${pairs} w join ${stories} on ${stories.wordIds} @> array[w.id]
     where ${readableBy(actor, now) ?? sql`true`}
     group by w.word_id`);
  for (const { wordId, stories: count } of rows) counts.set(wordId, count);
  return counts;
}

/** The stories that name one of these words, the last changed first. */
export async function listUses({ db, actor, now }: Ctx, ids: readonly string[], limit: number) {
  authorize(actor, "story.read");
  const { id, number, language, headline, slugline, stage, live, embargoUntil, updatedAt } = stories;
  return db
    .select({ id, number, language, headline, slugline, stage, live, embargoUntil, updatedAt })
    .from(stories)
    .where(and(sql`${stories.wordIds} && ${arrayOf(ids)}`, readableBy(actor, now)))
    .orderBy(desc(stories.updatedAt), stories.id)
    .limit(limit);
}
export type WordUse = Awaited<ReturnType<typeof listUses>>[number];

function arrayOf(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}
