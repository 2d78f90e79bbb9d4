/**
 * What stands beside a story at its foot: an editor's picks, then stories under the same topics,
 * then the section's newest. Every question is bounded (so many picks, so many of each topic), so
 * that the page costs the same however many stories there are.
 */
import { type SQL, sql } from "drizzle-orm";
import { readerStories } from "#db/reader.ts";
import { type ListedRow, listedIn, listedJson, newestFirst } from "./reader-columns.ts";
import type { RelatedStory } from "./reader-records.ts";

/** How many stand at the foot of a story. */
export const RELATED_LENGTH = 6;
/** Looked at for each topic, and of the section: enough that some are left when others are out. */
const CANDIDATES = sql.raw(String(RELATED_LENGTH * 2));
const MOST_TOPICS = sql.raw("12");
const MOST_PICKS = sql.raw("12");

type RelatedRow = ListedRow & { family: string };

const { id, familyId, language, sectionId, printed } = readerStories;
const line = sql`jsonb_build_object(${listedJson}, 'family', s.family_id)`;
const another = sql`s.language = ${language} and s.family_id <> ${familyId}`;

/** A pick in another language stands for its sibling in this one. */
const picked = sql<RelatedRow[]>`(select coalesce(jsonb_agg(${line} order by k.place), '[]')
  from (select r.id, r.place from jsonb_array_elements_text(${printed}->'related') with ordinality r(id, place)
    limit ${MOST_PICKS}) k
  join reader.stories o on o.id = k.id::uuid
  join reader.stories s on s.family_id = o.family_id and ${another})`;

/** Stories that share most topics first, then the newest. */
const underTopics = sql<
  RelatedRow[]
>`(select coalesce(jsonb_agg(${line} order by n.shared desc, ${newestFirst}), '[]')
  from (select f.story_id, count(*) as shared
    from (select t.word_id from reader.listings t
      where t.story_id = ${id} and t.kind = 'topic' limit ${MOST_TOPICS}) t
    cross join lateral (select l.story_id from reader.listings l
      where l.kind = 'topic' and l.word_id = t.word_id and l.language = ${language} and l.story_id <> ${id}
      order by l.first_published_at desc nulls last, l.story_id limit ${CANDIDATES}) f
    group by f.story_id
    order by count(*) desc, max(f.story_id::text) desc limit ${CANDIDATES}) n
  join reader.stories s on s.id = n.story_id and ${another})`;

const inSection = sql<RelatedRow[]>`(select coalesce(jsonb_agg(${line} order by ${newestFirst}), '[]')
  from (select s.* from reader.stories s
    where s.section_id = ${sectionId} and s.language = ${language}
    order by ${newestFirst} limit ${CANDIDATES}) s
  where ${another})`;

/** Columns of a question about one story (`readerStories` in its `from`). */
export const relatedColumns: Record<"picked" | "underTopics" | "inSection", SQL<RelatedRow[]>> = {
  picked,
  underTopics,
  inSection,
};

/**
 * Put in order, nothing twice, never the story itself. Its neighbours in the section stand at the
 * foot already, so the section doesn't fill up with them.
 */
export function relatedIn(
  found: Record<keyof typeof relatedColumns, RelatedRow[]>,
  neighbours: readonly ({ number: number } | null)[],
): RelatedStory[] {
  const beside = new Set(neighbours.map((neighbour) => neighbour?.number));
  const others = found.inSection.filter(({ number }) => !beside.has(number));
  const families = new Set<string>();
  return [...found.picked, ...found.underTopics, ...others]
    .filter(({ family }) => !families.has(family) && families.add(family))
    .slice(0, RELATED_LENGTH)
    .map(listedIn);
}

const HOUR_MS = 3_600_000;

/**
 * Until when a story's page may show what is beside it: new ones come while a story is news;
 * an old story's company changes seldom. What must not be named any more goes by its own key.
 */
export function relatedUntil({ firstPublishedAt }: { firstPublishedAt: Date }, now: Date): Date {
  const age = now.getTime() - firstPublishedAt.getTime();
  return new Date(now.getTime() + (age < 48 * HOUR_MS ? HOUR_MS / 2 : 24 * HOUR_MS));
}
