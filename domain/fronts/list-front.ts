import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet } from "#db/reader.ts";
import { languagesOf, monthsOf, sliceOf, sourceOf } from "../lists/list-sql.ts";
import { prepareOnce } from "../publications/prepare-once.ts";
import { editionColumns, editionIn, type ListedRow, listedIn } from "../publications/reader-columns.ts";
import type { Edition, ListedStory, ReaderSection } from "../publications/reader-records.ts";
import type { Language } from "../vocabulary.ts";

/** How many of the newest stories a front lists below its leading ones. */
export const FRONT_LENGTH = 36;
/** How many stories that editors marked a front looks at; the newest lead is looked for by itself. */
const MARKED_LENGTH = 8;

export type FrontAnswer = {
  edition: Edition;
  /** Stories marked "Lead" or "Top story", newest first. */
  marked: ListedStory[];
  newest: ListedStory[];
  /** Months in which it has stories, "2026-11", newest first. */
  months: string[];
  /** Languages in which this list has anything: a language without stories is not announced. */
  languages: Language[];
};

const front = (kind: "language" | "section") =>
  prepareOnce((db) => {
    const source = sourceOf(kind, sql`${sql.placeholder("language")}`);
    const part = (limit: number, and?: SQL) =>
      sliceOf(source, { limit: sql.raw(String(limit)), ...(and && { and }) });
    return db
      .select({
        ...editionColumns,
        lead: part(1, sql`s.marks <> '{}' and 'lead' = any(s.marks)`),
        marked: part(MARKED_LENGTH, sql`s.marks <> '{}'`),
        newest: part(FRONT_LENGTH + MARKED_LENGTH),
        months: monthsOf(source),
        languages: languagesOf(kind),
      })
      .from(readerOutlet)
      .prepare(`reader_front_${kind}`);
  });

const languageFront = front("language");
const sectionFront = front("section");

type Row = Edition &
  Record<"lead" | "marked" | "newest", ListedRow[]> & {
    months: string[];
    languages: Language[];
  };

/** However many top stories came since, the newest lead is among the marked ones: it stands last then. */
function answerIn(row: Row): FrontAnswer {
  const { lead, marked: found, newest, months, languages } = row;
  const marked = [...found, ...lead.filter(({ number }) => found.every((one) => one.number !== number))];
  const stories = { marked: marked.map(listedIn), newest: newest.map(listedIn) };
  return { edition: editionIn(row), ...stories, months, languages };
}

/** What the front of a language is made of. Null: no outlet has been set up yet. */
export async function listLanguageFront(db: Database, language: string): Promise<FrontAnswer | null> {
  const [row] = await languageFront(db).execute({ language });
  return row ? answerIn(row) : null;
}

/** The same for one section; `section` is null when the outlet has none of that name. */
export async function listSectionFront(
  db: Database,
  language: string,
  slug: string,
): Promise<(FrontAnswer & { section: ReaderSection | null }) | null> {
  const [row] = await sectionFront(db).execute({ language, slug });
  if (!row) return null;
  const answer = answerIn(row);
  return { ...answer, section: answer.edition.sections.find((section) => section.slug === slug) ?? null };
}
