import { eq } from "drizzle-orm";
import { revisions } from "#db/schema.ts";
import type { StoredDocument, StoryFields } from "#db/shapes.ts";
import type { Actor, Ctx } from "../context.ts";
import { createStory } from "../stories/create.ts";
import { publishStory } from "../stories/publish.ts";
import { saveStory } from "../stories/save.ts";
import type { Language } from "../vocabulary.ts";
import { doc, p } from "./doc.ts";
import type { Scene } from "./test.ts";

export type Draft = {
  by: Actor;
  language?: Language;
  fields?: Partial<StoryFields>;
  document?: StoredDocument;
  familyId?: string;
};

/** A story with a headline and a paragraph, saved once by its writer. */
export async function aStory(scene: Pick<Scene, "as">, draft: Draft) {
  const ctx = scene.as(draft.by);
  const { language = "en", familyId } = draft;
  const created = await createStory(ctx, familyId === undefined ? { language } : { language, familyId });
  const saved = await saveAgain(ctx, created.storyId, created.revisionId, {
    fields: { headline: "Bakers of Sulaimani raise the price of bread", ...draft.fields },
    document: draft.document ?? doc(p("Bread costs more from Monday.")),
  });
  return { ...created, revisionId: saved.revisionId };
}

/** Saves on a revision, changing only what is given. */
export async function saveAgain(
  ctx: Ctx,
  storyId: string,
  baseRevisionId: string,
  change: { fields?: Partial<StoryFields>; document?: StoredDocument },
) {
  const [base] = await ctx.db.select().from(revisions).where(eq(revisions.id, baseRevisionId));
  if (!base) throw new Error("no such base revision");
  return saveStory(ctx, {
    storyId,
    baseRevisionId,
    fields: { ...base.fields, ...change.fields },
    document: change.document ?? base.document,
  });
}

/** A story that readers have, published by the newsroom's editor. */
export async function aLiveStory(scene: Scene, draft: Partial<Draft> = {}) {
  const story = await aStory(scene, { by: scene.newsroom.rawa, ...draft });
  const published = await publishStory(scene.as(scene.newsroom.dilan), {
    storyId: story.storyId,
    revisionId: story.revisionId,
    seenPublicationId: null,
  });
  return { ...story, ...published, storyNumber: story.number };
}
