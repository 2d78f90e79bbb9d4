import { and, desc, eq, gte, lte, ne, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { stories } from "#db/schema.ts";
import type { Language } from "../vocabulary.ts";
import { keys } from "./keys.ts";

type Place = { storyId: string; language: Language; sectionId: string; firstPublishedAt: Date };

/**
 * Keys of the two stories that stand before and after this place in its section: their pages
 * name each other as previous and next, so both change when a story comes, goes or is renamed.
 */
export async function neighbourKeys(tx: Transaction, place: Place): Promise<string[]> {
  const { storyId, firstPublishedAt } = place;
  const at = sql`${firstPublishedAt.toISOString()}::timestamptz`;
  const older = await tx
    .select({ number: stories.number })
    .from(stories)
    .where(
      and(
        standingIn(place),
        lte(stories.firstPublishedAt, firstPublishedAt),
        sql`(${stories.firstPublishedAt} < ${at} or ${stories.id} > ${storyId})`,
      ),
    )
    .orderBy(sql`${stories.firstPublishedAt} desc nulls last`, stories.id)
    .limit(1);
  const newer = await tx
    .select({ number: stories.number })
    .from(stories)
    .where(
      and(
        standingIn(place),
        gte(stories.firstPublishedAt, firstPublishedAt),
        sql`(${stories.firstPublishedAt} > ${at} or ${stories.id} < ${storyId})`,
      ),
    )
    .orderBy(sql`${stories.firstPublishedAt} nulls first`, desc(stories.id))
    .limit(1);
  return [...older, ...newer].map(({ number }) => keys.story(number));
}

/** The other live stories of the same section and language, in the order of their index. */
function standingIn({ storyId, language, sectionId }: Place) {
  return and(
    eq(stories.liveSectionId, sectionId),
    eq(stories.language, language),
    eq(stories.live, "published"),
    ne(stories.id, storyId),
  );
}

/** Keys of the family's other live stories: their pages point at this language. */
export async function siblingKeys(
  tx: Transaction,
  story: { id: string; familyId: string },
): Promise<string[]> {
  const rows = await tx
    .select({ number: stories.number })
    .from(stories)
    .where(
      and(eq(stories.familyId, story.familyId), ne(stories.id, story.id), eq(stories.live, "published")),
    );
  return rows.map(({ number }) => keys.story(number));
}
