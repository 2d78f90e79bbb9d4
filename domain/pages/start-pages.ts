import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sections, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { getOutlet } from "../outlet/find-outlet.ts";
import { outletNameIn } from "../outlet/outlet-name.ts";
import { authorize } from "../permissions.ts";
import { openFamily } from "../stories/family.ts";
import { addPage } from "./add-page.ts";
import { STARTED_ROLES, type StartedRole, startingText } from "./starting-texts.ts";

/**
 * Opens the pages that an outlet needs and doesn't have (About, Contact, Privacy, Ethics,
 * Corrections policy), in each of its languages, as drafts with texts to be completed. A page
 * whose address something else has is left out.
 */
export async function startPages(ctx: Ctx): Promise<{ started: number }> {
  authorize(ctx.actor, "page.create");
  return ctx.db.transaction(async (tx) => {
    let started = 0;
    for (const role of await lackingRoles(tx)) started += await startPage(tx, ctx, role);
    return { started };
  });
}

/** Roles of starting texts that no page has, at an address that nothing has. */
async function lackingRoles(tx: Transaction): Promise<StartedRole[]> {
  const pages = await tx
    .select({ role: stories.pageRole, slug: stories.pageSlug })
    .from(stories)
    .where(eq(stories.kind, "page"));
  const taken = await tx.select({ slug: sections.slug }).from(sections);
  const slugs = new Set([...pages, ...taken].map(({ slug }) => slug));
  return STARTED_ROLES.filter((role) => !slugs.has(role) && pages.every((page) => page.role !== role));
}

async function startPage(tx: Transaction, ctx: Ctx, role: StartedRole): Promise<number> {
  const { settings } = await getOutlet({ db: tx });
  const { languages, defaultLanguage } = settings;
  const familyId = await openFamily(tx);
  let sourceStoryId: string | null = null;
  const inOrder = [defaultLanguage, ...languages.filter((language) => language !== defaultLanguage)];
  for (const language of inOrder) {
    const text = startingText(role, language, outletNameIn(settings, language));
    if (text === null) continue;
    const page = { familyId, sourceStoryId, language, pageSlug: role, role, ...text };
    const { storyId } = await addPage(tx, ctx, page);
    sourceStoryId ??= storyId;
  }
  return 1;
}
