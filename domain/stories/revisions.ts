import { and, desc, eq, gt, lt } from "drizzle-orm";
import { people, publications, revisions, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { migrateDocument } from "../document/migrate.ts";
import { missing } from "../problem.ts";
import type { ListRevisionsInput } from "./input.ts";
import { authorizeReading } from "./rights.ts";

/** A story's history, newest first; a revision that went out says as which publication. */
export async function listRevisions(ctx: Ctx, { storyId, before, after, limit }: ListRevisionsInput) {
  await openStory(ctx, storyId);
  return ctx.db
    .select({
      id: revisions.id,
      seq: revisions.seq,
      kind: revisions.kind,
      words: revisions.words,
      savedAt: revisions.createdAt,
      authorName: people.name,
      publicationNumber: publications.number,
      publicationKind: publications.kind,
    })
    .from(revisions)
    .leftJoin(people, eq(people.id, revisions.authorId))
    .leftJoin(publications, eq(publications.revisionId, revisions.id))
    .where(
      and(
        eq(revisions.storyId, storyId),
        before === undefined ? undefined : lt(revisions.seq, before),
        after === undefined ? undefined : gt(revisions.seq, after),
      ),
    )
    .orderBy(desc(revisions.seq))
    .limit(limit);
}
export type RevisionLine = Awaited<ReturnType<typeof listRevisions>>[number];

/** One revision, to look at. */
export async function getRevision(ctx: Ctx, { revisionId }: { revisionId: string }) {
  const [row] = await ctx.db
    .select({ revision: revisions, authorName: people.name })
    .from(revisions)
    .leftJoin(people, eq(people.id, revisions.authorId))
    .where(eq(revisions.id, revisionId));
  if (!row) throw missing("revision");
  const story = await openStory(ctx, row.revision.storyId);
  return {
    id: row.revision.id,
    storyId: story.id,
    language: story.language,
    seq: row.revision.seq,
    kind: row.revision.kind,
    savedAt: row.revision.createdAt,
    authorName: row.authorName ?? "Dateline",
    fields: row.revision.fields,
    document: migrateDocument(row.revision.document),
  };
}

async function openStory({ db, actor, now }: Ctx, storyId: string) {
  const [story] = await db.select().from(stories).where(eq(stories.id, storyId));
  if (!story) throw missing("story");
  authorizeReading(actor, story, now);
  return story;
}
