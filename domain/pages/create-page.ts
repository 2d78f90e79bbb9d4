import { and, asc, eq } from "drizzle-orm";
import { families, stories } from "#db/schema.ts";
import type { Ctx } from "../context.ts";
import { emptyDocument } from "../document/validate.ts";
import { getOutlet } from "../outlet/find-outlet.ts";
import { outletNameIn } from "../outlet/outlet-name.ts";
import { authorize } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import { openFamily } from "../stories/family.ts";
import { type AddedPage, addPage } from "./add-page.ts";
import type { CreatePageInput, TranslatePageInput } from "./input.ts";
import { startingText } from "./starting-texts.ts";

/**
 * Opens a page about the outlet in one language, as a draft: it is written, kept and published
 * like a story, and stands at `/{lang}/{pageSlug}`. Throws Problem "conflict" when a section or a
 * page has that address, or another page that role.
 */
export async function createPage(ctx: Ctx, input: CreatePageInput): Promise<AddedPage> {
  authorize(ctx.actor, "page.create");
  return ctx.db.transaction(async (tx) =>
    addPage(tx, ctx, {
      ...{ familyId: await openFamily(tx), sourceStoryId: null },
      ...{ language: input.language, pageSlug: input.pageSlug, role: input.role },
      headline: input.headline ?? "",
      document: emptyDocument(),
    }),
  );
}

/**
 * Opens a page in another language, at the same address under that language. One that has a
 * starting text begins with it. Throws Problem "conflict" when the page is there in that language.
 */
export async function translatePage(
  ctx: Ctx,
  { familyId, language }: TranslatePageInput,
): Promise<AddedPage> {
  return ctx.db.transaction(async (tx) => {
    await tx.select().from(families).where(eq(families.id, familyId)).for("update");
    const pages = await tx
      .select()
      .from(stories)
      .where(and(eq(stories.familyId, familyId), eq(stories.kind, "page")))
      .orderBy(asc(stories.number));
    authorize(ctx.actor, "page.create");
    const [source] = pages;
    if (!source || source.pageSlug === null) throw missing("page");
    if (pages.some((page) => page.language === language)) {
      throw new Problem("conflict", "This page already exists in that language.");
    }
    const { settings } = await getOutlet({ db: tx });
    const name = outletNameIn(settings, language);
    const start = source.pageRole === null ? null : startingText(source.pageRole, language, name);
    return addPage(tx, ctx, {
      ...{ familyId, sourceStoryId: source.id, language },
      ...{ pageSlug: source.pageSlug, role: source.pageRole },
      headline: start?.headline ?? "",
      document: start?.document ?? emptyDocument(),
    });
  });
}
