import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { desks, sections, stories } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { emptyDocument } from "../document/validate.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import { beginningFrom } from "../writing/templates.ts";
import { fieldsFrom, openFamily, ownContributors, sourceIn } from "./family.ts";
import { blankFields } from "./fields.ts";
import type { CreateInput } from "./input.ts";
import { appendRevision, makeHead } from "./write-revision.ts";

/**
 * Opens a new story in one language, at "writing", with a first (empty) revision. It stands in
 * the first section until somebody says otherwise, so that a story in a hurry lacks nothing.
 * With `familyId` it becomes that family's story in this language, made from `sourceStoryId`: on
 * the same desk, with what doesn't need translating (`fieldsFrom`), and under the same embargo.
 */
export async function createStory(ctx: Ctx, input: CreateInput) {
  return ctx.db.transaction(async (tx) => {
    const { row, fields, document } = await beginning(tx, ctx, input);
    const { sourceStoryId } = row;
    const [story] = await tx
      .insert(stories)
      .values({ ...row, language: input.language, createdBy: actorId(ctx.actor), createdAt: ctx.now })
      .returning();
    if (!story) throw new Error("a story was not created");
    const first = await appendRevision(tx, {
      storyId: story.id,
      language: input.language,
      kind: "save",
      baseId: null,
      fields: { ...fields, headline: input.headline ?? fields.headline },
      document,
      author: ctx.actor,
      at: ctx.now,
    });
    await makeHead(tx, first, { language: input.language, now: ctx.now, actor: ctx.actor });
    await recordEvent(tx, ctx, {
      act: "story.created",
      storyId: story.id,
      after: { language: input.language, ...(sourceStoryId && { sourceStoryId }) },
    });
    return { storyId: story.id, number: story.number, revisionId: first.id, familyId: story.familyId };
  });
}

/** Where the new story stands before a word is written. */
async function beginning(tx: Transaction, ctx: Ctx, input: CreateInput) {
  const { familyId } = input;
  if (familyId !== undefined) {
    const source = await sourceIn(tx, ctx, { ...input, familyId });
    const { id: sourceStoryId, deskId, sectionId, embargoUntil, embargoFrom, embargoPeople } = source;
    const held = { embargoUntil, embargoFrom, embargoPeople };
    const row = { familyId, sourceStoryId, relation: "translation" as const, deskId, sectionId, ...held };
    return { row, fields: await fieldsFrom(tx, ctx, source, input.language), document: emptyDocument() };
  }
  const [desk] = await tx.select().from(desks).orderBy(asc(desks.id)).limit(1);
  if (!desk) throw new Problem("conflict", "The outlet isn't set up yet: it has no desk.");
  authorize(ctx.actor, "story.create", { deskId: desk.id, createdBy: actorId(ctx.actor) });
  const template =
    input.templateId === undefined ? null : await beginningFrom(tx, input.templateId, input.language);
  const sectionId = await openSection(tx, input.sectionId ?? template?.sectionId ?? undefined);
  const own = await ownContributors(tx, ctx);
  const byline = own.map((contributorId) => ({ contributorId, role: "writing" as const }));
  return {
    row: { familyId: await openFamily(tx), sourceStoryId: null, deskId: desk.id, sectionId },
    fields: { ...blankFields(sectionId), ...template?.fields, sectionId, byline },
    document: template?.document ?? emptyDocument(),
  };
}

async function openSection(tx: Transaction, wanted: string | undefined): Promise<string> {
  const open = isNull(sections.retiredAt);
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(wanted === undefined ? open : and(open, eq(sections.id, wanted)))
    .orderBy(asc(sections.position), asc(sections.id))
    .limit(1);
  if (section) return section.id;
  throw wanted === undefined ? new Problem("conflict", "The outlet has no section yet.") : missing("section");
}
