import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people, stories } from "#db/schema.ts";
import { namedRevisions } from "#db/schema-history.ts";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { compareDocuments } from "../document/compare.ts";
import { countChangedWords } from "../document/word-diff.ts";
import { missing } from "../problem.ts";
import { changedFields } from "../stories/fields.ts";
import { authorizeReading } from "../stories/rights.ts";
import type { RevisionRow } from "../stories/write-revision.ts";
import { compareFields } from "./compare-fields.ts";
import { findVersion } from "./find-version.ts";
import type { CompareInput } from "./input.ts";

/**
 * Any two versions of a story, word by word and field by field, as it came from `fromId` to
 * `toId`. Problem("missing") for a version of another story.
 */
export async function compareVersions(ctx: Ctx, { storyId, fromId, toId }: CompareInput) {
  return ctx.db.transaction(async (tx) => {
    const [story] = await tx.select().from(stories).where(eq(stories.id, storyId));
    if (!story) throw missing("story");
    authorizeReading(ctx.actor, story, ctx.now);
    const [from, to] = [await findVersion(tx, storyId, fromId), await findVersion(tx, storyId, toId)];
    if (!from || !to) throw missing("revision");
    return {
      language: story.language,
      from: await headingOf(tx, from),
      to: await headingOf(tx, to),
      fields: await compareFields(tx, story, from, to),
      blocks: compareDocuments(from.document, to.document),
    };
  });
}
export type ComparedVersions = Awaited<ReturnType<typeof compareVersions>>;

async function headingOf(tx: Transaction, revision: RevisionRow) {
  const [named] = await tx
    .select({ name: namedRevisions.name })
    .from(namedRevisions)
    .where(eq(namedRevisions.revisionId, revision.id));
  const { authorId } = revision;
  const [author] =
    authorId === null
      ? []
      : await tx.select({ name: people.name }).from(people).where(eq(people.id, authorId));
  return {
    revisionId: revision.id,
    seq: revision.seq,
    savedAt: revision.createdAt,
    authorName: author?.name ?? null,
    name: named?.name ?? null,
  };
}

export type Version = { fields: StoryFields; document: StoredDocument };

/** How much a stretch of writing changed: words of the body put in and taken out, and which fields. */
export function changedBetween(before: Version | null, after: Version) {
  const { fields, document } = after;
  const from = before ?? { fields, document: { ...document, doc: { type: "doc" } } };
  const counted = compareDocuments(from.document, document).map(({ pieces }) => countChangedWords(pieces));
  return {
    wordsIn: counted.reduce((sum, { wordsIn }) => sum + wordsIn, 0),
    wordsOut: counted.reduce((sum, { wordsOut }) => sum + wordsOut, 0),
    fields: changedFields(from.fields, fields),
  };
}
