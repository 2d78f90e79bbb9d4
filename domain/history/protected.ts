/** Which revisions of a story somebody may still need, whatever becomes of the steps around them. */
import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

const SCREEN_DAYS = 1;
const MARK_DAYS = 30;

/**
 * The first, also of a room (texts from before it are merged there), the head and what it was typed on, the newest; what was named, submitted, approved, sent out or
 * brought back; what an aside was typed on; everybody's last own text, also before each
 * publication (what a writer's text is compared with); what lay on a screen within a day, and
 * what somebody looked at last.
 */
export async function protectedIn(tx: Transaction, storyId: string, now: Date): Promise<Set<string>> {
  const since = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  const { rows } = await tx.execute<{ id: string | null }>(sql`
    with own as (select id, base_id, seq, kind, author_id from revisions where story_id = ${storyId}),
         story as (select * from stories where id = ${storyId}),
         sent as (select r.id, r.seq from publications p join revisions r on r.id = p.revision_id
                   where p.story_id = ${storyId})
    select head_revision_id as id from story
    union select approved_revision_id from story
    union select o.base_id from own o join story s on s.head_revision_id = o.id
    union select id from sent
    union (select id from own order by seq limit 1)
    union (select id from own order by seq desc limit 1)
    union select revision_id from named_revisions where story_id = ${storyId}
    union select subject_id::uuid from events where story_id = ${storyId}
           and act in ('story.submitted', 'story.approved', 'story.sent-back') and subject_id is not null
    union select (after->>'revisionId')::uuid from events where story_id = ${storyId} and act = 'story.restored'
    union select base_id from own where kind = 'aside'
    union (select revision_id from room_revisions where story_id = ${storyId} order by revision_id limit 1)
    union (select distinct on (author_id) id from own where kind <> 'aside' order by author_id, seq desc)
    union (select distinct on (sent.seq, own.author_id) own.id from sent join own on own.seq <= sent.seq
            where own.kind <> 'aside' order by sent.seq, own.author_id, own.seq desc)
    union select revision_id from story_looks where story_id = ${storyId} and looked_at > ${since(MARK_DAYS)}::timestamptz
    union select before_revision_id from story_looks
           where story_id = ${storyId} and looked_at > ${since(SCREEN_DAYS)}::timestamptz`);
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
