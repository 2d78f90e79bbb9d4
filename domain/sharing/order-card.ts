import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { outbox, stories } from "#db/schema.ts";
import { shareCards } from "#db/schema-circulation.ts";
import { pictures, pictureUses } from "#db/schema-pictures.ts";
import type { OutletSettings } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";

/**
 * Orders the picture that a shared link shows, within the transaction that makes one necessary.
 * Publishing never waits for it: the page goes out, and names the card when it is there.
 */
export async function orderShareCard(tx: Transaction, storyId: string): Promise<void> {
  await tx.insert(outbox).values({ job: "share-card", payload: { storyId } });
}

/** What is shared is mostly new; older cards follow when their stories are published again. */
const REDRAWN_AT_ONCE = 300;

/**
 * Orders new cards for the newest live stories when what all cards wear was changed: the outlet's
 * name, colour, typefaces or logo. Each gets a new address only where it looks different.
 */
export async function redrawCards(
  tx: Transaction,
  before: OutletSettings,
  after: OutletSettings,
): Promise<void> {
  if (isDeepStrictEqual(wornByCards(before), wornByCards(after))) return;
  await orderCardsOfNewest(tx);
}

function wornByCards({ name, brand }: OutletSettings) {
  const { logo = null, logoDark = null } = brand?.pictures ?? {};
  return { name, accent: brand?.accent?.light ?? null, faces: brand?.faces ?? null, logo, logoDark };
}

async function orderCardsOfNewest(tx: Transaction): Promise<void> {
  const newest = await tx
    .select({ storyId: stories.id })
    .from(stories)
    .where(and(eq(stories.live, "published"), eq(stories.kind, "story")))
    .orderBy(sql`${stories.firstPublishedAt} desc nulls last`)
    .limit(REDRAWN_AT_ONCE);
  if (newest.length === 0) return;
  await tx.insert(outbox).values(newest.map(({ storyId }) => ({ job: "share-card", payload: { storyId } })));
}

/**
 * Orders new cards for every live story that shows one of these pictures over its text, or has it
 * in the place of one that was pulled: its files, its rights or its standing changed.
 */
export async function orderCardsWith(tx: Transaction, pictureIds: readonly string[]): Promise<void> {
  if (pictureIds.length === 0) return;
  const [worn] = await tx
    .select({ id: pictureUses.id })
    .from(pictureUses)
    .where(and(eq(pictureUses.place, "logo"), inArray(pictureUses.pictureId, [...pictureIds])))
    .limit(1);
  if (worn) return orderCardsOfNewest(tx);
  const showing = await tx
    .selectDistinct({ storyId: stories.id })
    .from(pictureUses)
    .innerJoin(stories, eq(stories.id, pictureUses.storyId))
    .innerJoin(pictures, eq(pictures.id, pictureUses.pictureId))
    .where(
      and(
        eq(pictureUses.stands, "live"),
        eq(pictureUses.place, "lead"),
        eq(stories.live, "published"),
        eq(stories.kind, "story"),
        or(inArray(pictures.id, [...pictureIds]), inArray(pictures.replacedBy, [...pictureIds])),
      ),
    );
  if (showing.length === 0) return;
  await tx.insert(outbox).values(showing.map(({ storyId }) => ({ job: "share-card", payload: { storyId } })));
}

/**
 * Orders cards for the newest live stories that have none of their live publication (moved in from
 * elsewhere; making one failed) or one with a picture whose time is up. At most `limit` of them.
 */
export async function orderMissingCards(
  { db, actor, now }: Ctx,
  { limit }: { limit: number },
): Promise<{ ordered: number }> {
  authorizeMachine(actor);
  return db.transaction(async (tx) => {
    const newest = sql`(select c.publication_id = ${stories.livePublicationId}
        and coalesce(p.valid_until > ${now.toISOString()}::timestamptz, true)
      from ${shareCards} c left join ${pictures} p on p.id = c.picture_id
      where c.story_id = ${stories.id} order by c.created_at desc limit 1)`;
    const lacking = await tx
      .select({ storyId: stories.id })
      .from(stories)
      .where(and(eq(stories.live, "published"), eq(stories.kind, "story"), sql`${newest} is not true`))
      .orderBy(sql`${stories.firstPublishedAt} desc nulls last`)
      .limit(limit);
    for (const { storyId } of lacking) await orderShareCard(tx, storyId);
    return { ordered: lacking.length };
  });
}
