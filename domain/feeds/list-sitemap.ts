import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import type { StoryAddress } from "../site.ts";
import type { Language } from "../vocabulary.ts";

/**
 * Story numbers in one part. The standard allows 50,000 addresses and 50 MB; parts by number
 * stay the same for ever, and this many lines with their alternates are about 10 MB.
 */
export const PART_SIZE = 20_000;
/** Up to this many stories need no parts: one file holds them all. */
export const ONE_PART = PART_SIZE;

export type SitemapLine = { address: StoryAddress; significantAt: Date; family: StoryAddress[] };
export type SitemapPart = { part: number; significantAt: Date; stories: number };

type PartRow = { part: number; significant: string; stories: number };
type LineRow = {
  number: number;
  language: Language;
  section: string;
  slug: string;
  significant: string;
  family: string;
  inside: boolean;
};

/** The parts that have any published story, with their latest significant change. */
export async function listSitemapParts(db: Database): Promise<SitemapPart[]> {
  const parts = await db.execute<PartRow>(sql`
    select ((number - 1) / ${sql.raw(String(PART_SIZE))} + 1)::int as part, max(significant_at) as significant,
           count(*)::int as stories
      from reader.stories group by 1 order by 1`);
  return parts.rows.map(({ part, significant, stories }) => ({
    part,
    significantAt: new Date(significant),
    stories,
  }));
}

/** The stories of one part, each with every language of it; all stories when no part is asked for. */
export async function listSitemap(db: Database, part: number | null): Promise<SitemapLine[]> {
  const inPart: SQL =
    part === null ? sql`true` : sql`s.number > ${(part - 1) * PART_SIZE} and s.number <= ${part * PART_SIZE}`;
  const { rows } = await db.execute<LineRow>(sql`
    select s.number, s.language, s.section_slug as section, s.printed->>'slug' as slug,
           s.significant_at as significant, s.family_id as family, (${inPart}) as inside
      from reader.stories s
     where ${part === null ? sql`true` : sql`s.family_id in (select s.family_id from reader.stories s where ${inPart})`}
     order by s.number`);
  const families = Map.groupBy(rows, ({ family }) => family);
  return rows
    .filter(({ inside }) => inside)
    .map((row) => ({
      address: addressIn(row),
      significantAt: new Date(row.significant),
      family: (families.get(row.family) ?? []).map(addressIn),
    }));
}

function addressIn({ number, language, section, slug }: LineRow): StoryAddress {
  return { number, language, sectionSlug: section, slug };
}
