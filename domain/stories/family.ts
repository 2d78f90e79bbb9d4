/**
 * A family is one piece in its languages: at most one story of each. The first is the original; the
 * others say which story they were made from.
 */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { contributors, families, stories } from "#db/schema.ts";
import type { StoryFields } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { authorize } from "../permissions.ts";
import { creditIn } from "../pictures/credit-in.ts";
import { missing, Problem } from "../problem.ts";
import type { Language } from "../vocabulary.ts";
import { blankFields } from "./fields.ts";
import type { CreateInput } from "./input.ts";
import type { StoryRow } from "./open.ts";
import { authorizeTranslating, readableBy } from "./rights.ts";
import { headOf } from "./save.ts";

/** A family for a new original. */
export async function openFamily(tx: Transaction): Promise<string> {
  const [family] = await tx.insert(families).values({}).returning();
  if (!family) throw new Error("a family was not created");
  return family.id;
}

/**
 * The story that a new language is made from: the one that was on the screen, else the family's
 * first. A family of which this person may see nothing isn't there for them. Locks the family, so
 * that two people can't start the same language.
 */
export async function sourceIn(
  tx: Transaction,
  ctx: Ctx,
  { familyId, sourceStoryId, language }: CreateInput & { familyId: string },
): Promise<StoryRow> {
  await tx.select().from(families).where(eq(families.id, familyId)).for("update");
  const [source] = await tx
    .select()
    .from(stories)
    .where(
      and(
        eq(stories.familyId, familyId),
        eq(stories.kind, "story"),
        readableBy(ctx.actor, ctx.now),
        sourceStoryId === undefined ? undefined : eq(stories.id, sourceStoryId),
      ),
    )
    .orderBy(asc(stories.number))
    .limit(1);
  if (!source) throw missing("family of stories");
  authorizeTranslating(ctx.actor, source, ctx.now);
  const [taken] = await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.familyId, familyId), eq(stories.language, language)));
  if (taken) throw new Problem("conflict", "This story already exists in that language.");
  return source;
}

/**
 * What another language takes over: where the piece stands and who answers for it, nothing that is
 * written in the source's language. Where the front puts it is decided for each language anew.
 */
export async function fieldsFrom(
  tx: Transaction,
  ctx: Ctx,
  source: StoryRow,
  language: Language,
): Promise<StoryFields> {
  const { fields } = await headOf(tx, source);
  const { lead } = fields;
  const translator = (await ownContributors(tx, ctx)).map((contributorId) => ({
    contributorId,
    role: "translation" as const,
  }));
  return {
    ...blankFields(fields.sectionId),
    slugline: fields.slugline,
    dateline: { placeId: fields.dateline.placeId, text: "" },
    byline: [...fields.byline.filter(({ role }) => role !== "translation"), ...translator],
    topicIds: fields.topicIds,
    sources: fields.sources,
    lead: lead && {
      ...{ ...lead, caption: "", alt: "" },
      credit: await creditIn(tx, lead, source.language, language),
    },
    related: fields.related,
  };
}

/** The writer's own name, where a contributor is linked to the account. */
export async function ownContributors(tx: Transaction, { actor }: Ctx): Promise<string[]> {
  if (actor.kind === "system") return [];
  const own = await tx
    .select({ id: contributors.id })
    .from(contributors)
    .where(and(eq(contributors.personId, actor.personId), isNull(contributors.mergedInto)))
    .orderBy(asc(contributors.id))
    .limit(1);
  return own.map(({ id }) => id);
}

/** The piece's stories that this person may see, the original first: with the one itself, alone or not. */
export async function listFamily(ctx: Ctx, familyId: string) {
  authorize(ctx.actor, "story.read");
  return ctx.db
    .select({
      storyId: stories.id,
      language: stories.language,
      headline: stories.headline,
      stage: stories.stage,
      live: stories.live,
      embargoUntil: stories.embargoUntil,
    })
    .from(stories)
    .where(and(eq(stories.familyId, familyId), readableBy(ctx.actor, ctx.now)))
    .orderBy(asc(stories.number))
    .limit(20);
}
export type FamilyLine = Awaited<ReturnType<typeof listFamily>>[number];
