import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerSitemapMonths } from "#db/reader.ts";
import type { Labels } from "#db/shapes.ts";
import type { StoryAddress } from "../site.ts";
import type { Language } from "../vocabulary.ts";

/** The standard's limit is 50,000 addresses and 50 MB; no newsroom comes near it in a month of a language. */
const MOST_STORIES = 25_000;

export type SitemapMonth = { language: Language; month: string; changedAt: Date };

/** Every sitemap of stories that there is, and when it last changed. */
export async function listSitemapMonths(db: Database): Promise<SitemapMonth[]> {
  return db
    .select()
    .from(readerSitemapMonths)
    .orderBy(readerSitemapMonths.language, sql`${readerSitemapMonths.month} desc`);
}

export type SitemapLine = {
  address: StoryAddress;
  significantAt: Date;
  /** Every published language of it, its own among them. */
  family: StoryAddress[];
  /** Names of its pictures' public files. */
  pictures: string[];
};

type LineRow = Omit<StoryAddress, "language"> &
  Pick<SitemapLine, "family" | "pictures"> & { significant: string };

/** The stories that came out in one month ("2026-11" in UTC) of a language. */
export async function listSitemap(db: Database, language: Language, month: string): Promise<SitemapLine[]> {
  const first = sql`(${month}::text || '-01')::timestamp`;
  const { rows } = await db.execute<LineRow>(sql`
    select s.number, s.section_slug as "sectionSlug", s.printed->>'slug' as slug, s.significant_at as significant,
           (select jsonb_agg(jsonb_build_object('number', f.number, 'language', f.language,
                     'sectionSlug', f.section_slug, 'slug', f.printed->>'slug') order by f.number)
              from reader.stories f where f.family_id = s.family_id) as family,
           (select coalesce(jsonb_agg(name), '[]') from (
              select distinct (select r.value->>'name' from jsonb_array_elements(v.printable->'files') r
                                where r.value->>'format' = 'jpeg' and r.value->>'crop' = 'full'
                                order by (r.value->>'width')::int desc limit 1) as name
                from reader.picture_uses u join reader.pictures v on v.id = u.picture_id
               where u.story_id = s.id) p where name is not null) as pictures
      from reader.stories s
     where s.language = ${language}
       and s.first_published_at >= ${first} at time zone 'UTC'
       and s.first_published_at < (${first} + interval '1 month') at time zone 'UTC'
     order by s.first_published_at desc nulls last, s.id
     limit ${MOST_STORIES}`);
  return rows.map(({ number, sectionSlug, slug, significant, family, pictures }) => ({
    address: { number, language, sectionSlug, slug },
    significantAt: new Date(significant),
    ...{ family, pictures },
  }));
}

/** A topic or byline that has stories, with the languages in which it has any. */
export type ListedWord = { kind: "topic" | "byline"; slug: string; labels: Labels; languages: Language[] };

const MOST_WORDS = 5_000;

/** The topics and bylines that have pages with stories on them. */
export async function listWordsWithStories(db: Database): Promise<ListedWord[]> {
  const { rows } = await db.execute<ListedWord>(sql`
    select w.kind, w.slug, w.labels, coalesce(l.languages, '[]') as languages
      from (select 'topic' as kind, id, slug, labels from reader.topics
            union all select 'byline', id, slug, names from reader.contributors) w
     cross join lateral (
       select jsonb_agg(o.code) as languages from reader.outlet, jsonb_array_elements_text(settings->'languages') o(code)
        where (select g.story_id from reader.listings g
                where g.kind = w.kind and g.word_id = w.id and g.language = o.code
                order by g.first_published_at desc nulls last, g.story_id limit 1) is not null) l
     where l.languages is not null
     order by w.kind, w.slug limit ${MOST_WORDS}`);
  return rows;
}

export type NewsLine = { address: StoryAddress; headline: string; publishedAt: Date };

/** A news sitemap holds what came out in the last two days, a thousand at most. */
export const NEWS_HOURS = 48;
const MOST_NEWS = 1_000;

/** What came out in a language since then, newest first. */
export async function listNews(db: Database, language: string, since: Date): Promise<NewsLine[]> {
  const { rows } = await db.execute<
    Omit<StoryAddress, "language"> & { headline: string; published: string; language: Language }
  >(sql`
    select s.number, s.language, s.section_slug as "sectionSlug", s.printed->>'slug' as slug,
           s.printed->>'headline' as headline, s.first_published_at as published
      from reader.stories s
     where s.language = ${language} and s.first_published_at > ${since.toISOString()}::timestamptz
     order by s.first_published_at desc nulls last, s.id
     limit ${MOST_NEWS}`);
  return rows.map(({ headline, published, ...address }) => ({
    address,
    headline,
    publishedAt: new Date(published),
  }));
}
