/**
 * The other stories that a story's page names: the same one in other languages, those before and
 * after it in its section, and related ones at its foot. Related are an editor's picks, then stories
 * under the same topics, then the section's newest. Every question is bounded (so many picks, so many
 * of each topic), so that the page costs the same however many stories there are. They are found in
 * the catalogue, which has no words; what is shown of them is read once for all of them, because
 * setting a question up costs the database more than answering it, and more with every view in it.
 */
import { type SQL, sql } from "drizzle-orm";
import { readerStories } from "#db/reader.ts";
import type { StoryAddress } from "../site.ts";
import { type ListedRow, leadPictureId, listedIn, pictureJson, wordsJson } from "./reader-columns.ts";
import { addressOf, type Neighbour, type ReaderPicture, type RelatedStory } from "./reader-records.ts";

/** How many related stories stand at the foot of a story. */
const RELATED_LENGTH = 6;
/** The section's newest may be its neighbours, which stand at the foot already. */
const MOST_RELATED = sql.raw(String(RELATED_LENGTH + 2));
/** Looked at for each topic, and of the section: enough that some are left when others are out. */
const CANDIDATES = sql.raw(String(RELATED_LENGTH * 2));
const MOST_TOPICS = sql.raw("12");
const MOST_PICKS = sql.raw("12");

/** Why a story is named, in the order in which related ones stand. */
const TURNS = { picked: 1, underTopics: 2, inSection: 3, previous: 4, next: 5, sibling: 6 } as const;
type Turn = keyof typeof TURNS;
const turn = (name: Turn) => sql.raw(String(TURNS[name]));

const { id, familyId, language, sectionId, firstPublishedAt, printed } = readerStories;
const newestFirst = (row: string) =>
  sql`${sql.raw(row)}.first_published_at desc nulls last, ${sql.raw(row)}.id`;

/** A pick in another language stands for its sibling in this one. */
const picked = sql`(select p.id, ${turn("picked")} as turn, k.place::int as place
  from (select r.id, r.place from jsonb_array_elements_text(${printed}->'related') with ordinality r(id, place)
    limit ${MOST_PICKS}) k
  join reader.catalogue o on o.id = k.id::uuid
  join reader.catalogue p on p.family_id = o.family_id and p.language = ${language})`;

/** Stories that share most topics first, then the newest. */
const underTopics = sql`(select f.story_id, ${turn("underTopics")}, -count(*)::int
  from (select t.word_id from reader.listings t
    where t.story_id = ${id} and t.kind = 'topic' limit ${MOST_TOPICS}) t
  cross join lateral (select l.story_id, l.first_published_at from reader.listings l
    where l.kind = 'topic' and l.word_id = t.word_id and l.language = ${language} and l.story_id <> ${id}
    order by l.first_published_at desc nulls last, l.story_id limit ${CANDIDATES}) f
  group by f.story_id, f.first_published_at
  order by count(*) desc, f.first_published_at desc nulls last, f.story_id limit ${CANDIDATES})`;

const inSection = sql`(select c.id, ${turn("inSection")}, 0 from reader.catalogue c
  where c.section_id = ${sectionId} and c.language = ${language} order by ${newestFirst("c")} limit ${CANDIDATES})`;

/** Nothing twice, never the story itself in this or another language. */
const related = sql`(select r.id, r.turn, r.place
  from (select distinct on (c.id) c.id, c.turn, c.place, o.first_published_at
    from (${picked} union all ${underTopics} union all ${inSection}) c
    join reader.catalogue o on o.id = c.id and o.language = ${language} and o.family_id <> ${familyId}
    order by c.id, c.turn, c.place) r
  order by r.turn, r.place, ${newestFirst("r")} limit ${MOST_RELATED})`;

