/**
 * The outlet's words: topics, places, agencies and bylines. They differ in what they are for and in
 * who keeps them; what is said of one in each language is the same everywhere, and stands here.
 */
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.ts";
import { agencies, contributors, places, topics } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import type { Actor } from "../context.ts";
import { authorize } from "../permissions.ts";
import { missing } from "../problem.ts";
import type { Permission, WordKind } from "../vocabulary.ts";

type Kind = {
  table: PgTable & { id: PgColumn; slug: PgColumn };
  /** How each language prints it. */
  labels: PgColumn;
  /** A few sentences about it for readers, where they have a page of it. */
  about: PgColumn | null;
  /** The word that it was merged into, where two can turn out to be one. */
  mergedInto: PgColumn | null;
  /** Has no page of its own for readers. */
  hiddenAt: PgColumn | null;
  right: Permission;
};

export const KINDS: Readonly<Record<WordKind, Kind>> = {
  topic: {
    table: topics,
    labels: topics.labels,
    about: topics.descriptions,
    mergedInto: topics.mergedInto,
    hiddenAt: null,
    right: "words.manage",
  },
  place: {
    table: places,
    labels: places.labels,
    about: null,
    mergedInto: null,
    hiddenAt: null,
    right: "words.manage",
  },
  agency: {
    table: agencies,
    labels: agencies.labels,
    about: null,
    mergedInto: null,
    hiddenAt: null,
    right: "outlet.manage",
  },
  contributor: {
    table: contributors,
    labels: contributors.names,
    about: contributors.biography,
    mergedInto: contributors.mergedInto,
    hiddenAt: contributors.hiddenAt,
    right: "words.manage",
  },
};

/** Agencies are a matter of contracts; the other words belong to whoever edits. Throws Problem "forbidden". */
export function authorizeWords(actor: Actor, kind: WordKind): void {
  authorize(actor, KINDS[kind].right);
}

/** A word as its own table has it, whatever the kind. */
export type WordRow = {
  id: string;
  slug: string;
  labels: Labels;
  about: Labels;
  mergedInto: string | null;
  isHidden: boolean;
};

/** The columns of a WordRow. */
export function wordColumns(kind: WordKind) {
  const { table, labels, about, mergedInto, hiddenAt } = KINDS[kind];
  return {
    id: sql<string>`${table.id}`.as("id"),
    slug: sql<string>`${table.slug}`.as("slug"),
    labels: sql<Labels>`${labels}`.as("labels"),
    about: (about ? sql<Labels>`${about}` : sql<Labels>`'{}'::jsonb`).as("about"),
    mergedInto: (mergedInto ? sql<string | null>`${mergedInto}` : sql<null>`null::uuid`).as("merged_into"),
    isHidden: (hiddenAt ? sql<boolean>`${hiddenAt} is not null` : sql<boolean>`false`).as("is_hidden"),
  };
}

/** A word locked for change. Throws Problem "missing". */
export async function lockWord(tx: Transaction, kind: WordKind, wordId: string): Promise<WordRow> {
  const { table } = KINDS[kind];
  const [row] = await tx
    .select(wordColumns(kind))
    .from(table)
    .where(sql`${table.id} = ${wordId}`)
    .for("update");
  if (!row) throw missing(kind === "contributor" ? "byline" : kind);
  return row;
}

/** Writes columns of one word, by the names that the table gives them. */
export async function writeWord(
  tx: Transaction,
  kind: WordKind,
  wordId: string,
  set: readonly { column: PgColumn; value: SQL | string | null }[],
): Promise<void> {
  const { table } = KINDS[kind];
  const assignments = set.map(({ column, value }) => sql`${sql.identifier(column.name)} = ${value}`);
  await tx.execute(sql`update ${table} set ${sql.join(assignments, sql`, `)} where ${table.id} = ${wordId}`);
}

/** Labels as the database takes them. */
export const asJson = (labels: Labels): SQL => sql`${JSON.stringify(labels)}::jsonb`;

/**
 * How many open the same door at once: whoever adds, moves or merges words of a kind waits for the
 * others, so that no address is given twice and no two words are merged into each other.
 */
export async function lockKind(tx: Transaction, kind: WordKind): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`choices:${kind}`}))`);
}
