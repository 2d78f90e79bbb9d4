/**
 * How the lists that readers can follow are asked of the database. Each is asked in the order of an index that holds it, so that its newest page, its feed or one month
 * of it costs the same with a thousand stories and with a hundred thousand.
 */
import { type SQL, sql } from "drizzle-orm";
import { readerOutlet } from "#db/reader.ts";
import { type ListedRow, listedJson, newestFirst, pictureRow } from "../publications/reader-columns.ts";
import type { Language } from "../vocabulary.ts";
import type { ListKind, ListName } from "./named-list.ts";

/**
 * Where a list's stories are: `s` is the row of reader.stories, `at` and `order` are its index's.
 * `bare` is the same without words, for questions that only ask when, for every month of it: only
 * `where`, `at` and `order` go with it.
 */
export type ListSource = { from: SQL; bare: SQL; where: SQL; at: SQL; order: SQL };

const slug = sql`${sql.placeholder("slug")}`;

export function sourceOf(kind: ListKind, language: SQL): ListSource {
  const stories = {
    from: sql`reader.stories s`,
    bare: sql`reader.catalogue s`,
    at: sql`s.first_published_at`,
    order: newestFirst,
  };
  switch (kind) {
    case "language":
      return { ...stories, where: sql`s.language = ${language}` };
    case "section": {
      const section = sql`(select c.id from reader.sections c where c.slug = ${slug})`;
      return { ...stories, where: sql`s.language = ${language} and s.section_id = ${section}` };
    }
    case "topic":
      return listed("topic", sql`(select t.id from reader.topics t where t.slug = ${slug})`, language);
    case "byline":
      return listed("byline", sql`(select c.id from reader.contributors c where c.slug = ${slug})`, language);
    default:
      return kind satisfies never;
  }
}

function listed(kind: "topic" | "byline", wordId: SQL, language: SQL): ListSource {
  return {
    from: sql`reader.listings l join reader.stories s on s.id = l.story_id`,
    bare: sql`reader.listings l`,
    where: sql`l.kind = ${sql.raw(`'${kind}'`)} and l.word_id = ${wordId} and l.language = ${language}`,
    at: sql`l.first_published_at`,
    order: sql`l.first_published_at desc nulls last, l.story_id`,
  };
}

/** Whose list it is, as JSON; null: the outlet has none of that name. */
export function nameOf(kind: ListKind): SQL<ListName | null> {
  const none = sql`'{}'::jsonb`;
  const row = (labels: SQL, about: SQL, portrait: SQL) =>
    sql`json_build_object('slug', n.slug, 'labels', ${labels}, 'about', ${about}, 'portrait', ${portrait})`;
  switch (kind) {
    case "language":
      return sql`json_build_object('slug', '', 'labels', ${readerOutlet.settings}->'name',
        'about', coalesce(${readerOutlet.settings}->'description', ${none}), 'portrait', null)`;
    case "section":
      return sql`(select ${row(sql`n.labels`, none, sql`null`)} from reader.sections n where n.slug = ${slug})`;
    case "topic":
      return sql`(select ${row(sql`n.labels`, sql`n.descriptions`, sql`null`)}
        from reader.topics n where n.slug = ${slug})`;
    case "byline":
      return sql`(select ${row(sql`n.names`, sql`n.biography`, pictureRow(sql`n.picture_id`))}
        from reader.contributors n where n.slug = ${slug})`;
    default:
      return kind satisfies never;
  }
}

type Slice = { and?: SQL; limit: SQL; offset?: SQL };

/** A slice of a list as JSON, newest first. `more` is what each story says beside a list's line. */
export function sliceOf<Row = ListedRow>(
  { from, where, order }: ListSource,
  { and = sql`true`, limit, offset = sql`0` }: Slice,
  more: SQL = sql``,
): SQL<Row[]> {
  return sql`(select coalesce(json_agg(json_build_object(${listedJson}${more}) order by ${newestFirst}), '[]')
    from (select s.* from ${from} where ${where} and ${and} order by ${order} limit ${limit} offset ${offset}) s)`;
}

/** The languages of the outlet in which a list has anything: another is not announced. */
export function languagesOf(kind: ListKind): SQL<Language[]> {
  const { bare, where, at, order } = sourceOf(kind, sql`o.code`);
  return sql`(select coalesce(jsonb_agg(o.code), '[]')
    from jsonb_array_elements_text(${readerOutlet.settings}->'languages') o(code)
    where (select ${at} from ${bare} where ${where} order by ${order} limit 1) is not null)`;
}

export const newsroomZone = sql`(${readerOutlet.settings}->>'timeZone')`;

/** Instants of the newsroom's calendar: from the first moment of one day to the first of another. */
export function between(at: SQL, from: SQL, to: SQL): SQL {
  return sql`${at} >= (${from}) at time zone ${newsroomZone} and ${at} < (${to}) at time zone ${newsroomZone}`;
}

/**
 * The months in which a list has stories, "2026-11", newest first: one look into the index for each
 * month. As `exists` the looks would become one join, which reads every story once a month.
 */
export function monthsOf({ bare, where, at, order }: ListSource): SQL<string[]> {
  const oldest = sql`${at} nulls first`;
  const nearest = (which: SQL, way: SQL) =>
    sql`(select ${at} from ${bare} where ${which} order by ${way} limit 1)`;
  const monthOf = (way: SQL) => sql`date_trunc('month', ${nearest(where, way)} at time zone ${newsroomZone})`;
  const inMonth = sql`${where} and ${between(at, sql`m.month`, sql`m.month + interval '1 month'`)}`;
  return sql`(select coalesce(jsonb_agg(to_char(m.month, 'YYYY-MM') order by m.month desc), '[]')
    from generate_series(${monthOf(oldest)}, ${monthOf(order)}, interval '1 month') m(month)
    where ${nearest(inMonth, order)} is not null)`;
}
