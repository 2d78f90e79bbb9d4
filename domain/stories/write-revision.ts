import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { revisions, stories, storySources } from "#db/schema.ts";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import { type Actor, actorId } from "../context.ts";
import { hashOf } from "../document/hash.ts";
import { countWords, everyWord } from "../document/to-text.ts";
import { keepPictureUses } from "../pictures/uses.ts";
import type { Language, RevisionKind } from "../vocabulary.ts";
import { wordIdsIn } from "../words/uses.ts";
import { searchText } from "./fields.ts";

export type RevisionRow = typeof revisions.$inferSelect;

type NewRevision = {
  /** Given by the screen that saves; made here otherwise. */
  id?: string | undefined;
  storyId: string;
  language: Language;
  kind: RevisionKind;
  baseId: string | null;
  fields: StoryFields;
  document: StoredDocument;
  author: Actor;
  at: Date;
};

/** Appends a revision. Touches nothing else: whether it becomes the head is the caller's decision. */
export async function appendRevision(tx: Transaction, revision: NewRevision): Promise<RevisionRow> {
  const [newest] = await tx
    .select({ seq: revisions.seq })
    .from(revisions)
    .where(eq(revisions.storyId, revision.storyId))
    .orderBy(desc(revisions.seq))
    .limit(1);
  const [row] = await tx
    .insert(revisions)
    .values({
      ...(revision.id === undefined ? {} : { id: revision.id }),
      storyId: revision.storyId,
      seq: (newest?.seq ?? 0) + 1,
      kind: revision.kind,
      baseId: revision.baseId,
      fields: revision.fields,
      document: revision.document,
      hash: hashOf(revision.fields, revision.document),
      words: countWords(revision.document),
      authorId: actorId(revision.author),
      createdAt: revision.at,
    })
    .returning();
  if (!row) throw new Error("a revision was not stored");
  return row;
}

/** Makes a stored revision the story's head: the columns that lists and search read follow it. */
export async function makeHead(
  tx: Transaction,
  revision: RevisionRow,
  { language, now, actor }: { language: Language; now: Date; actor: Actor },
): Promise<void> {
  const { fields, document } = revision;
  await tx
    .update(stories)
    .set({
      headRevisionId: revision.id,
      slugline: fields.slugline,
      headline: fields.headline,
      sectionId: fields.sectionId,
      words: revision.words,
      updatedAt: now,
      updatedBy: actorId(actor),
      wordIds: wordIdsIn(fields),
      searchText: searchText(fields, everyWord(document), language),
    })
    .where(eq(stories.id, revision.storyId));
  await keepSources(tx, revision);
  await keepPictureUses(tx, revision.storyId, "head", revision);
}

async function keepSources(tx: Transaction, { storyId, fields }: RevisionRow): Promise<void> {
  await tx.delete(storySources).where(eq(storySources.storyId, storyId));
  if (fields.sources.length === 0) return;
  await tx.insert(storySources).values(
    fields.sources.map((source, position) => ({
      storyId,
      position,
      agencyId: source.agencyId,
      itemId: source.itemId,
      sourceAt: source.at === null ? null : new Date(source.at),
      url: source.url,
    })),
  );
}

/** A revision of this story, or null. */
export async function findRevision(
  tx: Transaction,
  storyId: string,
  revisionId: string,
): Promise<RevisionRow | null> {
  const [row] = await tx
    .select()
    .from(revisions)
    .where(and(eq(revisions.id, revisionId), eq(revisions.storyId, storyId)));
  return row ?? null;
}
