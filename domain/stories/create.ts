import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contributors, desks, families, sections, stories } from "#db/schema.ts";
import { actorId, type Ctx } from "../context.ts";
import { emptyDocument } from "../document/validate.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import { blankFields } from "./fields.ts";
import type { CreateInput } from "./input.ts";
import { readableBy } from "./rights.ts";
import { appendRevision, makeHead } from "./write-revision.ts";

/**
 * Opens a new story in one language, at "writing", with a first (empty) revision. It stands in
 * the first section until somebody says otherwise, so that a story in a hurry lacks nothing.
 * With `familyId` it becomes that family's story in this language; a family has one per language.
 */
export async function createStory(ctx: Ctx, input: CreateInput) {
  return ctx.db.transaction(async (tx) => {
    const [desk] = await tx.select().from(desks).orderBy(asc(desks.id)).limit(1);
    if (!desk) throw new Problem("conflict", "The outlet isn't set up yet: it has no desk.");
    authorize(ctx.actor, "story.create", { deskId: desk.id, createdBy: actorId(ctx.actor) });
    const sectionId = await openSection(tx, input.sectionId);
    const { familyId, sourceStoryId } = await familyFor(tx, ctx, input);
    const [story] = await tx
      .insert(stories)
      .values({
        familyId,
        sourceStoryId,
        language: input.language,
        deskId: desk.id,
        sectionId,
        createdBy: actorId(ctx.actor),
        createdAt: ctx.now,
        relation: sourceStoryId === null ? "original" : "translation",
      })
      .returning();
    if (!story) throw new Error("a story was not created");
    const fields = {
      ...blankFields(sectionId),
      headline: input.headline ?? "",
      byline: await ownByline(tx, ctx),
    };
    const first = await appendRevision(tx, {
      storyId: story.id,
      language: input.language,
      kind: "save",
      baseId: null,
      fields,
      document: emptyDocument(),
      author: ctx.actor,
      at: ctx.now,
    });
    await makeHead(tx, first, { language: input.language, now: ctx.now, actor: ctx.actor });
    await recordEvent(tx, ctx, {
      act: "story.created",
      storyId: story.id,
      after: { language: input.language },
    });
    return { storyId: story.id, number: story.number, revisionId: first.id, familyId };
  });
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

/**
 * The family that the story joins, and the story that it comes from. A family of which this
 * person may see nothing isn't there for them.
 */
async function familyFor(tx: Transaction, ctx: Ctx, { familyId, language }: CreateInput) {
  if (familyId === undefined) {
    const [family] = await tx.insert(families).values({}).returning();
    if (!family) throw new Error("a family was not created");
    return { familyId: family.id, sourceStoryId: null };
  }
  await tx.select().from(families).where(eq(families.id, familyId)).for("update");
  const [source] = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.familyId, familyId), readableBy(ctx.actor, ctx.now)))
    .orderBy(asc(stories.number))
    .limit(1);
  if (!source) throw missing("family of stories");
  const [taken] = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.familyId, familyId), eq(stories.language, language)));
  if (taken) throw new Problem("conflict", "This story already exists in that language.");
  return { familyId, sourceStoryId: source.id };
}

/** The writer's own name, where a contributor is linked to the account. */
async function ownByline(tx: Transaction, { actor }: Ctx) {
  if (actor.kind === "system") return [];
  const own = await tx
    .select({ contributorId: contributors.id })
    .from(contributors)
    .where(eq(contributors.personId, actor.personId))
    .limit(1);
  return own.map(({ contributorId }) => ({ contributorId, role: "writing" as const }));
}
