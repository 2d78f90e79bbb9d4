import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet } from "#db/reader.ts";
import { RENDERER_VERSION } from "../document/render-html.ts";
import { prepareOnce } from "../publications/prepare-once.ts";
import {
  editionColumns,
  editionIn,
  type ListedRow,
  listedIn,
  listedJson,
  newestFirst,
} from "../publications/reader-columns.ts";
import type { Edition, FeedStory, ReaderSection } from "../publications/reader-records.ts";

/** Feeds carry whole texts: enough for a reader who looks in twice a day. */
const FEED_LENGTH = 30;

type FeedRow = ListedRow & { bodyHtml: string; document: FeedStory["document"] };

const feed = (name: string, where: SQL) =>
  prepareOnce((db) =>
    db
      .select({
        ...editionColumns,
        stories: sql<
          FeedRow[]
        >`(select coalesce(jsonb_agg(jsonb_build_object(${listedJson}, 'bodyHtml', s.body_html,
            'document', case when s.renderer_version <> ${RENDERER_VERSION} then s.document end)
            order by ${newestFirst}), '[]')
          from (select * from reader.stories s where s.language = ${sql.placeholder("language")} and ${where}
            order by ${newestFirst} limit ${sql.raw(String(FEED_LENGTH))}) s)`,
      })
      .from(readerOutlet)
      .prepare(name),
  );

const languageFeed = feed("reader_language_feed", sql`true`);
const sectionFeed = feed(
  "reader_section_feed",
  sql`s.section_id = (select c.id from reader.sections c where c.slug = ${sql.placeholder("slug")})`,
);

export type FeedAnswer = { edition: Edition; stories: FeedStory[]; section: ReaderSection | null };

/**
 * The newest stories of a language, or of one of its sections, with their whole texts.
 * `section` is null when none was asked for or the outlet has none of that name. Null: no
 * outlet has been set up yet.
 */
export async function listFeed(
  db: Database,
  language: string,
  slug: string | null,
): Promise<FeedAnswer | null> {
  const [row] =
    slug === null
      ? await languageFeed(db).execute({ language })
      : await sectionFeed(db).execute({ language, slug });
  if (!row) return null;
  const edition = editionIn(row);
  return {
    edition,
    stories: row.stories.map((story) => ({
      ...listedIn(story),
      bodyHtml: story.bodyHtml,
      document: story.document,
    })),
    section: edition.sections.find((section) => section.slug === slug) ?? null,
  };
}
