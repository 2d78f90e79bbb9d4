/**
 * "What was changed before it went out": a writer's last own text against what readers got. Both are
 * revisions, which are never rewritten, so the answer is the same on any later day.
 */
import { and, asc, desc, eq, lte, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { people, publications, revisions, stories } from "#db/schema.ts";
import { type Actor, actorId, type Ctx } from "../context.ts";
import { compareDocuments } from "../document/compare.ts";
import { compareFields } from "../history/compare-fields.ts";
import { missing } from "../problem.ts";
import type { ChangesInput } from "./input.ts";
import type { StoryRow } from "./open.ts";
import { authorizeReading } from "./rights.ts";
import type { RevisionRow } from "./write-revision.ts";

/** A note in a writer's list is news for a week; the comparison itself stays for ever. */
const NEWS_DAYS = 7;

type Sent = { id: string; number: number; publishedAt: Date; isChanged: boolean };

/**
 * Compares, for one publication (else the newest in which somebody changed the writer's text, else
 * the newest), the last text that the writer saved before it with what was sent, word by word and
 * field by field. `sent` is null when the writer has no text in it.
 */
export async function getChangesBeforeOut(ctx: Ctx, { storyId, publicationId }: ChangesInput) {
  return ctx.db.transaction(async (tx) => {
    const [story] = await tx.select().from(stories).where(eq(stories.id, storyId));
    if (!story) throw missing("story");
    authorizeReading(ctx.actor, story, ctx.now);
    const { writerId, all } = await whoseText(tx, ctx.actor, story);
    const wanted = publicationId
      ? all.find(({ id }) => id === publicationId)
      : (all.find(({ isChanged }) => isChanged) ?? all[0]);
    if (publicationId && !wanted) throw missing("publication");
    const sent = wanted && writerId !== null ? await compared(tx, story, wanted, writerId) : null;
    return { language: story.language, publications: all, sent };
  });
}
export type ChangesBeforeOut = Awaited<ReturnType<typeof getChangesBeforeOut>>;

/** Whoever asks, where somebody changed their text; for everybody else whoever began the story. */
async function whoseText(tx: Transaction, actor: Actor, story: StoryRow) {
  const own = actorId(actor);
  const theirs = own === null ? [] : await sentAfter(tx, story, own);
  const { createdBy } = story;
  if (createdBy === null || own === createdBy || theirs.some(({ isChanged }) => isChanged)) {
    return { writerId: own, all: theirs };
  }
  return { writerId: createdBy, all: await sentAfter(tx, story, createdBy) };
}

/** A writer's last text that a later one builds on: what was set aside never did. */
const ownBefore = (writerId: SQL | string, seq: SQL) => sql`(select o.id from ${revisions} o
  where o.story_id = ${stories.id} and o.author_id = ${writerId} and o.kind <> 'aside' and o.seq <= ${seq}
  order by o.seq desc limit 1)`;

/** Publications that hold a text of this writer, the newest first, and whether it is theirs to the letter. */
async function sentAfter(tx: Transaction, story: StoryRow, writerId: string): Promise<Sent[]> {
  const own = sql<string>`(select o.hash from ${revisions} o where o.id = ${ownBefore(writerId, sql`${revisions.seq}`)})`;
  const rows = await tx
    .select({
      id: publications.id,
      number: publications.number,
      publishedAt: publications.publishedAt,
      hash: revisions.hash,
      own: own.as("own"),
    })
    .from(publications)
    .innerJoin(stories, eq(stories.id, publications.storyId))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(eq(publications.storyId, story.id))
    .orderBy(desc(publications.number))
    .limit(50);
  return rows
    .filter((row) => row.own !== null)
    .map(({ hash, own: mine, ...row }) => ({ ...row, isChanged: hash !== mine }));
}

async function compared(tx: Transaction, story: StoryRow, sent: Sent, writerId: string) {
  const [published] = await tx
    .select({ revision: revisions })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(eq(publications.id, sent.id));
  const after = published?.revision;
  if (!after) throw missing("publication");
  const [before] = await tx
    .select()
    .from(revisions)
    .where(
      and(
        eq(revisions.storyId, story.id),
        eq(revisions.authorId, writerId),
        sql`${revisions.kind} <> 'aside'`,
        lte(revisions.seq, after.seq),
      ),
    )
    .orderBy(desc(revisions.seq))
    .limit(1);
  if (!before) throw missing("revision");
  return {
    ...{ publicationId: sent.id, number: sent.number, publishedAt: sent.publishedAt },
    writerName: await nameOf(tx, writerId),
    savedAt: before.createdAt,
    editors: await editorsBetween(tx, before, after),
    fields: await compareFields(tx, story, before, after),
    blocks: compareDocuments(before.document, after.document),
  };
}

async function nameOf(tx: Transaction, personId: string): Promise<string> {
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  return person?.name ?? "";
}

/** Who saved between the two, in the order in which they came to it. */
async function editorsBetween(tx: Transaction, before: RevisionRow, after: RevisionRow): Promise<string[]> {
  const rows = await tx
    .select({ name: people.name })
    .from(revisions)
    .innerJoin(people, eq(people.id, revisions.authorId))
    .where(
      and(
        eq(revisions.storyId, after.storyId),
        sql`${revisions.seq} > ${before.seq}`,
        lte(revisions.seq, after.seq),
        sql`${revisions.kind} <> 'aside'`,
      ),
    )
    .orderBy(asc(revisions.seq));
  return [...new Set(rows.map(({ name }) => name))];
}

/**
 * A condition on `stories`: this writer's own story went out within a week with somebody else's
 * changes in it. For the note in the writer's list.
 */
export function wasChangedBeforeOut(actor: Actor, now: Date): SQL<boolean> {
  const own = actorId(actor);
  if (own === null) return sql<boolean>`false`;
  const since = new Date(now.getTime() - NEWS_DAYS * 86_400_000).toISOString();
  return sql<boolean>`(${stories.createdBy} = ${own} and ${stories.live} = 'published' and exists (
    select 1 from ${publications} lp join ${revisions} lr on lr.id = lp.revision_id
     where lp.id = ${stories.livePublicationId} and lp.published_at > ${since}::timestamptz
       and lr.hash <> (select o.hash from ${revisions} o where o.id = ${ownBefore(own, sql`lr.seq`)})))`;
}
