/**
 * Where readers could still meet a picture that was pulled: each story's page, the lists and feeds
 * that name it, its share card, the files themselves. Every line has addresses; whether one of them
 * still has the picture is seen by asking for it as a reader does and looking for its files' names.
 */
import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { contributors, events, publications, sections, stories, topics } from "#db/schema.ts";
import { shareCards, storyListings } from "#db/schema-circulation.ts";
import { pictures, pictureUses, renditions } from "#db/schema-pictures.ts";
import type { Printed } from "#db/shapes.ts";
import { together } from "#db/together.ts";
import {
  bylinePath,
  frontPath,
  LIST_FEEDS,
  newsSitemapPath,
  sectionPath,
  sitemapPath,
  sitePagePath,
  storyPath,
  topicPath,
} from "../site.ts";
import { LANGUAGE_CODES, type Language, type StoryKind } from "../vocabulary.ts";

export const SURFACES = ["page", "lists", "feeds", "card", "sitemaps", "files"] as const;
export type Surface = (typeof SURFACES)[number];

export type SurfaceLine = {
  /** The same in every look, so that one line can be looked at again. */
  id: string;
  surface: Surface;
  storyNumber: number | null;
  language: Language | null;
  headline: string;
  paths: string[];
};
export type Surfaces = {
  lines: SurfaceLine[];
  /** Names of files that no reader may meet any more, on any page or by themselves. */
  names: string[];
};

/** `pictureId` with the pictures that it stood in for when it was pulled. */
export async function surfacesOf(db: Database, pictureId: string): Promise<Surfaces> {
  const ids = [pictureId, ...(await stoodForBy(db, pictureId))];
  const [standing, files, cards] = await together(db, [
    () => storiesWith(db, ids),
    () => fileNames(db, pictureId),
    () => db.select().from(shareCards).where(eq(shareCards.pictureId, pictureId)),
  ]);
  const lists = await listsOf(
    db,
    standing.map(({ id }) => id),
  );
  const lines = standing.flatMap((story) =>
    linesOf(
      story,
      lists.get(story.id) ?? [],
      cards.filter(({ storyId }) => storyId === story.id).map(({ name }) => name),
    ),
  );
  lines.push(...sitemapLines(standing), ...(await linesBesideStories(db, ids)));
  const alone = { storyNumber: null, language: null, headline: "" };
  if (files.length > 0) {
    lines.push({ ...alone, id: "files", surface: "files", paths: files.map(mediaPath) });
  }
  return { lines, names: [...files, ...cards.map(({ name }) => name)] };
}

/** A portrait stands on its byline's pages; a logo or an icon on every page, of which the fronts stand for all. */
async function linesBesideStories(db: Database, pictureIds: readonly string[]): Promise<SurfaceLine[]> {
  const rows = await db
    .select({ place: pictureUses.place, slug: contributors.slug })
    .from(pictureUses)
    .leftJoin(contributors, eq(contributors.id, pictureUses.contributorId))
    .where(
      and(
        inArray(pictureUses.pictureId, [...pictureIds]),
        eq(pictureUses.stands, "live"),
        isNull(pictureUses.storyId),
      ),
    );
  const paths = new Set(
    LANGUAGE_CODES.flatMap((language) =>
      rows.map(({ slug }) => (slug === null ? frontPath(language) : bylinePath(language, slug))),
    ),
  );
  if (paths.size === 0) return [];
  return [
    { id: "beside", surface: "lists", storyNumber: null, language: null, headline: "", paths: [...paths] },
  ];
}

/** Sitemaps name a story's pictures: of the month in which it came out, and for two days of the news. */
function sitemapLines(standing: readonly Standing[]): SurfaceLine[] {
  const listed = standing.filter(({ kind }) => kind === "story");
  const languages = [...new Set(listed.map(({ language }) => language))];
  return languages.map((language) => {
    const months = listed
      .filter((story) => story.language === language)
      .map(({ firstPublishedAt }) => sitemapPath(language, firstPublishedAt.toISOString().slice(0, 7)));
    return {
      id: `sitemaps:${language}`,
      surface: "sitemaps",
      storyNumber: null,
      language,
      headline: "",
      paths: [newsSitemapPath(language), ...new Set(months)],
    };
  });
}

