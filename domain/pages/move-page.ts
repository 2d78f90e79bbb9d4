import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { leadOn } from "../redirects/lead-on.ts";
import { sitePagePath } from "../site.ts";
import { lockStory, type StoryRow } from "../stories/open.ts";
import { refuseRoleOfOther } from "./add-page.ts";
import { takePageAddress } from "./addresses.ts";
import type { MovePageInput, PageRoleInput } from "./input.ts";
import { recordPageGone } from "./page-keys.ts";

/**
 * Gives a page, in all of its languages, another address. Where readers have had it, the old
 * address leads to the new one for good; the menus and records that name the page follow.
 */
export async function movePage(
  ctx: Ctx,
  { storyId, pageSlug }: MovePageInput,
): Promise<{ pageSlug: string; changeSeq: number }> {
  return ctx.db.transaction(async (tx) => {
    const page = await lockPage(tx, ctx, storyId);
    authorize(ctx.actor, "page.create");
    const family = await tx
      .select()
      .from(stories)
      .where(and(eq(stories.familyId, page.familyId), eq(stories.kind, "page")))
      .for("update");
    for (const { language, familyId } of family) await takePageAddress(tx, { language, pageSlug, familyId });
    const touched = [keys.outlet(), keys.sitemap(), keys.redirects()];
    for (const one of family) {
      if (one.pageSlug === null || one.pageSlug === pageSlug) continue;
      await tx.update(stories).set({ pageSlug }).where(eq(stories.id, one.id));
      touched.push(keys.sitePage(one.language, one.pageSlug), keys.sitePage(one.language, pageSlug));
      if (one.firstPublishedAt === null) continue;
      const move = {
        from: sitePagePath(one.language, one.pageSlug),
        to: sitePagePath(one.language, pageSlug),
      };
      await leadOn(tx, ctx, [move], "rename");
    }
    await recordEvent(tx, ctx, {
      act: "page.moved",
      storyId,
      before: { pageSlug: page.pageSlug },
      after: { pageSlug },
    });
    return { pageSlug, changeSeq: await recordPageGone(tx, touched) };
  });
}

/** Says what a page is to the outlet, in all of its languages; null takes it out of the outlet's record. */
export async function setPageRole(
  ctx: Ctx,
  { storyId, role }: PageRoleInput,
): Promise<{ changeSeq: number }> {
  return ctx.db.transaction(async (tx) => {
    const page = await lockPage(tx, ctx, storyId);
    authorize(ctx.actor, "page.create");
    const { familyId } = page;
    if (role !== null && role !== page.pageRole) await refuseRoleOfOther(tx, { role, familyId });
    await tx.update(stories).set({ pageRole: role }).where(eq(stories.familyId, familyId));
    await recordEvent(tx, ctx, {
      act: "page.moved",
      storyId,
      before: { role: page.pageRole },
      after: { role },
    });
    return { changeSeq: await recordChange(tx, { keys: [keys.outlet()], hard: "soft" }) };
  });
}

async function lockPage(tx: Transaction, ctx: Ctx, storyId: string): Promise<StoryRow> {
  const page = await lockStory(tx, ctx, storyId);
  if (page.kind !== "page") throw missing("page");
  return page;
}
