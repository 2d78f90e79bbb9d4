import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet } from "#db/reader.ts";
import { RENDERER_VERSION } from "../document/render-html.ts";
import { nameOf, sliceOf, sourceOf } from "../lists/list-sql.ts";
import type { ListKind, ListName, StoryList } from "../lists/named-list.ts";
import { prepareOnce } from "../publications/prepare-once.ts";
import {
  editionColumns,
  editionIn,
  type ListedRow,
  listedIn,
  picturesOf,
} from "../publications/reader-columns.ts";
import type { Edition, FeedStory } from "../publications/reader-records.ts";

/** Feeds carry whole texts: enough for a reader who looks in twice a day. */
const FEED_LENGTH = 30;

type FeedRow = ListedRow & Pick<FeedStory, "bodyHtml" | "document" | "pictures">;

const wholeText = sql`, 'bodyHtml', s.body_html, 'pictures', ${picturesOf(sql`s.id`)},
  'document', case when s.renderer_version <> ${sql.raw(String(RENDERER_VERSION))} then s.document end`;

const feed = (kind: ListKind) =>
  prepareOnce((db) =>
    db
      .select({
        ...editionColumns,
        name: nameOf(kind),
        stories: sliceOf<FeedRow>(
          sourceOf(kind, sql`${sql.placeholder("language")}`),
          { limit: sql.raw(String(FEED_LENGTH)) },
          wholeText,
        ),
      })
      .from(readerOutlet)
      .prepare(`reader_feed_${kind}`),
  );

const QUESTIONS = {
  language: feed("language"),
  section: feed("section"),
  topic: feed("topic"),
  byline: feed("byline"),
};

export type FeedAnswer = { edition: Edition; stories: FeedStory[]; name: ListName | null };

/**
 * The newest stories of a list with their whole texts. `name` is null when the outlet has no such
 * list. Null: no outlet has been set up yet.
 */
export async function listFeed(db: Database, language: string, list: StoryList): Promise<FeedAnswer | null> {
  const [row] = await QUESTIONS[list.kind](db).execute({ language, ...list });
  if (!row) return null;
  const stories = row.stories.map(({ bodyHtml, document, pictures, ...story }) => ({
    ...listedIn(story),
    ...{ bodyHtml, document, pictures },
  }));
  return { edition: editionIn(row), name: row.name, stories };
}
