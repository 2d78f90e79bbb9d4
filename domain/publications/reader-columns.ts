/** The pieces of SQL that the reader's questions share. They name views of schema `reader` only. */
import { type SQL, sql } from "drizzle-orm";
import { readerOutlet } from "#db/reader.ts";
import type { Labels, Printed } from "#db/shapes.ts";
import type { Language, NoticeKind } from "../vocabulary.ts";
import type {
  Edition,
  Imprint,
  ListedStory,
  ReaderNotice,
  ReaderPicture,
  ReaderSection,
} from "./reader-records.ts";

/** Comes with every answer, so that a page is printed from one moment of the database. */
export const editionColumns = {
  settings: readerOutlet.settings,
  sections: sql<
    ReaderSection[]
  >`(select coalesce(json_agg(json_build_object('slug', c.slug, 'labels', c.labels)
    order by c.position, c.slug), '[]') from reader.sections c)`,
  imprint: sql<Imprint>`json_build_object(
    'pages', (select coalesce(json_agg(json_build_object('familyId', g.family_id, 'language', g.language,
        'slug', g.slug, 'role', g.role, 'title', g.printed->>'headline') order by g.id), '[]')
      from reader.site_pages g),
    'topics', (select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'labels', t.labels)), '[]')
      from jsonb_path_query(${readerOutlet.settings}, '$.menus.*[*].topicId') named
      join reader.topics t on t.id = (named #>> '{}')::uuid),
    'pictures', (select coalesce(json_object_agg(p.id, p.printable), '{}')
      from jsonb_path_query(${readerOutlet.settings}, '$.brand.pictures.* ? (@ != null)') named
      join reader.pictures p on p.id = (named #>> '{}')::uuid))`,
};

/** The edition in an answer that has these columns. */
export function editionIn({ settings, sections, imprint }: Edition): Edition {
  return { settings, sections, imprint };
}

type NoticeRow = { kind: NoticeKind; at: string; note: string; blockId: string | null };

/** A story's notices as JSON, newest first. */
export function noticesOf(storyId: SQL): SQL<NoticeRow[]> {
  return sql`(select coalesce(json_agg(json_build_object('kind', n.kind, 'at', n.noticed_at, 'note', n.note,
    'blockId', n.block_id) order by n.noticed_at desc, n.id desc), '[]') as notices
    from reader.notices n where n.story_id = ${storyId})`;
}

/** A picture by the id that a text names, as JSON: without `printable` once it was pulled. */
export function pictureRow(pictureId: SQL): SQL {
  return sql`(select json_build_object(${pictureJson}) from (select ${pictureId} as id) u
    left join reader.pictures v on v.id = u.id where u.id is not null)`;
}

export const pictureJson = sql`'id', u.id, 'printable', v.printable, 'credit', coalesce(v.credit, ''),
  'isReplaced', coalesce(v.is_replaced = 1, false)`;

/** Every picture that a story names, over it and in its body. */
export function picturesOf(storyId: SQL): SQL<ReaderPicture[]> {
  return sql`(select coalesce(json_agg(json_build_object(${pictureJson})), '[]')
    from (select distinct p.picture_id as id from reader.picture_uses p where p.story_id = ${storyId}) u
    left join reader.pictures v on v.id = u.id)`;
}

/** Newest first, in the very order of the indexes (`nulls last` is theirs): another order reads every story. */
export const newestFirst = sql`s.first_published_at desc nulls last, s.id`;

/** JSON carries instants as text. */
export type ListedRow = {
  id: string;
  number: number;
  language: Language;
  slug: string;
  labels: Labels;
  printed: Printed;
  marks: string[];
  first: string;
  significant: string;
  notices: NoticeRow[];
  picture: ReaderPicture | null;
};

/** What a story's own row says of its lead picture; `s` is the row of reader.stories. */
export const leadPictureId = sql`(s.printed->'lead'->>'pictureId')::uuid`;

/** One story of a list as JSON, but for its picture; `s` is the row of reader.stories. */
export const wordsJson = sql`'id', s.id, 'number', s.number, 'language', s.language,
  'slug', s.section_slug, 'labels', s.section_labels, 'printed', s.printed, 'marks', s.marks,
  'first', s.first_published_at, 'significant', s.significant_at, 'notices', ${noticesOf(sql`s.id`)}`;

/** The same with its picture. */
export const listedJson = sql`${wordsJson}, 'picture', ${pictureRow(leadPictureId)}`;

export function noticesIn(rows: readonly NoticeRow[]): ReaderNotice[] {
  return rows.map(({ at, ...notice }) => ({ ...notice, at: new Date(at) }));
}

export function listedIn(row: ListedRow): ListedStory {
  const { id, number, language, slug, labels, printed, marks, first, significant, notices, picture } = row;
  return {
    id,
    number,
    language,
    section: { slug, labels },
    printed,
    marks,
    firstPublishedAt: new Date(first),
    significantAt: new Date(significant),
    notices: noticesIn(notices),
    picture,
  };
}