/** The nearest story of the same section and language; the comparison is split so that the index bounds it. */
function neighbour(side: "previous" | "next"): SQL {
  const [where, order] =
    side === "previous"
      ? [
          sql`n.first_published_at <= ${firstPublishedAt} and (n.first_published_at < ${firstPublishedAt} or n.id > ${id})`,
          newestFirst("n"),
        ]
      : [
          sql`n.first_published_at >= ${firstPublishedAt} and (n.first_published_at > ${firstPublishedAt} or n.id < ${id})`,
          sql`n.first_published_at nulls first, n.id desc`,
        ];
  return sql`(select n.id, ${turn(side)}, 0 from reader.catalogue n
    where n.section_id = ${sectionId} and n.language = ${language} and ${where} order by ${order} limit 1)`;
}

const siblings = sql`(select f.id, ${turn("sibling")}, 0 from reader.catalogue f
  where f.family_id = ${familyId} and f.id <> ${id})`;

/** To be joined laterally to the story's row (`readerStories`), under the name `beside`. */
export const besideStory = sql`(select
    coalesce(json_agg(json_build_object('turn', b.turn, ${wordsJson})
      order by b.turn, b.place, ${newestFirst("s")}), '[]') as stories,
    array_agg(${leadPictureId}) as leads
  from (${related} union all ${neighbour("previous")} union all ${neighbour("next")} union all ${siblings}) b
  join reader.stories s on s.id = b.id) beside`;

type BesideRow = Omit<ListedRow, "picture"> & { turn: number };
type PictureRow = ReaderPicture & { isOwn: boolean };

export const besideColumns = {
  beside: sql<BesideRow[]>`beside.stories`,
  /** Every picture that the story names, over it and in its body, and those of the stories beside it. */
  pictures: sql<
    PictureRow[]
  >`(select coalesce(json_agg(json_build_object('isOwn', u.own, ${pictureJson})), '[]')
    from (select p.picture_id as id, true as own from reader.picture_uses p where p.story_id = ${id}
      union select l.id, false from unnest(beside.leads) l(id) where l.id is not null) u
    left join reader.pictures v on v.id = u.id)`,
};

export type Beside = {
  /** The story's own pictures. */
  pictures: ReaderPicture[];
  siblings: StoryAddress[];
  previous: Neighbour | null;
  next: Neighbour | null;
  related: RelatedStory[];
};

/** What an answer with these columns says. Neighbours aren't repeated among the section's newest. */
export function besideIn(found: { beside: BesideRow[]; pictures: PictureRow[] }): Beside {
  const pictures = found.pictures.map(({ isOwn, ...picture }) => ({ isOwn, picture }));
  const pictureOf = ({ printed: { lead } }: BesideRow) =>
    pictures.find(({ picture }) => picture.id === lead?.pictureId)?.picture ?? null;
  const all = found.beside.map((row) => ({
    turn: row.turn,
    story: listedIn({ ...row, picture: pictureOf(row) }),
  }));
  const named = (name: Turn) => all.filter((each) => each.turn === TURNS[name]).map(({ story }) => story);
  const [previous, next] = [named("previous")[0], named("next")[0]];
  const fromSection = named("inSection").filter(({ id: one }) => one !== previous?.id && one !== next?.id);
  return {
    pictures: pictures.flatMap(({ isOwn, picture }) => (isOwn ? [picture] : [])),
    siblings: named("sibling")
      .map(addressOf)
      .sort((one, other) => one.number - other.number),
    previous: previous ? neighbourIn(previous) : null,
    next: next ? neighbourIn(next) : null,
    related: [...named("picked"), ...named("underTopics"), ...fromSection].slice(0, RELATED_LENGTH),
  };
}

const neighbourIn = (story: RelatedStory): Neighbour => ({
  ...addressOf(story),
  headline: story.printed.headline,
});
const HOUR_MS = 3_600_000;

/**
 * Until when a story's page may show what is beside it: new ones come while a story is news;
 * an old story's company changes seldom. What must not be named any more goes by its own key.
 */
export function relatedUntil({ firstPublishedAt }: { firstPublishedAt: Date }, now: Date): Date {
  const age = now.getTime() - firstPublishedAt.getTime();
  return new Date(now.getTime() + (age < 48 * HOUR_MS ? HOUR_MS / 2 : 24 * HOUR_MS));
}
