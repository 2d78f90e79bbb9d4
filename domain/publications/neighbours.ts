import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
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
  const here = and(
    eq(stories.liveSectionId, place.sectionId),
    eq(stories.language, place.language),
    eq(stories.live, "published"),
    ne(stories.id, place.storyId),
  );
  const moment = sql`(${place.firstPublishedAt.toISOString()}::timestamptz, ${place.storyId}::uuid)`;
  const spot = sql`(${stories.firstPublishedAt}, ${stories.id})`;
  const before = await tx
    .select({ number: stories.number })
    .from(stories)
    .where(and(here, sql`${spot} < ${moment}`))
    .orderBy(desc(stories.firstPublishedAt), desc(stories.id))
    .limit(1);
  const after = await tx
    .select({ number: stories.number })
    .from(stories)
    .where(and(here, sql`${spot} > ${moment}`))
    .orderBy(asc(stories.firstPublishedAt), asc(stories.id))
    .limit(1);
  return [...before, ...after].map(({ number }) => keys.story(number));
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
