import { and, asc, count, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { contributors, people } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { foldForSearch } from "../languages/fold.ts";
import { LANGUAGE_CODES, type Language, type WordKind } from "../vocabulary.ts";
import { type ListWordsInput, listWordsInput } from "./input.ts";
import { authorizeWords, KINDS, type WordRow, wordColumns } from "./kinds.ts";
import { countUses } from "./uses.ts";

export type ListedWord = {
  wordId: string;
  slug: string;
  labels: Labels;
  isHidden: boolean;
  /** Stories that name it, as far as this person may see them. */
  stories: number;
  /** Whose account a byline belongs to: for the newsroom's eyes. */
  personName: string | null;
};

/** A search folds every label of its list: more words than this are not looked through. */
const MOST = 20_000;

/**
 * One page of a list of words in the order of their English (else any) label. A search finds a word
 * by any of its labels however it was typed, by its address, and by words that were merged into it.
 */
export async function listWords(
  ctx: Ctx,
  input: ListWordsInput,
): Promise<{ rows: ListedWord[]; total: number }> {
  const { kind, search, missing, page, limit } = listWordsInput.parse(input);
  authorizeWords(ctx.actor, kind);
  const offset = (page - 1) * limit;
  const wanted = search?.trim() ?? "";
  const found =
    wanted === ""
      ? await pageOf(ctx, kind, missing, { offset, limit })
      : await searched(ctx, kind, { wanted, missing, offset, limit });
  const ids = found.words.map(({ id }) => id);
  const [merged, owners] = await together(ctx.db, [
    () => mergedInto(ctx, kind, ids),
    () => (kind === "contributor" ? ownersOf(ctx, ids) : new Map<string, string>()),
  ]);
  const uses = await countUses(ctx, new Map(ids.map((id) => [id, [id, ...(merged.get(id) ?? [])]])));
  const rows = found.words.map(({ id, slug, labels, isHidden }) => ({
    wordId: id,
    slug,
    labels,
    isHidden,
    stories: uses.get(id) ?? 0,
    personName: owners.get(id) ?? null,
  }));
  return { rows, total: found.total };
}

type Slice = { offset: number; limit: number };

async function pageOf({ db }: Ctx, kind: WordKind, missing: Language | undefined, { offset, limit }: Slice) {
  const { table } = KINDS[kind];
  const where = and(ownWords(kind), withoutLabel(kind, missing));
  const [words, [counted]] = await together(db, [
    () =>
      db
        .select(wordColumns(kind))
        .from(table)
        .where(where)
        .orderBy(...byLabel(kind))
        .limit(limit)
        .offset(offset),
    () => db.select({ total: count() }).from(table).where(where),
  ]);
  return { words, total: counted?.total ?? 0 };
}

async function searched(
  { db }: Ctx,
  kind: WordKind,
  { wanted, missing, offset, limit }: Slice & { wanted: string; missing: Language | undefined },
) {
  const { table } = KINDS[kind];
  const all = await db
    .select(wordColumns(kind))
    .from(table)
    .orderBy(...byLabel(kind))
    .limit(MOST);
  const queries = new Map(LANGUAGE_CODES.map((language) => [language, foldForSearch(wanted, language)]));
  const isFound = ({ labels, slug }: WordRow) =>
    slug.includes(wanted.toLowerCase()) ||
    LANGUAGE_CODES.some((language) =>
      foldForSearch(labels[language] ?? "", language).includes(queries.get(language) ?? wanted),
    );
  const standing = new Set(all.filter(isFound).map(({ id, mergedInto: other }) => other ?? id));
  const words = all.filter(
    ({ id, mergedInto: other, labels }) =>
      standing.has(id) && other === null && (missing === undefined || labels[missing] === undefined),
  );
  return { words: words.slice(offset, offset + limit), total: words.length };
}

/** Ids of the words that stand for each of these no more. */
async function mergedInto({ db }: Ctx, kind: WordKind, ids: readonly string[]) {
  const { table, mergedInto: column } = KINDS[kind];
  const merged = new Map<string, string[]>();
  if (column === null || ids.length === 0) return merged;
  const rows = await db
    .select(wordColumns(kind))
    .from(table)
    .where(inArray(column, [...ids]))
    .limit(MOST);
  for (const { id, mergedInto: other } of rows) {
    if (other !== null) merged.set(other, [...(merged.get(other) ?? []), id]);
  }
  return merged;
}

async function ownersOf({ db }: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: contributors.id, name: people.name })
    .from(contributors)
    .innerJoin(people, eq(people.id, contributors.personId))
    .where(inArray(contributors.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function ownWords(kind: WordKind): SQL | undefined {
  const { mergedInto: column } = KINDS[kind];
  return column ? isNull(column) : undefined;
}

function withoutLabel(kind: WordKind, language: Language | undefined): SQL | undefined {
  return language === undefined ? undefined : sql`${KINDS[kind].labels}->>${language} is null`;
}

function byLabel(kind: WordKind): SQL[] {
  const { table, labels } = KINDS[kind];
  return [sql`lower(coalesce(${labels}->>'en', ${labels}->>'ckb', ${labels}->>'ar'))`, asc(table.slug)];
}
