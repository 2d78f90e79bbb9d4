import { asc, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agencies, contributors, people, places, sections, topics } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { labelIn } from "../publications/snapshot.ts";
import type { Language } from "../vocabulary.ts";

/** `standsFor`: it was merged into that one, whose label it has; stories from before still name it. */
export type Choice = { id: string; slug: string; label: string; standsFor?: string };

type Listed = { id: string; slug: string; labels: Labels; mergedInto?: string | null };

/**
 * What a story's screen chooses from: words, each as the story's language says it, and the colleagues
 * whom an embargo can name (names only).
 */
export async function listStoryChoices({ db, actor }: Ctx, { language }: { language: Language }) {
  authorize(actor, "story.read");
  const limit = 2000;
  const [section, topic, place, agency, contributor, colleague] = await Promise.all([
    db.select().from(sections).where(isNull(sections.retiredAt)).orderBy(asc(sections.position)).limit(limit),
    db.select().from(topics).orderBy(asc(topics.slug)).limit(limit),
    db.select().from(places).orderBy(asc(places.slug)).limit(limit),
    db.select().from(agencies).orderBy(asc(agencies.slug)).limit(limit),
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
    colleagues(db, limit),
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
    places: choices(place),
    agencies: choices(agency),
    contributors: choices(contributor),
    people: colleague.map(({ id, label }): Choice => ({ id, slug: id, label })),
  };
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
