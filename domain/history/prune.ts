/**
 * Takes out of histories what nobody can need: steps within stretches of writing that are over.
 * Nothing is rewritten. Of each stretch stay its last version, everybody's last in it, one for
 * each quarter of an hour, and all that `protected.ts` names; asides stay until they are decided.
 *
 * For each step that goes, `revision_stand_ins` says which kept one stands for it, and
 * `kept_authors` who had changed which paragraph in it.
 */
import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { revisions, stories } from "#db/schema.ts";
import { keptAuthors, revisionStandIns, writingSessions } from "#db/schema-history.ts";
import { roomRevisions } from "#db/schema-rooms.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import { foldSessions } from "./fold.ts";
import { protectedIn } from "./protected.ts";
import type { Step } from "./sessions.ts";
import { asidesOf, stepsAfter } from "./steps.ts";

const GRAIN_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** What lay on a screen is judged again until nobody can have it on screen. */
const AGAIN_MS = 3 * DAY_MS;
const DECIDED_MS = 30 * DAY_MS;
const STAND_INS_DAYS = 90;
/** Rows in one statement. */
const AT_ONCE = 1000;

export type Pruned = { stories: number; folded: number; pruned: number };

/**
 * Prunes the stories in which something was written and isn't folded yet; with "all", at night,
 * those, too, whose screens are to be judged again or that were never pruned.
 */
export async function pruneHistories(ctx: Ctx, which: "recent" | "all"): Promise<Pruned> {
  authorizeMachine(ctx.actor);
  const done: Pruned = { stories: 0, folded: 0, pruned: 0 };
  for (const storyId of await dueStories(ctx, which)) {
    const { folded, pruned } = await ctx.db.transaction((tx) => pruneStory(tx, storyId, ctx.now));
    done.stories += 1;
    done.folded += folded;
    done.pruned += pruned;
  }
  if (which === "all") {
    const old = new Date(ctx.now.getTime() - STAND_INS_DAYS * DAY_MS);
    await ctx.db.delete(revisionStandIns).where(lt(revisionStandIns.prunedAt, old));
    await forgetScreens(ctx);
  }
  return done;
}

/** Screens of a room whose revisions are gone, once nobody can have them on screen. */
async function forgetScreens({ db, now }: Ctx): Promise<void> {
  const old = new Date(now.getTime() - AGAIN_MS);
  const isGone = sql`not exists (select 1 from ${revisions} r where r.id = ${roomRevisions.revisionId})`;
  await db.delete(roomRevisions).where(and(lt(roomRevisions.at, old), isGone));
}

async function dueStories({ db, now }: Ctx, which: "recent" | "all"): Promise<string[]> {
  const [quiet, day, days] = [600_000, DAY_MS, AGAIN_MS].map((ms) =>
    new Date(now.getTime() - ms).toISOString(),
  );
  const unfolded = sql`r.story_id = s.id and r.kind <> 'aside' and r.seq >
    coalesce((select max(w.last_seq) from writing_sessions w where w.story_id = s.id), 0)`;
  const isDue =
    which === "recent"
      ? sql`s.updated_at > ${day}::timestamptz and exists (select 1 from revisions r
              where ${unfolded} and r.created_at < ${quiet}::timestamptz)`
      : sql`s.updated_at > ${days}::timestamptz
              or exists (select 1 from revisions r where ${unfolded} offset 19)`;
  const { rows } = await db.execute<{ id: string }>(
    sql`select s.id from ${stories} s where ${isDue} order by s.updated_at desc limit 5000`,
  );
  return rows.map(({ id }) => id);
}

/** A story that somebody is writing in at this moment is left for the next time. */
async function pruneStory(tx: Transaction, storyId: string, now: Date) {
  const [story] = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(eq(stories.id, storyId))
    .for("update", { skipLocked: true });
  if (!story) return { folded: 0, pruned: 0 };
  const folded = await foldSessions(tx, storyId, now);
  const needed = await protectedIn(tx, storyId, now);
  const gone = new Map<string, string>();
  const since = new Date(now.getTime() - AGAIN_MS);
  for (const session of await foldedSince(tx, storyId, since)) {
    const kept = keptOf(session.steps, needed);
    if (kept.length === session.steps.length) continue;
    if (session.people.length > 1) await keepAuthors(tx, storyId, session.steps, kept);
    for (const [id, standIn] of standInsOf(session.steps, kept)) gone.set(id, standIn);
  }
  for (const [id, standIn] of await decidedAsides(tx, storyId, needed, now)) gone.set(id, standIn);
  await remove(tx, storyId, gone, now);
  return { folded, pruned: gone.size };
}

async function foldedSince(tx: Transaction, storyId: string, since: Date) {
  const sessions = await tx
    .select()
    .from(writingSessions)
    .where(and(eq(writingSessions.storyId, storyId), gte(writingSessions.endedAt, since)));
  const fallback = sessions.length > 0 ? Math.min(...sessions.map(({ firstSeq }) => firstSeq)) - 1 : 0;
  const steps = await stepsAfter(tx, storyId, fallback);
  return sessions.map(({ firstSeq, lastSeq, people }) => ({
    people,
    steps: steps.filter(({ seq }) => seq >= firstSeq && seq <= lastSeq),
  }));
}

