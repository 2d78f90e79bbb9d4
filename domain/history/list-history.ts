import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { people, revisions, stories } from "#db/schema.ts";
import { writingSessions } from "#db/schema-history.ts";
import type { Ctx } from "../context.ts";
import { missing } from "../problem.ts";
import { authorizeReading } from "../stories/rights.ts";
import type { RevisionKind } from "../vocabulary.ts";
import { changedBetween } from "./compare-versions.ts";
import type { ListHistoryInput } from "./input.ts";
import { type Milestone, milestonesOf } from "./milestones.ts";
import { sessionsOf } from "./sessions.ts";
import { asidesOf, lastFolded, stepsAfter } from "./steps.ts";

/** One line of a history: a stretch of writing, or a text that was kept aside. */
export type HistoryLine = {
  /** Its last version: what a person looks at who opens it. */
  revisionId: string;
  firstSeq: number;
  seq: number;
  kind: RevisionKind;
  /** Names, in the order in which they came to it; none: the machine. */
  people: string[];
  startedAt: Date;
  endedAt: Date;
  steps: number;
  wordsIn: number;
  wordsOut: number;
  fields: string[];
  /** Versions in it that stand out. */
  marks: Milestone[];
  isHead: boolean;
  /** What it is compared with at first: the version before it. */
  beforeId: string | null;
};

type Line = Omit<HistoryLine, "people" | "marks" | "isHead" | "wordsIn" | "wordsOut" | "fields"> & {
  personIds: string[];
  /** Null: not counted yet. */
  changed: Pick<HistoryLine, "wordsIn" | "wordsOut" | "fields"> | null;
};

/** A story's history by its stretches of writing, newest first, from before `before` on. */
export async function listHistory(ctx: Ctx, { storyId, before, limit }: ListHistoryInput) {
  const [story] = await ctx.db.select().from(stories).where(eq(stories.id, storyId));
  if (!story) throw missing("story");
  authorizeReading(ctx.actor, story, ctx.now);
  const marks = await milestonesOf(ctx.db, storyId);
  const all = [
    ...(await openLines(ctx.db, storyId, new Set(marks.keys()))),
    ...(await foldedLines(ctx.db, storyId, before, limit)),
  ].filter(({ seq }) => before === undefined || seq < before);
  const page = all.toSorted((a, b) => b.seq - a.seq).slice(0, limit);
  const [names, changed, places] = [
    await namesOf(ctx.db, page),
    await countedIn(ctx.db, page),
    await placesOf(ctx.db, [...marks.keys()]),
  ];
  const lines = page.map(({ personIds, changed: known, ...line }): HistoryLine => {
    const within = ({ revisionId }: Milestone) => {
      const seq = places.get(revisionId) ?? 0;
      return line.kind === "aside" ? seq === line.seq : seq >= line.firstSeq && seq <= line.seq;
    };
    return {
      ...line,
      ...(known ?? changed.get(line.revisionId) ?? { wordsIn: 0, wordsOut: 0, fields: [] }),
      people: personIds.map((personId) => names.get(personId) ?? ""),
      marks: [...marks.values()].filter(within),
      isHead: line.revisionId === story.headRevisionId,
    };
  });
  return { lines, hasMore: page.length === limit };
}
export type History = Awaited<ReturnType<typeof listHistory>>;

/** Stretches since the last folded one, and everything that was kept aside. */
async function openLines(db: Database, storyId: string, ends: ReadonlySet<string>): Promise<Line[]> {
  const folded = await lastFolded(db, storyId);
  const sessions = sessionsOf(await stepsAfter(db, storyId, folded?.lastSeq ?? 0), ends);
  const asides = await asidesOf(db, storyId);
  return [
    ...sessions.map(({ steps, first, last, people: personIds }, place) => ({
      ...{ revisionId: last.id, firstSeq: first.seq, seq: last.seq, kind: last.kind, personIds },
      ...{ startedAt: first.at, endedAt: last.at, steps: steps.length, changed: null },
      beforeId: sessions[place - 1]?.last.id ?? folded?.lastRevisionId ?? null,
    })),
    ...asides.map(({ id, seq, kind, authorId, at, baseId }) => ({
      ...{ revisionId: id, firstSeq: seq, seq, kind, personIds: authorId === null ? [] : [authorId] },
      ...{ startedAt: at, endedAt: at, steps: 1, changed: null, beforeId: baseId },
    })),
  ];
}

async function foldedLines(
  db: Database,
  storyId: string,
  before: number | undefined,
  limit: number,
): Promise<Line[]> {
  const rows = await db
    .select({ session: writingSessions, kind: revisions.kind })
    .from(writingSessions)
    .innerJoin(revisions, eq(revisions.id, writingSessions.lastRevisionId))
    .where(
      and(
        eq(writingSessions.storyId, storyId),
        before === undefined ? undefined : lt(writingSessions.lastSeq, before),
      ),
    )
    .orderBy(desc(writingSessions.lastSeq))
    .limit(limit + 1);
  return rows.map(({ session, kind }, place) => ({
    ...{ revisionId: session.lastRevisionId, firstSeq: session.firstSeq, seq: session.lastSeq, kind },
    ...{ personIds: session.people, startedAt: session.startedAt, endedAt: session.endedAt },
    steps: session.steps,
    changed: { wordsIn: session.wordsIn, wordsOut: session.wordsOut, fields: session.fields },
    beforeId: rows[place + 1]?.session.lastRevisionId ?? null,
  }));
}

async function namesOf(db: Database, lines: readonly Line[]): Promise<Map<string, string>> {
  const ids = [...new Set(lines.flatMap(({ personIds }) => personIds))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What stretches that aren't folded yet changed: from their texts. */
async function countedIn(db: Database, lines: readonly Line[]) {
  const open = lines.filter(({ changed }) => changed === null);
  const ids = [
    ...new Set(open.flatMap(({ revisionId, beforeId }) => [revisionId, ...(beforeId ? [beforeId] : [])])),
  ];
  if (ids.length === 0) return new Map<string, ReturnType<typeof changedBetween>>();
  const rows = await db
    .select({ id: revisions.id, fields: revisions.fields, document: revisions.document })
    .from(revisions)
    .where(inArray(revisions.id, ids));
  const texts = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    open.flatMap(({ revisionId, beforeId }) => {
      const after = texts.get(revisionId);
      const before = beforeId === null ? null : (texts.get(beforeId) ?? null);
      return after ? [[revisionId, changedBetween(before, after)] as const] : [];
    }),
  );
}

async function placesOf(db: Database, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: revisions.id, seq: revisions.seq })
    .from(revisions)
    .where(inArray(revisions.id, ids));
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}
