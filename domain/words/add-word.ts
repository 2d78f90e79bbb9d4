import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { Labels } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { slugFrom } from "../languages/slug.ts";
import { recordChange } from "../publications/changes.ts";
import type { WordKind } from "../vocabulary.ts";
import type { AddWordInput } from "./input.ts";
import { asJson, authorizeWords, KINDS, lockKind } from "./kinds.ts";
import { wordKeys } from "./word-keys.ts";
import { slugsLedOn } from "./word-paths.ts";

/**
 * Adds a word to one of the outlet's lists, in as many languages as are known. Whoever writes a
 * story adds words in one language while writing (domain/choices/add.ts); this is for whoever keeps
 * the lists.
 */
export async function addWord(
  { db, actor, now }: Ctx,
  { kind, labels }: AddWordInput,
): Promise<{ wordId: string; slug: string; changeSeq: number }> {
  return db.transaction(async (tx) => {
    authorizeWords(actor, kind);
    const { id, slug } = await insertWord(tx, kind, labels);
    await recordEvent(tx, { actor, now }, { act: "word.added", subjectId: id, after: { kind, labels } });
    const changeSeq = await recordChange(tx, { keys: wordKeys(kind, { slug }), hard: "soft" });
    return { wordId: id, slug, changeSeq };
  });
}

/** The row of a new word, within a transaction that has asked for the right. */
export async function insertWord(
  tx: Transaction,
  kind: WordKind,
  labels: Labels,
): Promise<{ id: string; slug: string }> {
  const { table, labels: column } = KINDS[kind];
  const slug = await freeSlug(tx, kind, labels.en ?? Object.values(labels)[0] ?? "");
  const { rows } = await tx.execute<{ id: string }>(
    sql`insert into ${table} (slug, ${sql.identifier(column.name)}) values (${slug}, ${asJson(labels)}) returning id`,
  );
  if (!rows[0]) throw new Error(`a ${kind} was not added`);
  return { id: rows[0].id, slug };
}

/** "slemani", "slemani-2", …; names without Latin letters count from the noun: "place-7". */
async function freeSlug(tx: Transaction, kind: WordKind, label: string): Promise<string> {
  await lockKind(tx, kind);
  const wanted = slugFrom(label) || kind;
  const { table } = KINDS[kind];
  const taken = await tx.execute<{ slug: string }>(
    sql`select slug from ${table} where slug = ${wanted} or slug like ${`${wanted}-%`}`,
  );
  const slugs = [...taken.rows.map((row) => row.slug), ...(await slugsLedOn(tx, kind, wanted))];
  return firstFree(wanted, new Set(slugs));
}

export function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted;
  for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}-${count}`;
  return slug;
}
