import { and, desc, eq, lt } from "drizzle-orm";
import { people, publications, revisions, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { migrateDocument } from "../document/migrate.ts";
import { recordEvent } from "../events.ts";
import { missing, Problem } from "../problem.ts";
import type { ListRevisionsInput, RestoreInput } from "./input.ts";
import { lockStory } from "./open.ts";
import { authorizeReading, authorizeWrite } from "./rights.ts";
import { keepPending } from "./save.ts";
import { appendRevision, findRevision, makeHead } from "./write-revision.ts";

/** A story's history, newest first; a revision that went out says as which publication. */
export async function listRevisions(ctx: Ctx, { storyId, before, limit }: ListRevisionsInput) {
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
    .where(and(eq(revisions.storyId, storyId), before === undefined ? undefined : lt(revisions.seq, before)))
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

/**
 * Brings an older text back as a new revision on top: nothing in between is lost. Refused when
 * a colleague's text became the head that this person hasn't seen.
 */
export async function restoreRevision(ctx: Ctx, { storyId, revisionId, baseRevisionId }: RestoreInput) {
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, storyId);
    authorizeWrite(ctx.actor, story);
    const old = await findRevision(tx, storyId, revisionId);
    if (!old) throw missing("revision");
    if (story.headRevisionId !== baseRevisionId) {
      throw new Problem(
        "conflict",
        "The text has changed since you opened the history. Look at the newest text first.",
      );
    }
    const revision = await appendRevision(tx, {
      storyId,
      language: story.language,
      kind: "restore",
      baseId: baseRevisionId,
      fields: old.fields,
      document: migrateDocument(old.document),
      author: ctx.actor,
      at: ctx.now,
    });
    await makeHead(tx, revision, { language: story.language, now: ctx.now, actor: ctx.actor });
    await keepPending(tx, ctx, story);
    await recordEvent(tx, ctx, {
      act: "story.restored",
      storyId,
      subjectId: revision.id,
      before: { revisionId: baseRevisionId },
      after: { revisionId },
    });
    return { revisionId: revision.id, savedAt: revision.createdAt };
  });
}
