import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet } from "#db/reader.ts";
import { prepareOnce } from "../publications/prepare-once.ts";
import { editionColumns, editionIn, listedIn } from "../publications/reader-columns.ts";
import type { Edition, ListedStory } from "../publications/reader-records.ts";
import type { Language } from "../vocabulary.ts";
import { languagesOf, monthsOf, nameOf, sliceOf, sourceOf } from "./list-sql.ts";
import type { ListKind, ListName, StoryList } from "./named-list.ts";

/** How many stories the newest page of a list holds; older ones stand under their months. */
export const NEWEST_LENGTH = 40;

export type ListAnswer = {
  edition: Edition;
  /** Null: the outlet has no such list. */
  name: ListName | null;
  stories: ListedStory[];
  /** Months in which it has stories, "2026-11", newest first. */
  months: string[];
  languages: Language[];
};

const newest = (kind: ListKind) =>
  prepareOnce((db) => {
    const source = sourceOf(kind, sql`${sql.placeholder("language")}`);
    return db
      .select({
        ...editionColumns,
        name: nameOf(kind),
        stories: sliceOf(source, { limit: sql.raw(String(NEWEST_LENGTH)) }),
        months: monthsOf(source),
        languages: languagesOf(kind),
      })
      .from(readerOutlet)
      .prepare(`reader_newest_${kind}`);
  });

const QUESTIONS = {
  language: newest("language"),
  section: newest("section"),
  topic: newest("topic"),
  byline: newest("byline"),
};

/** The newest stories of a list and the way to older ones. Null: no outlet has been set up yet. */
export async function listNewest(
  db: Database,
  language: string,
  list: StoryList,
): Promise<ListAnswer | null> {
  const [row] = await QUESTIONS[list.kind](db).execute({ language, ...list });
  if (!row) return null;
  const { name, stories, months, languages } = row;
  return { edition: editionIn(row), name, stories: stories.map(listedIn), months, languages };
}
