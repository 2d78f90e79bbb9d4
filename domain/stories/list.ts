import { aliasedTable, and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { people, publications, sections, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { foldForSearch } from "../languages/fold.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { labelIn } from "../publications/snapshot.ts";
import { storyPath } from "../site.ts";
import { LANGUAGE_CODES } from "../vocabulary.ts";
import { openTo } from "./embargo.ts";
import type { ListInput } from "./input.ts";

/**
 * What is in flight, the last changed first. Pages by keyset: `after` is the `next` of the page
 * before, so a list that moves while one reads it neither repeats nor drops a story.
 */
export async function listDeskStories(ctx: Ctx, input: ListInput) {
  authorize(ctx.actor, "story.read");
  const author = aliasedTable(people, "author");
  const editor = aliasedTable(people, "editor");
  const rows = await ctx.db
    .select({
      story: stories,
      sectionLabels: sections.labels,
      createdByName: author.name,
      updatedByName: editor.name,
      printed: publications.printed,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(author, eq(author.id, stories.createdBy))
    .leftJoin(editor, eq(editor.id, stories.updatedBy))
    .leftJoin(
      publications,
      and(eq(publications.id, stories.livePublicationId), eq(stories.live, "published")),
    )
    .where(and(openTo(ctx.actor, ctx.now), ...conditions(ctx, input)))
    .orderBy(desc(stories.updatedAt), stories.id)
    .limit(input.limit + 1);
  const page = rows.slice(0, input.limit).map((row) => ({
    id: row.story.id,
    number: row.story.number,
    language: row.story.language,
    slugline: row.story.slugline,
    headline: row.story.headline,
    sectionLabel: labelIn(row.sectionLabels, "en"),
    stage: row.story.stage,
    live: row.story.live,
    hasPending: row.story.live === "published" && row.story.stage !== null,
    embargoUntil: row.story.embargoUntil,
    words: row.story.words,
    updatedAt: row.story.updatedAt,
    updatedByName: row.updatedByName,
    createdByName: row.createdByName,
    path: row.printed
      ? storyPath({
          language: row.story.language,
          sectionSlug: row.printed.section.slug,
          number: row.story.number,
          slug: row.printed.slug,
        })
      : null,
  }));
  const last = page.at(-1);
  return { rows: page, next: rows.length > input.limit && last ? cursorOf(last) : null };
}
export type DeskStoryRow = Awaited<ReturnType<typeof listDeskStories>>["rows"][number];

function conditions({ actor }: Ctx, input: ListInput): SQL[] {
  const wanted: (SQL | undefined)[] = [
    input.stage === "pending" ? isNotNull(stories.stage) : undefined,
    input.stage && input.stage !== "pending" ? eq(stories.stage, input.stage) : undefined,
    input.live ? eq(stories.live, input.live) : undefined,
    input.language ? eq(stories.language, input.language) : undefined,
    input.sectionId ? eq(stories.sectionId, input.sectionId) : undefined,
    input.mine && actor.kind === "person" ? eq(stories.createdBy, actor.personId) : undefined,
    input.search?.trim() ? found(input.search) : undefined,
    input.after ? following(input.after) : undefined,
  ];
  return wanted.filter((condition) => condition !== undefined);
}

/** A story matches when every word of the query starts some word of it, folded as any of our languages would. */
function found(search: string): SQL {
  const queries = new Set(
    LANGUAGE_CODES.map((language) =>
      foldForSearch(search, language)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== "")
        .map((word) => `${word}:*`)
        .join(" & "),
    ).filter((query) => query !== ""),
  );
  if (queries.size === 0) return sql`true`;
  const either = [...queries].map((query) => `(${query})`).join(" | ");
  return sql`${stories.search} @@ to_tsquery('simple', ${either})`;
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
