import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { readerOutlet } from "#db/reader.ts";
import { prepareOnce } from "../publications/prepare-once.ts";
import {
  editionColumns,
  editionIn,
  type ListedRow,
  listedIn,
  listedJson,
  newestFirst,
} from "../publications/reader-columns.ts";
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
  /** Languages in which this list has anything: a language without stories is not announced. */
  languages: Language[];
};

const bySection = sql`s.section_id = (select c.id from reader.sections c where c.slug = ${sql.placeholder("slug")})`;
const everywhere = sql`true`;

function listed(where: SQL, limit: number): SQL<ListedRow[]> {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object(${listedJson}) order by ${newestFirst}), '[]')
    from (select * from reader.stories s where s.language = ${sql.placeholder("language")} and ${where}
      order by ${newestFirst} limit ${sql.raw(String(limit))}) s)`;
}

const languagesWith = (where: SQL) => sql<Language[]>`(select coalesce(jsonb_agg(l.code), '[]')
  from jsonb_array_elements_text(${readerOutlet.settings}->'languages') l(code)
  where (select s.number from reader.stories s where s.language = l.code and ${where}
    order by ${newestFirst} limit 1) is not null)`;

const front = (name: string, where: SQL) =>
  prepareOnce((db) =>
    db
      .select({
        ...editionColumns,
        lead: listed(sql`${where} and s.marks <> '{}' and 'lead' = any(s.marks)`, 1),
        marked: listed(sql`${where} and s.marks <> '{}'`, MARKED_LENGTH),
        newest: listed(where, FRONT_LENGTH + MARKED_LENGTH),
        languages: languagesWith(where),
      })
      .from(readerOutlet)
      .prepare(name),
  );

const languageFront = front("reader_language_front", everywhere);
const sectionFront = front("reader_section_front", bySection);

type Row = Edition & { lead: ListedRow[]; marked: ListedRow[]; newest: ListedRow[]; languages: Language[] };

/** However many top stories came since, the newest lead is among the marked ones: it stands last then. */
function answerIn(row: Row): FrontAnswer {
  const { lead, marked: found, newest, languages } = row;
  const edition = editionIn(row);
  const marked = [...found, ...lead.filter(({ number }) => found.every((one) => one.number !== number))];
  return { edition, marked: marked.map(listedIn), newest: newest.map(listedIn), languages };
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
