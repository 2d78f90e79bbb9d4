import { aliasedTable, and, desc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { people, publications, sections, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { searchQuery } from "../languages/search-query.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { labelIn } from "../publications/snapshot.ts";
import { hasPostsToChange, postsToChange } from "../sharing/list-hand-lines.ts";
import { storyPath } from "../site.ts";
import { wasChangedBeforeOut } from "./changes-before-out.ts";
import type { ListInput } from "./input.ts";
import { readableBy } from "./rights.ts";

/**
 * What is in flight, the last changed first. Pages by keyset: `after` is the `next` of the page
 * before, so a list that moves while one reads it neither repeats nor drops a story.
 */
export async function listDeskStories(ctx: Ctx, input: ListInput) {
  authorize(ctx.actor, "story.read");
  const ids = await idsOf(ctx, input);
  const rows = await rowsOf(ctx, ids.slice(0, input.limit));
  const page = rows.map(({ sectionLabels, printed, stage, ...row }) => ({
    ...row,
    stage,
    sectionLabel: labelIn(sectionLabels, input.labelsIn ?? "en"),
    hasPending: row.live === "published" && stage !== null,
    path:
      printed &&
      storyPath({
        language: row.language,
        sectionSlug: printed.section.slug,
        number: row.number,
        slug: printed.slug,
      }),
  }));
  const last = page.at(-1);
  return { rows: page, next: ids.length > input.limit && last ? cursorOf(last) : null };
}

/** How many of the newest a search looks through before it asks the index for every match. */
const NEAR = 2000;
const lastChangedFirst = [desc(stories.updatedAt), stories.id];

/**
 * Ids of one story more than the page holds. A search looks through the newest stories first: a
 * word that many stories have fills the page there; one that few have is then cheap to ask the
 * index for. (Left to itself the planner takes every prefix for a common one and reads the table.)
 */
async function idsOf(ctx: Ctx, input: ListInput): Promise<string[]> {
  const wanted = and(readableBy(ctx.actor, ctx.now), ...conditions(ctx, input));
  const limit = input.limit + 1;
  const query = input.search ? queryFor(input.search) : null;
  const idsWhere = async (condition: SQL | undefined) =>
    ctx.db
      .select({ id: stories.id })
      .from(stories)
      .where(condition)
      .orderBy(...lastChangedFirst)
      .limit(limit);
  if (query === null) return (await idsWhere(wanted)).map(({ id }) => id);
  const near = ctx.db
    .select({ id: stories.id, search: stories.search, updatedAt: stories.updatedAt })
    .from(stories)
    .where(wanted)
    .orderBy(...lastChangedFirst)
    .limit(NEAR)
    .as("near");
  const found = await ctx.db
    .select({ id: near.id })
    .from(near)
    .where(sql`${near.search} @@ ${query}`)
    .orderBy(desc(near.updatedAt), near.id)
    .limit(limit);
  if (found.length === limit) return found.map(({ id }) => id);
  const everywhere = sql`${stories.id} = any(array(select s.id from stories s where s.search @@ ${query}))`;
  return (await idsWhere(and(wanted, everywhere))).map(({ id }) => id);
}

/** The page's stories with the names that a list shows, looked up for these alone. */
async function rowsOf({ db, actor, now }: Ctx, ids: string[]) {
  const author = aliasedTable(people, "author");
  const editor = aliasedTable(people, "editor");
  return db
    .select({
      id: stories.id,
      number: stories.number,
      language: stories.language,
      slugline: stories.slugline,
      headline: stories.headline,
      stage: stories.stage,
      live: stories.live,
      embargoUntil: stories.embargoUntil,
      words: stories.words,
      updatedAt: stories.updatedAt,
      sectionLabels: sections.labels,
      createdByName: author.name,
      updatedByName: editor.name,
      printed: publications.printed,
      postsToChange,
      changedBeforeOut: wasChangedBeforeOut(actor, now),
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(author, eq(author.id, stories.createdBy))
    .leftJoin(editor, eq(editor.id, stories.updatedBy))
    .leftJoin(
      publications,
      and(eq(publications.id, stories.livePublicationId), eq(stories.live, "published")),
    )
    .where(inArray(stories.id, ids))
    .orderBy(...lastChangedFirst);
}
export type DeskStoryRow = Awaited<ReturnType<typeof listDeskStories>>["rows"][number];

function conditions({ actor }: Ctx, input: ListInput): SQL[] {
  const wanted: (SQL | undefined)[] = [
    eq(stories.kind, "story"),
    input.stage === "pending" ? isNotNull(stories.stage) : undefined,
    input.stage === "posts" ? hasPostsToChange : undefined,
    input.stage && input.stage !== "pending" && input.stage !== "posts"
      ? eq(stories.stage, input.stage)
      : undefined,
    input.live ? eq(stories.live, input.live) : undefined,
    input.language ? eq(stories.language, input.language) : undefined,
    input.sectionId ? eq(stories.sectionId, input.sectionId) : undefined,
    input.mine && actor.kind === "person" ? eq(stories.createdBy, actor.personId) : undefined,
    input.after ? following(input.after) : undefined,
  ];
  return wanted.filter((condition) => condition !== undefined);
}

/** A story matches when every word of the query starts some word of it, folded as any of our languages would. */
function queryFor(search: string): SQL | null {
  const query = searchQuery(search);
  return query === null ? null : sql`to_tsquery('simple', ${query})`;
}

function cursorOf({ updatedAt, id }: { updatedAt: Date; id: string }): string {
  return `${updatedAt.toISOString()}~${id}`;
}

function following(cursor: string): SQL {
  const [at, id] = cursor.split("~");
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new Problem("invalid", "That page of the list doesn't exist. Start from the top.");
  }
  // Instants come to us in milliseconds; the column has microseconds. Compare what we can name.
  const moment = sql`date_trunc('milliseconds', ${stories.updatedAt})`;
  return sql`(${stories.updatedAt} < ${at}::timestamptz + interval '1 millisecond'
    and (${moment} < ${at}::timestamptz or (${moment} = ${at}::timestamptz and ${stories.id} > ${id}::uuid)))`;
}
