import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet } from "#db/reader.ts";
import { prepareOnce } from "../publications/prepare-once.ts";
import { editionColumns, editionIn, listedIn } from "../publications/reader-columns.ts";
import type { Edition, ListedStory } from "../publications/reader-records.ts";
import type { Language } from "../vocabulary.ts";
import { between, languagesOf, monthsOf, newsroomZone, sliceOf, sourceOf } from "./list-sql.ts";

/** More than any newsroom publishes in a day; a day is one page. */
const MOST_A_DAY = 500;

/** A day of the newsroom's calendar and how many stories came out in it. */
export type ArchiveDay = { day: string; stories: number };

export type ArchiveAnswer = {
  edition: Edition;
  /** Days of the month that was asked for, in order. */
  days: ArchiveDay[];
  months: string[];
  languages: Language[];
};

const source = sourceOf("language", sql`${sql.placeholder("language")}`);
const day = sql`${sql.placeholder("day")}::text::timestamp`;
const onDay = between(source.at, day, sql`${day} + interval '1 day'`);

const archive = prepareOnce((db) => {
  const asked = sql`(${sql.placeholder("month")}::text || '-01')::timestamp`;
  return db
    .select({
      ...editionColumns,
      days: sql<
        ArchiveDay[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'stories', d.stories)
          order by d.day), '[]')
        from (select to_char(s.first_published_at at time zone ${newsroomZone}, 'YYYY-MM-DD') as day,
                count(*)::int as stories
          from ${source.bare} where ${source.where}
            and ${between(source.at, asked, sql`${asked} + interval '1 month'`)} group by 1) d)`,
      months: monthsOf(source),
      languages: languagesOf("language"),
    })
    .from(readerOutlet)
    .prepare("reader_archive");
});

/** The days of a month ("2026-11") on which anything came out, and every month that has any. */
export async function listArchive(
  db: Database,
  language: string,
  month: string,
): Promise<ArchiveAnswer | null> {
  const [row] = await archive(db).execute({ language, month });
  if (!row) return null;
  const { days, months, languages } = row;
  return { edition: editionIn(row), days, months, languages };
}

const aDay = prepareOnce((db) =>
  db
    .select({
      ...editionColumns,
      stories: sliceOf(source, { and: onDay, limit: sql.raw(String(MOST_A_DAY)) }),
      previous: sql<
        string | null
      >`(select to_char(s.first_published_at at time zone ${newsroomZone}, 'YYYY-MM-DD')
        from ${source.bare} where ${source.where} and s.first_published_at < ${day} at time zone ${newsroomZone}
        order by ${source.order} limit 1)`,
      next: sql<
        string | null
      >`(select to_char(s.first_published_at at time zone ${newsroomZone}, 'YYYY-MM-DD')
        from ${source.bare} where ${source.where}
          and s.first_published_at >= (${day} + interval '1 day') at time zone ${newsroomZone}
        order by s.first_published_at nulls first limit 1)`,
      languages: sql<Language[]>`(select coalesce(jsonb_agg(o.code), '[]')
        from jsonb_array_elements_text(${readerOutlet.settings}->'languages') o(code)
        where (select s.id from reader.catalogue s where s.language = o.code and ${onDay}
          order by ${source.order} limit 1) is not null)`,
    })
    .from(readerOutlet)
    .prepare("reader_day"),
);

export type DayAnswer = {
  edition: Edition;
  stories: ListedStory[];
  /** The nearest days before and after on which anything came out. */
  previous: string | null;
  next: string | null;
  languages: Language[];
};

/** What came out on one day ("2026-11-25") of the newsroom's calendar, newest first. */
export async function listDay(db: Database, language: string, which: string): Promise<DayAnswer | null> {
  const [row] = await aDay(db).execute({ language, day: which });
  if (!row) return null;
  const { stories, previous, next, languages } = row;
  return { edition: editionIn(row), stories: stories.map(listedIn), previous, next, languages };
}

/** "2026-11-25" when it is a day of a calendar, "2026-11" a month; null: neither. */
export function archiveDateIn(segment: string): { kind: "day" | "month"; date: string } | null {
  const match = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(\d\d))?$/.exec(segment);
  if (!match) return null;
  const [, year, month, date] = match;
  if (date === undefined) return { kind: "month", date: segment };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number(date) >= 1 && Number(date) <= last ? { kind: "day", date: segment } : null;
}
