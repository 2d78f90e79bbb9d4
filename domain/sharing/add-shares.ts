import { sql } from "drizzle-orm";
import { outlet, stories } from "#db/schema.ts";
import { shareCounts } from "#db/schema-circulation.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import type { ShareChannel } from "../vocabulary.ts";

export type Shares = { storyNumber: number; channel: ShareChannel; shares: number };

/**
 * Adds what readers pressed to the day's counts, by the newsroom's own day. Only of live stories:
 * whatever else was counted is nobody's. Pages show the new totals when they are printed next.
 */
export async function addShares({ db, actor, now }: Ctx, counted: readonly Shares[]): Promise<void> {
  authorizeMachine(actor);
  if (counted.length === 0) return;
  const rows = JSON.stringify(counted);
  await db.execute(sql`
    insert into ${shareCounts} (story_id, channel, day, shares)
    select s.id, c.channel, (${now.toISOString()}::timestamptz at time zone (o.settings->>'timeZone'))::date, sum(c.shares)
      from jsonb_to_recordset(${rows}::jsonb) as c("storyNumber" bigint, channel text, shares int)
      join ${stories} s on s.number = c."storyNumber" and s.live = 'published' and s.kind = 'story'
      cross join ${outlet} o
     group by 1, 2, 3
    on conflict (story_id, channel, day) do update set shares = share_counts.shares + excluded.shares`);
}
