import { aliasedTable, and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { notices, people, stories } from "#db/schema.ts";
import { handLines } from "#db/schema-circulation.ts";
import type { HandChannel, NoticeKind } from "../vocabulary.ts";

export type HandLine = {
  id: string;
  channel: HandChannel;
  url: string;
  note: string;
  postedAt: Date;
  postedByName: string | null;
  changedAt: Date | null;
  changedByName: string | null;
  /** What readers were told since, and the post doesn't say yet; null: nothing. */
  toDo: NoticeKind | null;
};

const MOST = 100;

/** A story's posts, those that somebody has yet to change first, then the newest. */
export async function listHandLines(db: Database, storyId: string): Promise<HandLine[]> {
  const poster = aliasedTable(people, "poster");
  const changer = aliasedTable(people, "changer");
  const toDo = sql<NoticeKind | null>`(select n.kind from ${notices} n where n.story_id = ${handLines.storyId}
    and n.noticed_at > coalesce(${handLines.changedAt}, ${handLines.postedAt}) order by n.noticed_at desc limit 1)`;
  return db
    .select({
      id: handLines.id,
      channel: handLines.channel,
      url: handLines.url,
      note: handLines.note,
      postedAt: handLines.postedAt,
      postedByName: poster.name,
      changedAt: handLines.changedAt,
      changedByName: changer.name,
      toDo,
    })
    .from(handLines)
    .leftJoin(poster, eq(poster.id, handLines.postedBy))
    .leftJoin(changer, eq(changer.id, handLines.changedBy))
    .where(and(eq(handLines.storyId, storyId), isNull(handLines.removedAt)))
    .orderBy(sql`${toDo} is null`, desc(handLines.postedAt))
    .limit(MOST);
}

/** How many of a story's posts somebody has yet to change: for a list of stories. */
export const postsToChange: SQL<number> = sql<number>`(select count(*)::int from hand_lines h
  where h.story_id = ${stories.id} and h.removed_at is null and exists (select 1 from notices n
    where n.story_id = h.story_id and n.noticed_at > coalesce(h.changed_at, h.posted_at)))`;

/** As a condition on `stories`; few stories are posted by hand, so it begins with those. */
export const hasPostsToChange: SQL = sql`${stories.id} in (select h.story_id from hand_lines h
  join notices n on n.story_id = h.story_id and n.noticed_at > coalesce(h.changed_at, h.posted_at)
  where h.removed_at is null)`;
