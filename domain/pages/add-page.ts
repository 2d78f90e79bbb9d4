import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { desks, sections, stories } from "#db/schema.ts";
import type { StoredDocument } from "#db/shapes.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { Problem } from "../problem.ts";
import { blankFields } from "../stories/fields.ts";
import { appendRevision, makeHead } from "../stories/write-revision.ts";
import type { Language, PageRole } from "../vocabulary.ts";
import { takePageAddress } from "./addresses.ts";

export type NewPage = {
  familyId: string;
  sourceStoryId: string | null;
  language: Language;
  pageSlug: string;
  role: PageRole | null;
  headline: string;
  document: StoredDocument;
};

export type AddedPage = { storyId: string; number: number; revisionId: string; familyId: string };

/**
 * A site page as a draft with its first revision, within a transaction that has asked for the
 * right. It names a section because every row of `stories` does; none ever lists it.
 */
export async function addPage(tx: Transaction, ctx: Ctx, page: NewPage): Promise<AddedPage> {
  const { familyId, language, pageSlug, role, headline, document } = page;
  const [desk] = await tx.select().from(desks).orderBy(asc(desks.id)).limit(1);
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .orderBy(sql`${sections.retiredAt} is not null`, asc(sections.position), asc(sections.id))
    .limit(1);
  if (!desk || !section) throw new Problem("conflict", "The outlet isn't set up yet.");
  await takePageAddress(tx, { language, pageSlug, familyId });
  await refuseRoleOfOther(tx, page);
  const [story] = await tx
    .insert(stories)
    .values({
      ...{ kind: "page" as const, familyId, language, pageSlug, pageRole: role },
      sourceStoryId: page.sourceStoryId,
      relation: page.sourceStoryId === null ? "original" : "translation",
      ...{ deskId: desk.id, sectionId: section.id },
      ...{ createdBy: actorId(ctx.actor), createdAt: ctx.now },
    })
    .returning();
  if (!story) throw new Error("a page was not created");
  const first = await appendRevision(tx, {
    ...{ storyId: story.id, language, kind: "save", baseId: null },
    fields: { ...blankFields(section.id), headline },
    document,
    author: ctx.actor,
    at: ctx.now,
  });
  await makeHead(tx, first, { language, now: ctx.now, actor: ctx.actor });
  await recordEvent(tx, ctx, { act: "page.created", storyId: story.id, after: { language, pageSlug, role } });
  return { storyId: story.id, number: story.number, revisionId: first.id, familyId };
}

/** The outlet's record names one page for each role: two of them would leave readers to guess. */
export async function refuseRoleOfOther(
  tx: Transaction,
  { role, familyId }: Pick<NewPage, "role" | "familyId">,
): Promise<void> {
  if (role === null) return;
  const [other] = await tx
    .select({ headline: stories.headline })
    .from(stories)
    .where(and(eq(stories.pageRole, role), ne(stories.familyId, familyId)))
    .limit(1);
  if (!other) return;
  throw new Problem(
    "conflict",
    `“${other.headline}” has that part already. Open it, and add its other languages there.`,
    { field: "role" },
  );
}
