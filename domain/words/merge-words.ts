/**
 * Two words that turn out to be one. The one that goes is never deleted: stories keep naming it, and
 * whoever reads resolves `merged_into`. So a merge can be taken apart again. What must hold: a word
 * that others were merged into isn't merged itself, so that one step always finds the word that stands;
 * and the lists of live stories (`story_listings`) name standing words only.
 */
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contributors, publications, stories } from "#db/schema.ts";
import { redirects, storyListings } from "#db/schema-circulation.ts";
import { keepPortraitUses } from "../bylines/portrait-uses.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { keepListings } from "../publications/listings.ts";
import { leadOn } from "../redirects/lead-on.ts";
import type { WordKind } from "../vocabulary.ts";
import type { MergeWordsInput, SeparateWordInput } from "./input.ts";
import { asJson, authorizeWords, KINDS, lockKind, lockWord, type WordRow, writeWord } from "./kinds.ts";
import { signedKeys, wordKeys } from "./word-keys.ts";
import { movesOf } from "./word-paths.ts";

/**
 * Merges a topic or a byline into another: its stories are listed there, its addresses lead there,
 * and names that only it had are taken over. Throws Problem "conflict" when one of them has been
 * merged already, or when the two bylines belong to two people.
 */
export async function mergeWords(
  { db, actor, now }: Ctx,
  { kind, wordId, intoId }: MergeWordsInput,
): Promise<{ intoId: string; changeSeq: number }> {
  return db.transaction(async (tx) => {
    await lockKind(tx, kind);
    const word = await lockWord(tx, kind, wordId);
    const into = await lockWord(tx, kind, intoId);
    authorizeWords(actor, kind);
    if (word.id === into.id) throw new Problem("invalid", "Choose another one to merge it into.");
    if (word.mergedInto || into.mergedInto) {
      throw new Problem("conflict", "One of them has been merged already. Nothing was changed.");
    }
    if (kind === "contributor") await carryPerson(tx, word, into);
    await pointAt(tx, kind, intoId, sql`id = ${wordId} or merged_into = ${wordId}`);
    await completeTexts(tx, kind, word, into);
    await relist(tx, kind, word.id, into.id);
    await leadOn(tx, { actor, now }, movesOf(kind, word.slug, into.slug), "merge");
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "word.merged",
        subjectId: wordId,
        before: { kind, slug: word.slug, labels: word.labels },
        after: { kind, intoId, slug: into.slug, labels: into.labels },
      },
    );
    return { intoId, changeSeq: await tellReaders(tx, kind, word, into) };
  });
}

/**
 * Takes a merged word apart again: it stands for itself, its live stories are listed under it and its
 * own address is its own. What was merged into it before stays with the other.
 */
export async function separateWord(
  { db, actor, now }: Ctx,
  { kind, wordId }: SeparateWordInput,
): Promise<{ changeSeq: number }> {
  return db.transaction(async (tx) => {
    await lockKind(tx, kind);
    const word = await lockWord(tx, kind, wordId);
    authorizeWords(actor, kind);
    if (!word.mergedInto) throw new Problem("conflict", "It stands for itself already.");
    const into = await lockWord(tx, kind, word.mergedInto);
    await pointAt(tx, kind, null, sql`id = ${wordId}`);
    const own = movesOf(kind, word.slug, into.slug).map(({ from }) => from);
    await tx.delete(redirects).where(inArray(redirects.fromPath, own));
    await listAgain(tx, kind, into.id);
    await recordEvent(
      tx,
      { actor, now },
      {
        act: "word.merged",
        subjectId: wordId,
        before: { kind, intoId: into.id, slug: into.slug, labels: into.labels },
        after: { kind, intoId: null, slug: word.slug, labels: word.labels },
      },
    );
    return { changeSeq: await tellReaders(tx, kind, word, into) };
  });
}

/** Words of one table by which word stands for them; null: they stand for themselves. */
async function pointAt(tx: Transaction, kind: WordKind, intoId: string | null, which: SQL): Promise<void> {
  await tx.execute(sql`update ${KINDS[kind].table} set merged_into = ${intoId} where ${which}`);
}

async function tellReaders(tx: Transaction, kind: WordKind, word: WordRow, into: WordRow): Promise<number> {
  const portraits = kind === "contributor" ? await keepPortraitUses(tx, word.id, into.id) : [];
  if (portraits.length > 0) await recordChange(tx, { keys: portraits, hard: "hard" });
  const touched = [
    ...wordKeys(kind, word),
    ...wordKeys(kind, into),
    ...signedKeys(kind, [word, into]),
    keys.redirects(),
  ];
  return recordChange(tx, { keys: touched, hard: "soft" });
}

/** Names and texts in languages that only the one that goes had. */
async function completeTexts(tx: Transaction, kind: WordKind, word: WordRow, into: WordRow): Promise<void> {
  const { labels, about } = KINDS[kind];
  await writeWord(tx, kind, into.id, [
    { column: labels, value: asJson({ ...word.labels, ...into.labels }) },
    ...(about ? [{ column: about, value: asJson({ ...word.about, ...into.about }) }] : []),
  ]);
}

/** Live stories that were listed under the one are listed under the other, each once. */
async function relist(tx: Transaction, kind: WordKind, fromId: string, intoId: string): Promise<void> {
  const list = listOf(kind);
  const there = tx
    .select({ storyId: storyListings.storyId })
    .from(storyListings)
    .where(and(eq(storyListings.kind, list), eq(storyListings.wordId, intoId)));
  const under = and(eq(storyListings.kind, list), eq(storyListings.wordId, fromId));
  await tx.delete(storyListings).where(and(under, inArray(storyListings.storyId, there)));
  await tx.update(storyListings).set({ wordId: intoId }).where(under);
}

/** Lists the stories of one word again, by what their live publications name. */
async function listAgain(tx: Transaction, kind: WordKind, wordId: string): Promise<void> {
  const listed = await tx
    .select({
      storyId: stories.id,
      language: stories.language,
      fields: publications.fields,
      firstPublishedAt: publications.firstPublishedAt,
    })
    .from(storyListings)
    .innerJoin(stories, eq(stories.id, storyListings.storyId))
    .innerJoin(publications, eq(publications.id, stories.livePublicationId))
    .where(and(eq(storyListings.kind, listOf(kind)), eq(storyListings.wordId, wordId)));
  for (const story of listed) await keepListings(tx, story);
}

function listOf(kind: WordKind): "topic" | "byline" {
  return kind === "topic" ? "topic" : "byline";
}

/** Two entries of one person: the account goes along, and a portrait that only it had. Of two people they are no one's to merge. */
async function carryPerson(tx: Transaction, word: WordRow, into: WordRow): Promise<void> {
  const rows = await tx
    .select({
      id: contributors.id,
      personId: contributors.personId,
      pictureId: contributors.pictureId,
    })
    .from(contributors)
    .where(inArray(contributors.id, [word.id, into.id]));
  const rowOf = (id: string) => rows.find((row) => row.id === id);
  const [from, to] = [rowOf(word.id)?.personId, rowOf(into.id)?.personId];
  if (from && to && from !== to) {
    throw new Problem("conflict", "These bylines belong to two colleagues. Nothing was merged.");
  }
  if (from && !to) await tx.update(contributors).set({ personId: from }).where(eq(contributors.id, into.id));
  const portrait = rowOf(word.id)?.pictureId;
  if (!portrait || rowOf(into.id)?.pictureId) return;
  await tx.update(contributors).set({ pictureId: portrait }).where(eq(contributors.id, into.id));
}