function keptOf(steps: readonly Step[], needed: ReadonlySet<string>): Step[] {
  const lastOf = new Map<string, string>();
  for (const { id, at, people } of steps) {
    lastOf.set("session", id);
    lastOf.set(`quarter ${Math.floor(at.getTime() / GRAIN_MS)}`, id);
    for (const personId of people) lastOf.set(personId, id);
  }
  const stays = new Set(lastOf.values());
  return steps.filter(({ id }) => stays.has(id) || needed.has(id));
}

/** For each step that goes the nearest kept one before it, else the next. */
function standInsOf(steps: readonly Step[], kept: readonly Step[]): [string, string][] {
  const stays = new Set(kept.map(({ id }) => id));
  return steps
    .filter(({ id }) => !stays.has(id))
    .flatMap(({ id, seq }) => {
      const standIn = kept.findLast((step) => step.seq < seq) ?? kept.find((step) => step.seq > seq);
      return standIn ? [[id, standIn.id] as [string, string]] : [];
    });
}

/** Who changed which block on the way to each kept step: a joint stretch would forget it. */
async function keepAuthors(tx: Transaction, storyId: string, steps: readonly Step[], kept: readonly Step[]) {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return;
  const { rows } = await tx.execute<{
    block_id: string;
    author_id: string;
    seq: number;
    created_at: string;
  }>(sql`
    select distinct on (block_id, looks, author_id) block_id, author_id, seq, created_at
      from (select b->'attrs'->>'id' as block_id, md5(b::text) as looks, unnest(w.people) as author_id, r.seq,
                   r.created_at, min(r.seq) over (partition by b->'attrs'->>'id', md5(b::text)) as born
              from revisions r
              left join room_revisions t on t.revision_id = r.id
              cross join lateral (select coalesce(t.person_ids, array[r.author_id]) as people) w,
                   jsonb_array_elements(r.document->'doc'->'content') b
             where r.story_id = ${storyId} and r.kind <> 'aside'
               and (r.seq between ${first.seq} and ${last.seq}
                    or r.seq = (select max(e.seq) from revisions e where e.story_id = ${storyId} and e.seq < ${first.seq}
                                                                     and e.kind <> 'aside'))) blocks
     where block_id is not null and seq = born order by block_id, looks, author_id, seq`);
  const changes = rows.flatMap(({ block_id: blockId, author_id: personId, seq, created_at }) => {
    const next = kept.find((step) => step.seq >= seq);
    const isKnown = personId === null || next === undefined || next.seq === seq || seq < first.seq;
    return isKnown
      ? []
      : [{ revisionId: next.id, storyId, blockId, personId, changedAt: new Date(created_at) }];
  });
  const once = new Map(changes.map((row) => [`${row.revisionId} ${row.blockId} ${row.personId}`, row]));
  if (once.size > 0)
    await tx
      .insert(keptAuthors)
      .values([...once.values()])
      .onConflictDoNothing();
}

/**
 * An aside goes when the next one was typed on it, and a month after its writer went on in the
 * story: until then nobody has decided.
 */
async function decidedAsides(
  tx: Transaction,
  storyId: string,
  needed: ReadonlySet<string>,
  now: Date,
): Promise<[string, string][]> {
  const asides = await asidesOf(tx, storyId);
  if (asides.length === 0) return [];
  const steps = await stepsAfter(tx, storyId, 0);
  const bases = new Set(asides.flatMap(({ baseId }) => baseId ?? []));
  return asides.flatMap(({ id, seq, authorId, at }) => {
    const age = now.getTime() - at.getTime();
    const isOvertaken = asides.find((each) => each.baseId === id && each.authorId === authorId);
    const wentOn = steps.some(
      (step) => step.seq > seq && authorId !== null && step.people.includes(authorId),
    );
    const keptId = isOvertaken?.id ?? steps.findLast((step) => step.seq < seq)?.id;
    const isDecided = (isOvertaken && age > DAY_MS) || (wentOn && age > DECIDED_MS && !bases.has(id));
    // Its base is protected on its account alone when it is an aside itself.
    const isNeeded = needed.has(id) && !isOvertaken;
    return isDecided && !isNeeded && keptId ? [[id, keptId] as [string, string]] : [];
  });
}

async function remove(tx: Transaction, storyId: string, gone: ReadonlyMap<string, string>, prunedAt: Date) {
  if (gone.size === 0) return;
  const standsFor = (id: string): string => {
    const next = gone.get(id);
    return next === undefined ? id : standsFor(next);
  };
  const ids = [...gone.keys()];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = ids
      .slice(from, from + AT_ONCE)
      .map((revisionId) => ({ revisionId, storyId, keptId: standsFor(revisionId), prunedAt }));
    await tx.insert(revisionStandIns).values(rows).onConflictDoNothing();
  }
  const earlier = await tx
    .select()
    .from(revisionStandIns)
    .where(and(eq(revisionStandIns.storyId, storyId), inArray(revisionStandIns.keptId, ids)));
  for (const { revisionId, keptId } of earlier) {
    await tx
      .update(revisionStandIns)
      .set({ keptId: standsFor(keptId) })
      .where(eq(revisionStandIns.revisionId, revisionId));
  }
  await tx.delete(revisions).where(inArray(revisions.id, ids));
}
