import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { sections } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { storyTemplates } from "#db/schema-writing.ts";
import type { NodeJson, PictureUse, StoredDocument, StoryFields } from "#db/shapes.ts";
import { actorId, type Ctx } from "../context.ts";
import { newBlockId } from "../document/block-ids.ts";
import { migrateDocument } from "../document/migrate.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import { labelIn } from "../publications/snapshot.ts";
import { lockStory } from "../stories/open.ts";
import { authorizeReading } from "../stories/rights.ts";
import { findRevision } from "../stories/write-revision.ts";
import type { Language } from "../vocabulary.ts";
import type { ChangeTemplateInput, ListTemplatesInput, SaveTemplateInput, TemplateInput } from "./input.ts";

/** Stories to begin from, those of no section first. */
export async function listTemplates({ db, actor }: Ctx, { labelsIn, limit }: ListTemplatesInput) {
  authorize(actor, "story.create");
  const rows = await db
    .select({
      id: storyTemplates.id,
      name: storyTemplates.name,
      language: storyTemplates.language,
      sectionId: storyTemplates.sectionId,
      sectionLabels: sections.labels,
      updatedAt: storyTemplates.updatedAt,
    })
    .from(storyTemplates)
    .leftJoin(sections, eq(sections.id, storyTemplates.sectionId))
    .where(isNull(storyTemplates.retiredAt))
    .orderBy(asc(sections.position), asc(storyTemplates.name), asc(storyTemplates.id))
    .limit(limit);
  return rows.map(({ sectionLabels, ...row }) => ({
    ...row,
    section: sectionLabels && labelIn(sectionLabels, labelsIn),
  }));
}
export type StoryTemplate = Awaited<ReturnType<typeof listTemplates>>[number];

/**
 * Makes a template of a story as it stands on the screen: its body and what stories of its kind
 * have in common, the picture over the text too: a column has the same one every week. Who wrote it,
 * its address and whatever is true of this one story alone stay behind.
 */
export async function saveTemplate(ctx: Ctx, input: SaveTemplateInput): Promise<{ templateId: string }> {
  return ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, ctx, input.storyId);
    authorizeReading(ctx.actor, story, ctx.now);
    authorize(ctx.actor, "words.manage");
    const revision = await findRevision(tx, story.id, input.revisionId);
    if (!revision) throw missing("revision");
    await refuseClosedSection(tx, input.sectionId);
    const { name, language, sectionId } = input;
    const [kept] = await tx
      .insert(storyTemplates)
      .values({
        ...{ name, language, sectionId, createdBy: actorId(ctx.actor), updatedAt: ctx.now },
        fields: heldInCommon(revision.fields),
        document: migrateDocument(revision.document),
      })
      .returning({ id: storyTemplates.id });
    if (!kept) throw new Error("a template was not kept");
    const after = { name, storyId: story.id };
    await recordEvent(tx, ctx, { act: "template.changed", subjectId: kept.id, after });
    return { templateId: kept.id };
  });
}

function heldInCommon(fields: StoryFields): Partial<StoryFields> {
  const { kicker, headline, standfirst, slugline, dateline, topicIds, sources, signOff, shareText } = fields;
  const { machineHelp, lead } = fields;
  return {
    ...{ kicker, headline, standfirst, slugline, dateline, topicIds, signOff, shareText, machineHelp, lead },
    // Which agencies, not which of their items.
    sources: sources.map(({ agencyId }) => ({ agencyId, itemId: "", at: null, url: "" })),
  };
}

/** Another name, language or section for a template. */
export async function changeTemplate(ctx: Ctx, input: ChangeTemplateInput): Promise<{ templateId: string }> {
  return ctx.db.transaction(async (tx) => {
    const before = await lockTemplate(tx, input.templateId);
    authorize(ctx.actor, "words.manage");
    await refuseClosedSection(tx, input.sectionId);
    const { name, language, sectionId } = input;
    await tx
      .update(storyTemplates)
      .set({ name, language, sectionId, updatedAt: ctx.now })
      .where(eq(storyTemplates.id, before.id));
    const { name: was } = before;
    await recordEvent(tx, ctx, {
      ...{ act: "template.changed", subjectId: before.id },
      ...{ before: { name: was }, after: { name, language, sectionId } },
    });
    return { templateId: before.id };
  });
}

/** Takes a template off the list. Stories that began from it stay as they are. */
export async function retireTemplate(ctx: Ctx, { templateId }: TemplateInput): Promise<{ isGone: true }> {
  return ctx.db.transaction(async (tx) => {
    const { name } = await lockTemplate(tx, templateId);
    authorize(ctx.actor, "words.manage");
    await tx.update(storyTemplates).set({ retiredAt: ctx.now }).where(eq(storyTemplates.id, templateId));
    await recordEvent(tx, ctx, { act: "template.changed", subjectId: templateId, before: { name } });
    return { isGone: true };
  });
}

async function lockTemplate(tx: Transaction, templateId: string) {
  const [row] = await tx
    .select()
    .from(storyTemplates)
    .where(and(eq(storyTemplates.id, templateId), isNull(storyTemplates.retiredAt)))
    .for("update");
  if (!row) throw missing("template");
  return row;
}

async function refuseClosedSection(tx: Transaction, sectionId: string | null): Promise<void> {
  if (sectionId === null) return;
  const [section] = await tx.select().from(sections).where(eq(sections.id, sectionId));
  if (!section || section.retiredAt !== null) {
    throw new Problem("invalid", "That section isn't open any more. Choose another one.", {
      field: "sectionId",
    });
  }
}

/** What a new story takes from a template, within the transaction that begins it; blocks get names of their own. */
export async function beginningFrom(
  tx: Transaction,
  templateId: string,
  language: Language,
): Promise<{ fields: Partial<StoryFields>; document: StoredDocument; sectionId: string | null }> {
  const { fields, document, sectionId, language: own } = await lockTemplate(tx, templateId);
  if (own !== null && own !== language)
    throw new Problem("invalid", "That template is for another language.");
  const { schemaVersion, doc } = migrateDocument(document);
  return {
    fields: { ...fields, lead: await standingLead(tx, fields.lead) },
    sectionId: await openSectionOf(tx, sectionId),
    document: { schemaVersion, doc: renamed(doc) },
  };
}

/** A picture that was pulled since, or that can't be read, doesn't come into new stories. */
async function standingLead(
  tx: Transaction,
  lead: PictureUse | null | undefined,
): Promise<PictureUse | null> {
  if (!lead) return null;
  const [picture] = await tx.select().from(pictures).where(eq(pictures.id, lead.pictureId));
  return picture && picture.pulledAt === null && picture.state !== "refused" ? lead : null;
}

/** A section that was closed since leaves the choice to the new story. */
async function openSectionOf(tx: Transaction, sectionId: string | null): Promise<string | null> {
  if (sectionId === null) return null;
  const [section] = await tx.select().from(sections).where(eq(sections.id, sectionId));
  return section && section.retiredAt === null ? sectionId : null;
}

function renamed({ attrs, content, ...node }: NodeJson): NodeJson {
  const { source: _source, suggestion: _suggestion, ...kept } = attrs ?? {};
  return {
    ...node,
    ...(attrs && { attrs: "id" in attrs ? { ...kept, id: newBlockId() } : kept }),
    ...(content && { content: content.map(renamed) }),
  };
}
