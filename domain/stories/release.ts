/**
 * What every way of publishing shares, inside the caller's transaction and after its checks:
 * snapshot → publication → notice → the story's live pointer → change for the front → event.
 * The publication is complete before anything points at it.
 */
import { desc, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { notices, publications, stories } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { migrateDocument } from "../document/migrate.ts";
import { RENDERER_VERSION, renderHtml } from "../document/render-html.ts";
import { everyWord } from "../document/to-text.ts";
import { recordEvent } from "../events.ts";
import { pageKeys } from "../pages/page-keys.ts";
import { livePictureKeys } from "../pictures/live-keys.ts";
import { keepPictureUses } from "../pictures/uses.ts";
import { type Change, recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { keepListings } from "../publications/listings.ts";
import { printedOrigin, snapshot } from "../publications/snapshot.ts";
import { listedKeys, touchedKeys } from "../publications/touched.ts";
import type { PublicationKind } from "../vocabulary.ts";
import { searchText } from "./fields.ts";
import { livePath } from "./live-path.ts";
import type { StoryRow } from "./open.ts";
import type { RevisionRow } from "./write-revision.ts";

export type Release = { kind: PublicationKind; note: string; blockId: string | null; at: Date };

export type Released = {
  publicationId: string;
  number: number;
  path: string;
  publishedAt: Date;
  changeSeq: number;
};

/** What went out, and which of readers' pages that changes. */
export type PutOut = Omit<Released, "changeSeq"> & Pick<Change, "keys" | "hard">;
type Outgoing = { story: StoryRow; revision: RevisionRow; terms: Release };

export async function release(tx: Transaction, ctx: Ctx, outgoing: Outgoing): Promise<Released> {
  const { keys, hard, ...released } = await putOut(tx, ctx, outgoing);
  return { ...released, changeSeq: await recordChange(tx, { keys, hard }) };
}

/** The same without telling the front: for whoever puts out many at once and records one change for all. */
export async function putOut(
  tx: Transaction,
  ctx: Ctx,
  { story, revision, terms }: Outgoing,
): Promise<PutOut> {
  const publication = await addPublication(tx, ctx, story, revision, terms);
  if (story.kind === "story") await tellReaders(tx, ctx, publication, terms);
  await tx
    .update(stories)
    .set({
      live: "published",
      livePublicationId: publication.id,
      firstPublishedAt: publication.firstPublishedAt,
      ...standing(story, publication),
      // What was written after the published text stays pending, and starts over: nobody approved it.
      stage: story.headRevisionId === revision.id ? null : "writing",
      approvedRevisionId: null,
    })
    .where(eq(stories.id, story.id));
  const before = await livePictureKeys(tx, story.id);
  const lists = await standWhere(tx, story, publication);
  await recordEvent(tx, ctx, {
    act: terms.kind === "first" ? "story.published" : "story.updated",
    storyId: story.id,
    subjectId: publication.id,
    before: { live: story.live, publicationId: story.livePublicationId },
    after: {
      kind: terms.kind,
      number: publication.number,
      revisionId: revision.id,
      alone: publishedAlone(ctx, story, revision),
    },
  });
  await takeFilesBack(tx, story, before);
  return {
    publicationId: publication.id,
    number: publication.number,
    path: livePath(story, publication.printed),
    publishedAt: publication.publishedAt,
    keys: [
      ...(await keysOf(tx, story, publication)),
      ...lists,
      ...(terms.kind === "correction" ? [keys.named(story.number)] : []),
    ],
    hard: terms.kind === "correction" ? "hard" : "soft",
  };
}

type Publication = typeof publications.$inferSelect;

/** Where readers find it in lists. A page about the outlet is in none, so it stands in no section. */
function standing({ kind }: StoryRow, { sectionId, printed }: Publication) {
  return kind === "page"
    ? { liveSectionId: null, liveMarks: [] }
    : { liveSectionId: sectionId, liveMarks: printed.marks };
}

async function keysOf(tx: Transaction, story: StoryRow, publication: Publication): Promise<string[]> {
  if (story.kind === "page") return pageKeys(tx, story, publication.printed.headline);
  const { sectionId, firstPublishedAt } = publication;
  return touchedKeys(tx, story, {
    sectionIds: [sectionId, story.liveSectionId ?? sectionId],
    firstPublishedAt,
  });
}

/** A picture that this publication shows no longer may not be had by its old address either. */
async function takeFilesBack(tx: Transaction, story: StoryRow, before: readonly string[]): Promise<void> {
  if (before.length === 0) return;
  const after = new Set(await livePictureKeys(tx, story.id));
  const gone = before.filter((key) => !after.has(key));
  if (gone.length > 0) await recordChange(tx, { keys: gone, hard: "hard" });
}

/**
 * Lists and pictures follow what readers have now. A page about the outlet stands in no list.
 * The answer: keys of the topics and bylines where the story stood before or stands now.
 */
async function standWhere(
  tx: Transaction,
  { id: storyId, kind, language }: StoryRow,
  publication: Publication,
): Promise<string[]> {
  await keepPictureUses(tx, storyId, "live", publication);
  if (kind !== "story") return [];
  const { fields, firstPublishedAt } = publication;
  const listed = { id: storyId, language, firstPublishedAt };
  const before = await listedKeys(tx, listed);
  await keepListings(tx, { storyId, language, fields, firstPublishedAt });
  return [...before, ...(await listedKeys(tx, listed))];
}

/**
 * A first publication and a minor fix say nothing; every other kind is a notice of its own. Pages
 * about the outlet print none: they say when they were changed last.
 */
async function tellReaders(
  tx: Transaction,
  ctx: Ctx,
  { id, storyId }: { id: string; storyId: string },
  { kind, note, blockId, at }: Release,
): Promise<void> {
  if (kind === "first" || kind === "minor") return;
  const authorId = actorId(ctx.actor);
  await tx
    .insert(notices)
    .values({ storyId, publicationId: id, kind, noticedAt: at, note, blockId, authorId });
}

async function addPublication(
  tx: Transaction,
  ctx: Ctx,
  story: StoryRow,
  revision: RevisionRow,
  terms: Release,
) {
  const [previous] = await tx
    .select({ number: publications.number, significantAt: publications.significantAt })
    .from(publications)
    .where(eq(publications.storyId, story.id))
    .orderBy(desc(publications.number))
    .limit(1);
  const document = migrateDocument(revision.document);
  const printed = {
    ...(await snapshot(tx, revision.fields, document, story.language)),
    ...(await printedOrigin(tx, story)),
  };
  const minor = terms.kind === "minor";
  const [publication] = await tx
    .insert(publications)
    .values({
      storyId: story.id,
      number: (previous?.number ?? 0) + 1,
      revisionId: revision.id,
      kind: terms.kind,
      language: story.language,
      sectionId: revision.fields.sectionId,
      fields: revision.fields,
      document,
      printed,
      bodyHtml: renderHtml(document, { language: story.language }),
      rendererVersion: RENDERER_VERSION,
      firstPublishedAt: story.firstPublishedAt ?? terms.at,
      publishedAt: terms.at,
      significantAt: minor ? (previous?.significantAt ?? terms.at) : terms.at,
      publishedBy: actorId(ctx.actor),
      searchText: searchText(revision.fields, everyWord(document), story.language),
    })
    .returning();
  if (!publication) throw new Error("a publication was not stored");
  return publication;
}

/** Nobody but the writer has read it: allowed in a hurry, and written down. */
function publishedAlone({ actor }: Ctx, story: StoryRow, revision: RevisionRow): boolean {
  const publisher = actorId(actor);
  return (
    story.createdBy === publisher &&
    revision.authorId === publisher &&
    story.approvedRevisionId !== revision.id
  );
}
