import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet } from "#db/reader.ts";
import { prepareOnce } from "../publications/prepare-once.ts";
import { editionColumns, editionIn, listedIn } from "../publications/reader-columns.ts";
import type { Edition, ListedStory } from "../publications/reader-records.ts";
import type { Language } from "../vocabulary.ts";
import { between, languagesOf, monthsOf, nameOf, sliceOf, sourceOf } from "./list-sql.ts";
import type { ListKind, ListName, StoryList } from "./named-list.ts";

/** Stories on one page of a month. */
export const MONTH_LENGTH = 100;

export type MonthAnswer = {
  edition: Edition;
  name: ListName | null;
  stories: ListedStory[];
  /** How many pages the month has; 0: nothing came out in it. */
  pages: number;
  months: string[];
  languages: Language[];
};

export type WhichMonth = { month: string; pageNumber: number };

const month = (kind: ListKind) =>
  prepareOnce((db) => {
    const source = sourceOf(kind, sql`${sql.placeholder("language")}`);
    const first = sql`(${sql.placeholder("month")}::text || '-01')::timestamp`;
    const inside = between(source.at, first, sql`${first} + interval '1 month'`);
    const limit = sql.raw(String(MONTH_LENGTH));
    return db
      .select({
        ...editionColumns,
        name: nameOf(kind),
        stories: sliceOf(source, {
          and: inside,
          limit,
          offset: sql`(${sql.placeholder("page")}::int - 1) * ${limit}`,
        }),
        count: sql<number>`(select count(*)::int from ${source.bare} where ${source.where} and ${inside})`,
        months: monthsOf(source),
        languages: languagesOf(kind),
      })
      .from(readerOutlet)
      .prepare(`reader_month_${kind}`);
  });

const QUESTIONS = {
  language: month("language"),
  section: month("section"),
  topic: month("topic"),
  byline: month("byline"),
};

/**
 * One page of what a list had in a month of the newsroom's calendar, newest first. A month that
 * is over changes only when one of its stories does, so its pages keep their addresses.
 */
export async function listMonth(
  db: Database,
  language: string,
  list: StoryList,
  { month, pageNumber }: WhichMonth,
): Promise<MonthAnswer | null> {
  const [row] = await QUESTIONS[list.kind](db).execute({ language, month, page: pageNumber, ...list });
  if (!row) return null;
  const { name, stories, count, months, languages } = row;
  return {
    edition: editionIn(row),
    ...{ name, months, languages, pages: Math.ceil(count / MONTH_LENGTH) },
    stories: stories.map(listedIn),
  };
}

/** The month and page that an address asks for: "2026-11", or "2026-11" and "2". Null: it asks for neither. */
export function monthIn(segments: readonly string[]): WhichMonth | null {
  const [month = "", page, ...rest] = segments;
  if (!/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(month) || rest.length > 0) return null;
  if (page === undefined) return { month, pageNumber: 1 };
  return /^(?:[2-9]|[1-9]\d{1,2})$/.test(page) ? { month, pageNumber: Number(page) } : null;
}
