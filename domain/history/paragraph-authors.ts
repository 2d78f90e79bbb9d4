/**
 * Who wrote which paragraph: whoever first saved it with these words, and before them whoever
 * saved it with others. Read from revisions by the names of blocks; for steps that were pruned,
 * from what the pruning wrote down.
 */
import { and, eq, inArray, sql } from "drizzle-orm";
import { people, stories } from "#db/schema.ts";
import { keptAuthors } from "#db/schema-history.ts";
import type { Ctx } from "../context.ts";
import { migrateDocument } from "../document/migrate.ts";
import { blockIdOf } from "../document/paragraphs.ts";
import { textOf } from "../document/to-text.ts";
import { missing } from "../problem.ts";
import { authorizeReading } from "../stories/rights.ts";
import { findVersion } from "./find-version.ts";
import type { LookInput } from "./input.ts";

export type ParagraphAuthors = {
  blockId: string;
  text: string;
  pictureId: string | null;
  /** The last to change it first. */
  authors: { personId: string; name: string; changedAt: Date }[];
};

/** Every paragraph of one version with the people whose changes are in it. */
export async function listParagraphAuthors(ctx: Ctx, { storyId, revisionId }: LookInput) {
  const [story] = await ctx.db.select().from(stories).where(eq(stories.id, storyId));
  if (!story) throw missing("story");
  authorizeReading(ctx.actor, story, ctx.now);
  const version = await findVersion(ctx.db, storyId, revisionId);
  if (!version) throw missing("revision");
  const changes = await changesUpTo(ctx, storyId, version.seq);
  const names = await namesOf(ctx, [...new Set(changes.map(({ personId }) => personId))]);
  const blocks = (migrateDocument(version.document).doc.content ?? []).map((block): ParagraphAuthors => {
    const own = changes.filter(({ blockId }) => blockId === blockIdOf(block));
    const newest = new Map(own.map(({ personId, changedAt }) => [personId, changedAt]));
    const authors = [...newest]
      .map(([personId, changedAt]) => ({ personId, name: names.get(personId) ?? "", changedAt }))
      .toSorted((a, b) => b.changedAt.getTime() - a.changedAt.getTime());
    const { pictureId } = block.attrs ?? {};
    return {
      ...{ blockId: blockIdOf(block), text: textOf(block), authors },
      pictureId: typeof pictureId === "string" ? pictureId : null,
    };
  });
  return { language: story.language, blocks };
}
export type ListedParagraphAuthors = Awaited<ReturnType<typeof listParagraphAuthors>>;

type Change = { blockId: string; personId: string; changedAt: Date };

/** In rising time. Words that came back aren't the words of whoever brought them back. */
async function changesUpTo({ db }: Ctx, storyId: string, seq: number): Promise<Change[]> {
  const found = await db.execute<{ block_id: string; author_id: string; created_at: string }>(sql`
    select distinct on (block_id, looks, author_id) block_id, author_id, created_at
      from (select b->'attrs'->>'id' as block_id, md5(b::text) as looks, unnest(w.people) as author_id, r.created_at,
                   r.seq, min(r.seq) over (partition by b->'attrs'->>'id', md5(b::text)) as born
              from revisions r
              left join room_revisions t on t.revision_id = r.id
              cross join lateral (select coalesce(t.person_ids, array[r.author_id]) as people) w,
                   jsonb_array_elements(r.document->'doc'->'content') b
             where r.story_id = ${storyId} and r.seq <= ${seq} and r.kind <> 'aside'
               and (b ? 'content' or b->'attrs' ? 'pictureId' or b->'attrs' ? 'url')) blocks
     where author_id is not null and block_id is not null and seq = born
     order by block_id, looks, author_id, seq`);
  const pruned = await db
    .select()
    .from(keptAuthors)
    .where(
      and(
        eq(keptAuthors.storyId, storyId),
        sql`exists (select 1 from revisions r where r.id = ${keptAuthors.revisionId} and r.seq <= ${seq})`,
      ),
    );
  const changes = [
    ...found.rows.map((row) => ({
      blockId: row.block_id,
      personId: row.author_id,
      changedAt: new Date(row.created_at),
    })),
    ...pruned.map(({ blockId, personId, changedAt }) => ({ blockId, personId, changedAt })),
  ];
  return changes.toSorted((a, b) => a.changedAt.getTime() - b.changedAt.getTime());
}

async function namesOf({ db }: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