const mediaPath = (name: string) => `/media/${name}`;

/** Written down by the act that pulled it: afterwards the rows don't say so any more. */
async function stoodForBy(db: Database, pictureId: string): Promise<string[]> {
  const [event] = await db
    .select({ after: events.after })
    .from(events)
    .where(and(eq(events.subjectId, pictureId), eq(events.act, "picture.pulled")))
    .orderBy(desc(events.happenedAt), desc(events.id))
    .limit(1);
  const others = event?.after?.stoodFor;
  return Array.isArray(others) ? others.filter((id) => typeof id === "string") : [];
}

/** Every file ever made from it, but those that another picture has the right to show: equal bytes have one name. */
async function fileNames(db: Database, pictureId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: renditions.name })
    .from(renditions)
    .where(
      and(
        eq(renditions.pictureId, pictureId),
        sql`not exists (select 1 from ${renditions} r join ${pictures} p on p.id = r.picture_id
          where r.name = ${renditions.name} and r.picture_id <> ${pictureId} and p.pulled_at is null)`,
      ),
    );
  return rows.map(({ name }) => name);
}

type Standing = {
  id: string;
  number: number;
  language: Language;
  printed: Printed;
  sectionSlug: string;
  firstPublishedAt: Date;
  kind: StoryKind;
  pageSlug: string | null;
};

async function storiesWith(db: Database, pictureIds: readonly string[]): Promise<Standing[]> {
  return db
    .selectDistinctOn([stories.number], {
      id: stories.id,
      number: stories.number,
      language: stories.language,
      printed: publications.printed,
      sectionSlug: sections.slug,
      firstPublishedAt: publications.firstPublishedAt,
      kind: stories.kind,
      pageSlug: stories.pageSlug,
    })
    .from(pictureUses)
    .innerJoin(stories, eq(stories.id, pictureUses.storyId))
    .innerJoin(publications, eq(publications.id, stories.livePublicationId))
    .innerJoin(sections, eq(sections.id, stories.liveSectionId))
    .where(
      and(
        inArray(pictureUses.pictureId, [...pictureIds]),
        eq(pictureUses.stands, "live"),
        eq(stories.live, "published"),
      ),
    )
    .orderBy(stories.number);
}

/** Addresses of the topic and byline pages that list each story. */
async function listsOf(db: Database, storyIds: readonly string[]): Promise<Map<string, string[]>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .select({
      storyId: storyListings.storyId,
      language: storyListings.language,
      topic: topics.slug,
      byline: contributors.slug,
    })
    .from(storyListings)
    .leftJoin(topics, and(eq(storyListings.kind, "topic"), eq(topics.id, storyListings.wordId)))
    .leftJoin(contributors, and(eq(storyListings.kind, "byline"), eq(contributors.id, storyListings.wordId)))
    .where(inArray(storyListings.storyId, [...storyIds]));
  const found = new Map<string, string[]>();
  for (const { storyId, language, topic, byline } of rows) {
    const paths = found.get(storyId) ?? [];
    if (topic !== null) paths.push(topicPath(language, topic));
    if (byline !== null) paths.push(bylinePath(language, byline));
    found.set(storyId, paths);
  }
  return found;
}

function linesOf(story: Standing, moreLists: readonly string[], cards: readonly string[]): SurfaceLine[] {
  const { number, language, sectionSlug, printed } = story;
  const whose = { storyNumber: number, language, headline: printed.headline };
  if (story.kind === "page") {
    const paths = [sitePagePath(language, story.pageSlug ?? "")];
    return [{ ...whose, id: `${number}:page`, surface: "page", paths }];
  }
  const lists = [frontPath(language), sectionPath(language, sectionSlug), ...moreLists];
  const feeds = lists.flatMap((list) => LIST_FEEDS.map((form) => `${list}/${form}`));
  const paths: Record<Exclude<Surface, "files" | "sitemaps">, string[]> = {
    page: [storyPath({ language, sectionSlug, number, slug: printed.slug })],
    lists,
    feeds,
    card: cards.map(mediaPath),
  };
  return SURFACES.flatMap((surface) =>
    surface === "files" || surface === "sitemaps" || paths[surface].length === 0
      ? []
      : [{ ...whose, id: `${number}:${surface}`, surface, paths: paths[surface] }],
  );
}
