/**
 * What one person did, newest first, as rows of `events` with the names of what it was done to. Saves
 * of one story that follow each other are one line: somebody who writes for an hour is saved a
 * hundred times. Pages by keyset over the rows themselves, so no line is split by a page's end twice.
 */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { events, people, stories } from "#db/schema.ts";
import { together } from "#db/together.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { readableBy } from "../stories/rights.ts";
import type { EventName, Language } from "../vocabulary.ts";
import type { ListDeedsInput } from "./input.ts";

export type Deed = {
  id: string;
  act: EventName;
  /** The newest of those that the line stands for. */
  happenedAt: Date;
  count: number;
  /** Null where it wasn't about a story. */
  story: DeedStory | null;
  /** Whom or what it was done to, by name, where that can be said. */
  subject: string | null;
  /** Of two words that were merged or taken apart: which it was, and the name of the other one. */
  merge: { way: "merged" | "apart"; other: string | null } | null;
};
/** `headline` null: a story that isn't open to the one who looks. */
export type DeedStory = { storyId: string; headline: string | null; language: Language | null };

const PAGE = 200;

type Row = typeof events.$inferSelect;

/** One page of somebody's history. `next` goes into `before` of the page after; null: that was all. */
export async function listDeeds(
  ctx: Ctx,
  { personId, before }: ListDeedsInput,
): Promise<{ deeds: Deed[]; next: string | null }> {
  authorize(ctx.actor, "audit.read");
  const rows = await ctx.db
    .select()
    .from(events)
    .where(and(eq(events.actorId, personId), before === undefined ? undefined : earlierThan(before)))
    .orderBy(desc(events.happenedAt), desc(events.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const [headlines, names] = await together(ctx.db, [
    () => headlinesOf(ctx, page),
    () => namesOf(ctx.db, page),
  ]);
  const deeds: Deed[] = [];
  for (const row of page) {
    const last = deeds.at(-1);
    if (last && row.act === "story.saved" && last.act === row.act && last.story?.storyId === row.storyId) {
      last.count += 1;
      continue;
    }
    const { id, act, happenedAt, storyId } = row;
    const story = storyId === null ? null : (headlines.get(storyId) ?? unknown(storyId));
    deeds.push({ id, act, happenedAt, count: 1, story, subject: subjectOf(row, names), merge: mergeOf(row) });
  }
  const end = page.at(-1);
  return { deeds, next: rows.length > PAGE && end ? `${end.happenedAt.toISOString()}~${end.id}` : null };
}

const unknown = (storyId: string): DeedStory => ({ storyId, headline: null, language: null });

/** The instant of the cursor is in milliseconds, the column's in microseconds: compared as we can name it. */
function earlierThan(cursor: string) {
  const [at, id] = cursor.split("~");
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) {
    throw new Problem("invalid", "That page of the history doesn't exist. Start from the top.");
  }
  const moment = sql`date_trunc('milliseconds', ${events.happenedAt})`;
  // The first half says no more than the second: it is the half that the index understands.
  return sql`${events.happenedAt} < ${at}::timestamptz + interval '1 millisecond'
    and (${moment}, ${events.id}) < (${at}::timestamptz, ${id}::uuid)`;
}

async function headlinesOf({ db, actor, now }: Ctx, rows: readonly Row[]): Promise<Map<string, DeedStory>> {
  const ids = [...new Set(rows.flatMap(({ storyId }) => storyId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: stories.id, headline: stories.headline, language: stories.language })
    .from(stories)
    .where(and(inArray(stories.id, ids), readableBy(actor, now)));
  return new Map(found.map(({ id, headline, language }) => [id, { storyId: id, headline, language }]));
}

/** Names of the people to whom something was done. */
async function namesOf(db: Database, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ act, subjectId }) =>
    act.startsWith("person.") && subjectId && /^[0-9a-f-]{36}$/.test(subjectId) ? [subjectId] : [],
  );
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** The name as it stood in the event itself, else as it is today; an invitation names its address. */
function subjectOf(
  { act, subjectId, before, after }: Row,
  names: ReadonlyMap<string, string>,
): string | null {
  if (act.startsWith("person.")) return subjectId === null ? null : (names.get(subjectId) ?? subjectId);
  if (act === "word.merged") return nameIn(isApart(after) ? after : before);
  return nameIn(after) ?? nameIn(before);
}

/** One side of such an event names the word that it was done to, the other the word that stood or stands for it. */
function mergeOf({ act, before, after }: Pick<Row, "act" | "before" | "after">): Deed["merge"] {
  if (act !== "word.merged") return null;
  return isApart(after) ? { way: "apart", other: nameIn(before) } : { way: "merged", other: nameIn(after) };
}

const isApart = (after: Row["after"]): boolean => after?.intoId === null;

function nameIn(said: Row["after"]): string | null {
  const name = said?.label ?? firstOf(said?.labels) ?? said?.slug ?? said?.name;
  return typeof name === "string" && name !== "" ? name : null;
}

function firstOf(labels: unknown): unknown {
  return typeof labels === "object" && labels !== null ? Object.values(labels)[0] : undefined;
}
