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
import { keepPictureUses } from "../pictures/uses.ts";
import { recordChange } from "../publications/changes.ts";
import { keepListings } from "../publications/listings.ts";
import { snapshot } from "../publications/snapshot.ts";
import { touchedKeys } from "../publications/touched.ts";
import { storyPath } from "../site.ts";
import type { PublicationKind } from "../vocabulary.ts";
import { searchText } from "./fields.ts";
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

export async function release(
  tx: Transaction,
  ctx: Ctx,
  { story, revision, terms }: { story: StoryRow; revision: RevisionRow; terms: Release },
): Promise<Released> {
  const publication = await addPublication(tx, ctx, story, revision, terms);
  await tellReaders(tx, ctx, publication, terms);
  await tx
    .update(stories)
    .set({
      live: "published",
      livePublicationId: publication.id,
      firstPublishedAt: publication.firstPublishedAt,
      liveSectionId: publication.sectionId,
      liveMarks: publication.printed.marks,
      // What was written after the published text stays pending, and starts over: nobody approved it.
      stage: story.headRevisionId === revision.id ? null : "writing",
      approvedRevisionId: null,
    })
    .where(eq(stories.id, story.id));
  await standWhere(tx, story, publication);
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
  const changeSeq = await recordChange(tx, {
    keys: await touchedKeys(tx, story, {
      sectionIds: [publication.sectionId, story.liveSectionId ?? publication.sectionId],
      firstPublishedAt: publication.firstPublishedAt,
    }),
    hard: terms.kind === "correction" ? "hard" : "soft",
  });
  return {
    publicationId: publication.id,
    number: publication.number,
    path: storyPath({
      language: story.language,
      sectionSlug: publication.printed.section.slug,
      number: story.number,
      slug: publication.printed.slug,
    }),
    publishedAt: publication.publishedAt,
    changeSeq,
  };
}

/** Lists and pictures follow what readers have now. A page about the outlet stands in no list. */
async function standWhere(
  tx: Transaction,
  { id: storyId, kind, language }: StoryRow,
  publication: typeof publications.$inferSelect,
): Promise<void> {
  await keepPictureUses(tx, storyId, "live", publication);
  const { fields, firstPublishedAt } = publication;
  if (kind === "story") await keepListings(tx, { storyId, language, fields, firstPublishedAt });
}

/** A first publication and a minor fix say nothing; every other kind is a notice of its own. */
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
  const printed = await snapshot(tx, revision.fields, document, story.language);
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
