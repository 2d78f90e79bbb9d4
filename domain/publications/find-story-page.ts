import { eq, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet, readerStories, readerWithdrawn } from "#db/reader.ts";
import { RENDERER_VERSION } from "../document/render-html.ts";
import type { Language } from "../vocabulary.ts";
import { besideColumns, besideIn, besideStory } from "./beside.ts";
import { prepareOnce } from "./prepare-once.ts";
import { editionColumns, editionIn, noticesIn, noticesOf } from "./reader-columns.ts";
import type { Edition, PublishedStory, ReaderWord } from "./reader-records.ts";

export type Withdrawn = { number: number; language: Language; at: Date; note: string };

export type StoryPageAnswer = {
  edition: Edition;
  /** What is published under this number. */
  story: PublishedStory | null;
  /** Set when the story was taken back: its address answers with a notice. */
  withdrawn: Withdrawn | null;
};

const storyId = sql`${readerStories.id}`;

/**
 * Its topics and bylines that have a page, as they are called today, and everybody under whose name
 * it is listed. Joined laterally as `listed`.
 */
const listed = sql`(select
    coalesce(json_agg(json_build_object('kind', l.kind, 'slug', coalesce(t.slug, c.slug),
      'labels', coalesce(t.labels, c.names)) order by t.slug, c.slug)
      filter (where coalesce(t.id, c.id) is not null), '[]') as words,
    coalesce(json_agg(l.word_id order by l.word_id) filter (where l.kind = 'byline'), '[]') as signers
  from reader.listings l
  left join reader.topics t on l.kind = 'topic' and t.id = l.word_id
  left join reader.contributors c on l.kind = 'byline' and c.id = l.word_id
  where l.story_id = ${storyId}) listed`;

/** A publication names bylines by their slugs of its day. */
const ledOn = sql<PublishedStory["ledOn"]>`(select coalesce(json_object_agg(r.from_path, r.to_path), '{}')
  from jsonb_array_elements(${readerStories.printed}->'byline') signer
  join reader.moved_paths r on r.from_path = '/' || ${readerStories.language} || '/by/' || (signer->>'slug'))`;

const { id, number, language, sectionSlug, sectionLabels, publicationNumber, printed, bodyHtml } =
  readerStories;
const { marks, firstPublishedAt, significantAt } = readerStories;
/** Columns only: drizzle then makes the whole group null where there is no such story. */
const storyColumns = {
  ...{ id, number, language, sectionSlug, sectionLabels, publicationNumber, printed, bodyHtml },
  ...{ marks, firstPublishedAt, significantAt },
};

const card = sql<PublishedStory["card"]>`(select json_build_object('name', c.name, 'width', c.width,
    'height', c.height) from reader.share_cards c where c.story_id = ${storyId})`;
const shares = sql<number>`coalesce((select t.shares from reader.share_totals t
    where t.story_id = ${storyId}), 0)`;

const storyPage = prepareOnce((db) => {
  const number = sql.placeholder("number");
  return db
    .select({
      ...editionColumns,
      story: storyColumns,
      document: sql<
        PublishedStory["document"]
      >`case when ${readerStories.rendererVersion} <> ${RENDERER_VERSION}
        or jsonb_path_exists(told.notices::jsonb, '$[*].blockId ? (@ != null)') then ${readerStories.document} end`,
      notices: sql<Parameters<typeof noticesIn>[0]>`told.notices`,
      words: sql<ReaderWord[]>`listed.words`,
      signers: sql<string[]>`listed.signers`,
      ...{ card, shares, ledOn, ...besideColumns },
      withdrawn: {
        language: readerWithdrawn.language,
        at: readerWithdrawn.withdrawnAt,
        note: readerWithdrawn.note,
      },
    })
    .from(readerOutlet)
    .leftJoin(readerStories, eq(readerStories.number, number))
    .leftJoin(readerWithdrawn, eq(readerWithdrawn.number, number))
    .leftJoinLateral(sql`${noticesOf(storyId)} told`, sql`true`)
    .leftJoinLateral(listed, sql`true`)
    .leftJoinLateral(besideStory, sql`true`)
    .prepare("reader_story_page");
});

/**
 * Everything that the page at a story's number prints, in one round trip: the story with its
 * notices, languages and neighbours, or that it was withdrawn, or neither. Null: no outlet has
 * been set up yet.
 */
export async function findStoryPage(db: Database, number: number): Promise<StoryPageAnswer | null> {
  const [row] = await storyPage(db).execute({ number });
  if (!row) return null;
  const edition = editionIn(row);
  if (row.story === null) {
    return { edition, story: null, withdrawn: row.withdrawn && { number, ...row.withdrawn } };
  }
  const { sectionSlug: slug, sectionLabels: labels, ...columns } = row.story;
  const { document, card, shares, words, signers, ledOn } = row;
  const beside = besideIn(row);
  const leadId = columns.printed.lead?.pictureId;
  const story = {
    ...{ ...columns, document, card, shares, words, signers, ledOn, ...beside },
    picture: beside.pictures.find((picture) => picture.id === leadId) ?? null,
    section: { slug, labels },
    notices: noticesIn(row.notices),
  };
  return { edition, story, withdrawn: null };
}
