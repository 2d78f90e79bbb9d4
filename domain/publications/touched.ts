import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contributors, outlet, sections, stories, topics } from "#db/schema.ts";
import { sitemapMonths, storyListings } from "#db/schema-circulation.ts";
import type { StoryRow } from "../stories/open.ts";
import { localDay } from "../time.ts";
import type { Language } from "../vocabulary.ts";
import { keys } from "./keys.ts";
import { neighbourKeys, siblingKeys } from "./neighbours.ts";

type Place = { sectionIds: readonly string[]; firstPublishedAt: Date };

/**
 * Every key that a story's coming, changing or going touches: itself, its neighbours and
 * siblings, the lists of its section (of both, when it moved) and language with its month and
 * day in them, the sitemap of its month. A fixed handful, however many stories there are.
 * What it is listed under beside that: `listedKeys`, asked before and after it changes.
 */
export async function touchedKeys(
  tx: Transaction,
  story: StoryRow,
  { sectionIds, firstPublishedAt }: Place,
): Promise<string[]> {
  const { language } = story;
  const day = await newsroomDay(tx, firstPublishedAt);
  const touched = [
    keys.story(story.number),
    ...listKeys(keys.language(language), day),
    keys.day(language, day),
    ...(await sitemapKeys(tx, story, firstPublishedAt)),
  ];
  for (const sectionId of new Set(sectionIds)) {
    const [section] = await tx
      .select({ slug: sections.slug })
      .from(sections)
      .where(eq(sections.id, sectionId));
    if (section) touched.push(...listKeys(keys.section(language, section.slug), day));
    touched.push(...(await neighbourKeys(tx, { storyId: story.id, language, sectionId, firstPublishedAt })));
  }
  touched.push(...(await siblingKeys(tx, story)));
  return touched;
}

/**
 * The lists of the topics and bylines under which the story stands at this moment. Who changes
 * that asks before and after: the list that it left changes too.
 */
export async function listedKeys(
  tx: Transaction,
  { id, language, firstPublishedAt }: { id: string; language: Language; firstPublishedAt: Date | null },
): Promise<string[]> {
  if (firstPublishedAt === null) return [];
  const listed = await tx.select().from(storyListings).where(eq(storyListings.storyId, id));
  const idsOf = (kind: "topic" | "byline") =>
    listed.filter((row) => row.kind === kind).map(({ wordId }) => wordId);
  const slugs = {
    topic: await slugsOf(tx, topics, idsOf("topic")),
    byline: await slugsOf(tx, contributors, idsOf("byline")),
  };
  const day = await newsroomDay(tx, firstPublishedAt);
  return [
    ...slugs.topic.map((slug) => keys.topic(language, slug)),
    ...slugs.byline.map((slug) => keys.byline(language, slug)),
  ].flatMap((list) => listKeys(list, day));
}

/** A list's newest page, and the page of the month in which the story stands there. */
function listKeys(list: string, day: string): string[] {
  return [list, keys.month(list, day.slice(0, 7))];
}

async function slugsOf(
  tx: Transaction,
  words: typeof topics | typeof contributors,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ slug: words.slug })
    .from(words)
    .where(inArray(words.id, [...ids]));
  return rows.map(({ slug }) => slug);
}

/** Archives are by the newsroom's calendar. */
async function newsroomDay(tx: Transaction, at: Date): Promise<string> {
  const [row] = await tx.select({ settings: outlet.settings }).from(outlet);
  return localDay(at, row?.settings.timeZone ?? "UTC");
}

/**
 * The sitemaps that name the story: its own month's, and those of its languages, which name it
 * as their alternate. Notes in the list of sitemaps that its own has changed now.
 */
async function sitemapKeys(tx: Transaction, story: StoryRow, firstPublishedAt: Date): Promise<string[]> {
  const { language } = story;
  const month = sitemapMonth(firstPublishedAt);
  await tx
    .insert(sitemapMonths)
    .values({ language, month })
    .onConflictDoUpdate({
      target: [sitemapMonths.language, sitemapMonths.month],
      set: { changedAt: sql`clock_timestamp()` },
    });
  const siblings = await tx
    .select({ language: stories.language, firstPublishedAt: stories.firstPublishedAt })
    .from(stories)
    .where(
      and(eq(stories.familyId, story.familyId), ne(stories.id, story.id), eq(stories.live, "published")),
    );
  const theirs = siblings.flatMap((sibling) =>
    sibling.firstPublishedAt === null
      ? []
      : [keys.sitemapOf(sibling.language, sitemapMonth(sibling.firstPublishedAt))],
  );
  return [keys.sitemap(), keys.sitemapOf(language, month), ...theirs];
}

/** In UTC, so that a newsroom that changes its zone keeps its sitemaps. */
function sitemapMonth(at: Date): string {
  return at.toISOString().slice(0, 7);
}
