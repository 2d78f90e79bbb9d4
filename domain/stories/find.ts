import { and, desc, eq } from "drizzle-orm";
import { notices, people, publications, revisions, sections, stories } from "#db/schema.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { migrateDocument } from "../document/migrate.ts";
import { missing } from "../problem.ts";
import { listHandLines } from "../sharing/list-hand-lines.ts";
import { listFamily } from "./family.ts";
import type { StoryInput } from "./input.ts";
import { livePath } from "./live-path.ts";
import { authorizeReading, rightsOn } from "./rights.ts";

/**
 * A story as its editors see it: the head revision, what is live, the notices so far and what
 * this person may do. Problem("missing") for a story that isn't there or isn't open to them.
 */
export async function getDeskStory(ctx: Ctx, { storyId }: StoryInput) {
  const [row] = await ctx.db
    .select({ story: stories, head: revisions, author: people.name })
    .from(stories)
    .innerJoin(revisions, eq(revisions.id, stories.headRevisionId))
    .leftJoin(people, eq(people.id, revisions.authorId))
    .where(eq(stories.id, storyId));
  if (!row) throw missing("story");
  authorizeReading(ctx.actor, row.story, ctx.now);
  const [livePublication, noticed, family, posts] = await together(ctx.db, [
    () => findLive(ctx, row.story),
    () => listNotices(ctx, storyId),
    () => listFamily(ctx, row.story.familyId),
    () => listHandLines(ctx.db, storyId),
  ]);
  const { story, head } = row;
  return {
    story: {
      id: story.id,
      number: story.number,
      kind: story.kind,
      pageSlug: story.pageSlug,
      pageRole: story.pageRole,
      language: story.language,
      stage: story.stage,
      live: story.live,
      familyId: story.familyId,
      sourceStoryId: story.sourceStoryId,
      headRevisionId: head.id,
      approvedRevisionId: story.approvedRevisionId,
      embargoUntil: story.embargoUntil,
      embargoFrom: story.embargoFrom,
      embargoPeople: story.embargoPeople,
      createdBy: story.createdBy,
    },
    head: {
      revisionId: head.id,
      fields: head.fields,
      document: migrateDocument(head.document),
      authorName: row.author ?? "Dateline",
      savedAt: head.createdAt,
      words: head.words,
    },
    livePublication,
    notices: noticed,
    /** Where it was posted by hand. */
    posts,
    /** The same piece in its other languages. */
    family: family.filter((each) => each.storyId !== story.id),
    may: rightsOn(ctx.actor, story, ctx.now),
  };
}
export type DeskStory = Awaited<ReturnType<typeof getDeskStory>>;

async function findLive({ db }: Ctx, story: typeof stories.$inferSelect) {
  if (story.livePublicationId === null) return null;
  const [live] = await db
    .select({ publication: publications, sectionSlug: sections.slug })
    .from(publications)
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(eq(publications.id, story.livePublicationId));
  if (!live) return null;
  const { publication, sectionSlug } = live;
  return {
    id: publication.id,
    number: publication.number,
    kind: publication.kind,
    revisionId: publication.revisionId,
    publishedAt: publication.publishedAt,
    firstPublishedAt: publication.firstPublishedAt,
    significantAt: publication.significantAt,
    hasPending: story.stage !== null,
    path: livePath(story, { ...publication.printed, section: { slug: sectionSlug, label: "" } }),
  };
}

async function listNotices({ db }: Ctx, storyId: string) {
  return db
    .select({
      id: notices.id,
      kind: notices.kind,
      noticedAt: notices.noticedAt,
      note: notices.note,
      authorName: people.name,
    })
    .from(notices)
    .leftJoin(people, eq(people.id, notices.authorId))
    .where(and(eq(notices.storyId, storyId)))
    .orderBy(desc(notices.noticedAt))
    .limit(100);
}
