import { and, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contributors, sections, stories, topics } from "#db/schema.ts";
import { shareCards, storyListings } from "#db/schema-circulation.ts";
import { pictureUses } from "#db/schema-pictures.ts";
import { keys } from "../publications/keys.ts";
import { LANGUAGE_CODES } from "../vocabulary.ts";

/**
 * Every key of every page and file that shows one of these pictures to readers. A page says itself
 * which pictures it shows (`picture:{id}`); the stories and lists are named beside that, so that
 * also a page which forgot to say so is dropped.
 */
export async function touchedByPictures(tx: Transaction, pictureIds: readonly string[]): Promise<string[]> {
  const ids = [...pictureIds];
  const standing = await tx
    .select()
    .from(pictureUses)
    .where(and(inArray(pictureUses.pictureId, ids), eq(pictureUses.stands, "live")));
  const carded = await tx
    .selectDistinct({ storyId: shareCards.storyId })
    .from(shareCards)
    .where(inArray(shareCards.pictureId, ids));
  const idsOf = (rows: readonly { storyId: string | null }[]) =>
    rows.flatMap(({ storyId }) => (storyId === null ? [] : [storyId]));
  return [
    ...ids.map(keys.picture),
    ...(await keysOfStories(tx, [...new Set([...idsOf(standing), ...idsOf(carded)])])),
    ...(await keysOfPortraits(
      tx,
      standing.flatMap(({ contributorId }) => contributorId ?? []),
    )),
    // A logo or an icon is on every page.
    ...(standing.some(({ place }) => place === "logo" || place === "icon") ? [keys.outlet()] : []),
  ];
}

async function keysOfStories(tx: Transaction, storyIds: readonly string[]): Promise<string[]> {
  if (storyIds.length === 0) return [];
  const ids = [...storyIds];
  const live = await tx
    .select({
      kind: stories.kind,
      number: stories.number,
      language: stories.language,
      pageSlug: stories.pageSlug,
      sectionSlug: sections.slug,
    })
    .from(stories)
    .leftJoin(sections, eq(sections.id, stories.liveSectionId))
    .where(and(inArray(stories.id, ids), eq(stories.live, "published")));
  const lists = await tx
    .selectDistinct({
      language: storyListings.language,
      topic: topics.slug,
      byline: contributors.slug,
    })
    .from(storyListings)
    .leftJoin(topics, and(eq(storyListings.kind, "topic"), eq(topics.id, storyListings.wordId)))
    .leftJoin(contributors, and(eq(storyListings.kind, "byline"), eq(contributors.id, storyListings.wordId)))
    .where(
      and(inArray(storyListings.storyId, ids), or(isNotNull(topics.slug), isNotNull(contributors.slug))),
    );
  return [
    ...live.flatMap(({ kind, number, language, pageSlug, sectionSlug }) =>
      kind === "page"
        ? [keys.sitePage(language, pageSlug ?? "")]
        : [
            keys.story(number),
            keys.language(language),
            ...(sectionSlug === null ? [] : [keys.section(language, sectionSlug)]),
          ],
    ),
    ...lists.flatMap(({ language, topic, byline }) => [
      ...(topic === null ? [] : [keys.topic(language, topic)]),
      ...(byline === null ? [] : [keys.byline(language, byline)]),
    ]),
  ];
}

async function keysOfPortraits(tx: Transaction, contributorIds: readonly string[]): Promise<string[]> {
  if (contributorIds.length === 0) return [];
  const rows = await tx
    .select({ slug: contributors.slug })
    .from(contributors)
    .where(inArray(contributors.id, [...contributorIds]));
  return rows.flatMap(({ slug }) => LANGUAGE_CODES.map((language) => keys.byline(language, slug)));
}
