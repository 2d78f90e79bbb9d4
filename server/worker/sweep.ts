/** Sessions, links, handed-over orders and share cards that nobody can use any more. */
import pg from "pg";

/** Long enough to answer "who was signed in last week?", short enough to keep no one's address for ever. */
const KEEP_DAYS = 30;

export type Swept = {
  readonly sessions: number;
  readonly links: number;
  readonly orders: number;
  readonly limits: number;
  readonly cards: number;
};

export async function sweepExpired(url: string, now: Date): Promise<Swept> {
  const client = new pg.Client({ connectionString: url, application_name: "dateline-sweep" });
  await client.connect();
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  const remove = async (sql: string, limit: Date | number) =>
    (await client.query(sql, [limit])).rowCount ?? 0;
  try {
    return {
      sessions: await remove("delete from sessions where coalesce(revoked_at, expires_at) < $1", before),
      links: await remove("delete from one_time_links where coalesce(used_at, expires_at) < $1", before),
      orders: await remove("delete from outbox where handed_over_at < $1", before),
      // Networks keep what they have shown for some weeks; the file goes as one that nobody names.
      cards: await remove(
        `delete from share_cards c where exists (select 1 from share_cards n
          where n.story_id = c.story_id and n.created_at > c.created_at and n.created_at < $1)`,
        before,
      ),
      limits: await remove("delete from sign_in_limits where expire < $1", now.getTime()),
    };
  } finally {
    await client.end();
  }
}
