import { asc, isNull, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agencies, contributors, people, places, sections, stories, topics } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { labelIn } from "../publications/snapshot.ts";
import type { Language } from "../vocabulary.ts";

/** `standsFor`: it was merged into that one, whose label it has; stories from before still name it. */
export type Choice = { id: string; slug: string; label: string; standsFor?: string };

type Listed = { id: string; slug: string; labels: Labels; mergedInto?: string | null };

/** So many of the last changed stories say which places are in use. */
const RECENT = 300;

/**
 * What a story's screen chooses from: words, each as the story's language says it, and the colleagues
 * whom an embargo can name (names only).
 */
export async function listStoryChoices({ db, actor }: Ctx, { language }: { language: Language }) {
  authorize(actor, "story.read");
  const limit = 2000;
  const [section, topic, place, agency, contributor, colleague, inUse] = await together(db, [
    () =>
      db
        .select()
        .from(sections)
        .where(isNull(sections.retiredAt))
        .orderBy(asc(sections.position))
        .limit(limit),
    () => db.select().from(topics).orderBy(asc(topics.slug)).limit(limit),
    () => db.select().from(places).orderBy(asc(places.slug)).limit(limit),
    () => db.select().from(agencies).orderBy(asc(agencies.slug)).limit(limit),
    () =>
      db
        .select({
          id: contributors.id,
          slug: contributors.slug,
          labels: contributors.names,
          mergedInto: contributors.mergedInto,
        })
        .from(contributors)
        .orderBy(asc(contributors.slug))
        .limit(limit),
    () => colleagues(db, limit),
    () => countRecent(db),
  ]);
  const choices = (rows: Listed[]): Choice[] =>
    rows.map(({ id, slug, labels, mergedInto }) => {
      const other = mergedInto ? rows.find((row) => row.id === mergedInto) : undefined;
      return {
        ...{ id, slug, label: labelIn(other?.labels ?? labels, language) },
        ...(mergedInto && { standsFor: mergedInto }),
      };
    });
  return {
    sections: choices(section),
    topics: choices(topic),
    // Of many places few are written from: those come first.
    places: choices(place.toSorted((a, b) => (inUse.get(b.id) ?? 0) - (inUse.get(a.id) ?? 0))),
    agencies: choices(agency),
    contributors: choices(contributor),
    people: colleague.map(({ id, label }): Choice => ({ id, slug: id, label })),
  };
}
/** How often the stories that were changed last name each word. */
async function countRecent(db: Database): Promise<Map<string, number>> {
  const { rows } = await db.execute<{ id: string; count: number }>(sql`
    select id, count(*)::int as count
      from (select ${stories.wordIds} as ids from ${stories}
             order by ${stories.updatedAt} desc limit ${RECENT}) s, unnest(s.ids) as id
     group by id`);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Colleagues by name, for whoever says whose byline it is. Nothing but their names. */
export async function listColleagues({ db, actor }: Ctx, { limit = 2000 } = {}) {
  authorize(actor, "words.manage");
  return colleagues(db, limit);
}

async function colleagues(db: Database, limit: number) {
  return db
    .select({ id: people.id, label: people.name })
    .from(people)
    .where(isNull(people.suspendedAt))
    .orderBy(asc(people.name))
    .limit(limit);
}

export type StoryChoices = Awaited<ReturnType<typeof listStoryChoices>>;
