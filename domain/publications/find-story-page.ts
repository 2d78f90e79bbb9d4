import { eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet, readerStories, readerWithdrawn } from "#db/reader.ts";
import { RENDERER_VERSION } from "../document/render-html.ts";
import type { StoryAddress } from "../site.ts";
import type { Language } from "../vocabulary.ts";
import { prepareOnce } from "./prepare-once.ts";
import { editionColumns, editionIn, noticesIn, noticesOf, picturesOf } from "./reader-columns.ts";
import type { Edition, Neighbour, PublishedStory, ReaderWord } from "./reader-records.ts";
import { relatedColumns, relatedIn } from "./related.ts";

export type Withdrawn = { number: number; language: Language; at: Date; note: string };

export type StoryPageAnswer = {
  edition: Edition;
  /** What is published under this number. */
  story: PublishedStory | null;
  /** Set when the story was taken back: its address answers with a notice. */
  withdrawn: Withdrawn | null;
};

/** The nearest story of the same section and language; the comparison is split so that the index bounds it. */
function neighbour(side: "previous" | "next"): SQL<Neighbour | null> {
  const { id, language, sectionId, firstPublishedAt } = readerStories;
  const [where, order] =
    side === "previous"
      ? [
          sql`n.first_published_at <= ${firstPublishedAt} and (n.first_published_at < ${firstPublishedAt} or n.id > ${id})`,
          sql`n.first_published_at desc nulls last, n.id`,
        ]
      : [
          sql`n.first_published_at >= ${firstPublishedAt} and (n.first_published_at > ${firstPublishedAt} or n.id < ${id})`,
          sql`n.first_published_at nulls first, n.id desc`,
        ];
  return sql`(select jsonb_build_object('number', n.number, 'language', n.language,
      'sectionSlug', n.section_slug, 'slug', n.printed->>'slug', 'headline', n.printed->>'headline')
    from reader.stories n
    where n.section_id = ${sectionId} and n.language = ${language} and ${where}
    order by ${order} limit 1)`;
}

const siblings = sql<StoryAddress[]>`(select coalesce(jsonb_agg(jsonb_build_object('number', f.number,
    'language', f.language, 'sectionSlug', f.section_slug, 'slug', f.printed->>'slug') order by f.number), '[]')
  from reader.stories f where f.family_id = ${readerStories.familyId} and f.id <> ${readerStories.id})`;

/** Its topics and bylines that have a page, as they are called today. */
const words = sql<ReaderWord[]>`(select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind,
    'slug', coalesce(t.slug, c.slug), 'labels', coalesce(t.labels, c.names)) order by t.slug, c.slug), '[]')
  from reader.listings l
  left join reader.topics t on l.kind = 'topic' and t.id = l.word_id
  left join reader.contributors c on l.kind = 'byline' and c.id = l.word_id
  where l.story_id = ${readerStories.id} and coalesce(t.id, c.id) is not null)`;

const signers = sql<string[]>`(select coalesce(jsonb_agg(l.word_id order by l.word_id), '[]')
  from reader.listings l where l.story_id = ${readerStories.id} and l.kind = 'byline')`;

/** A publication names bylines by their slugs of its day. */
const ledOn = sql<PublishedStory["ledOn"]>`(select coalesce(jsonb_object_agg(r.from_path, r.to_path), '{}')
  from jsonb_array_elements(${readerStories.printed}->'byline') signer
  join reader.redirects r on r.from_path = '/' || ${readerStories.language} || '/by/' || (signer->>'slug')
  where r.to_path is not null)`;

const { id, number, language, sectionSlug, sectionLabels, publicationNumber, printed, bodyHtml } =
  readerStories;
const { marks, firstPublishedAt, significantAt } = readerStories;
/** Columns only: drizzle then makes the whole group null where there is no such story. */
const storyColumns = {
  ...{ id, number, language, sectionSlug, sectionLabels, publicationNumber, printed, bodyHtml },
  ...{ marks, firstPublishedAt, significantAt },
};

const card = sql<PublishedStory["card"]>`(select jsonb_build_object('name', c.name, 'width', c.width,
    'height', c.height) from reader.share_cards c where c.story_id = ${readerStories.id})`;
const shares = sql<number>`coalesce((select t.shares from reader.share_totals t
    where t.story_id = ${readerStories.id}), 0)`;

const storyPage = prepareOnce((db) => {
  const number = sql.placeholder("number");
  return db
    .select({
      ...editionColumns,
      story: storyColumns,
      document: sql<
        PublishedStory["document"]
      >`case when ${readerStories.rendererVersion} <> ${RENDERER_VERSION}
        or exists (select 1 from reader.notices n where n.story_id = ${readerStories.id} and n.block_id is not null)
        then ${readerStories.document} end`,
      notices: sql<Parameters<typeof noticesIn>[0]>`${noticesOf(sql`${readerStories.id}`)}`,
      card,
      shares,
      ...{ siblings, words, signers, ledOn, ...relatedColumns },
      pictures: picturesOf(sql`${readerStories.id}`),
      previous: neighbour("previous"),
      next: neighbour("next"),
      withdrawn: {
        language: readerWithdrawn.language,
        at: readerWithdrawn.withdrawnAt,
        note: readerWithdrawn.note,
      },
    })
    .from(readerOutlet)
    .leftJoin(readerStories, eq(readerStories.number, number))
    .leftJoin(readerWithdrawn, eq(readerWithdrawn.number, number))
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
  const { document, card, shares, siblings, previous, next, words, signers, ledOn, pictures } = row;
  const leadId = columns.printed.lead?.pictureId;
  const story = {
    ...columns,
    ...{ document, card, shares, siblings, previous, next, words, signers, ledOn, pictures },
    picture: pictures.find((picture) => picture.id === leadId) ?? null,
    related: relatedIn(row, [previous, next]),
    section: { slug, labels },
    notices: noticesIn(row.notices),
  };
  return { edition, story, withdrawn: null };
}
