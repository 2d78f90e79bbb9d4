import { sql } from "drizzle-orm";
import { contributors } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorize } from "../permissions.ts";
import type { WordInput } from "../stories/input.ts";
import type { WordKind } from "../vocabulary.ts";
import { insertWord } from "../words/add-word.ts";
import type { Choice } from "./list.ts";

type Named = Omit<WordInput, "language"> & { language: WordInput["language"]; labels?: Labels };

/** A name that bylines can print. Says nothing about accounts. */
export async function addContributor(ctx: Ctx, input: Named & { personId?: string }): Promise<Choice> {
  authorize(ctx.actor, "story.create");
  return add(ctx, "contributor", input);
}

/** A place that datelines can name. */
export async function addPlace(ctx: Ctx, input: Named): Promise<Choice> {
  authorize(ctx.actor, "story.create");
  return add(ctx, "place", input);
}

/** Something that stories are about. */
export async function addTopic(ctx: Ctx, input: Named): Promise<Choice> {
  authorize(ctx.actor, "story.create");
  return add(ctx, "topic", input);
}

/** An agency whose copy the outlet uses; sign-offs name it. */
export async function addAgency(ctx: Ctx, input: Named): Promise<Choice> {
  authorize(ctx.actor, "story.create");
  return add(ctx, "agency", input);
}

async function add(
  ctx: Ctx,
  kind: WordKind,
  { label, language, labels = { [language]: label }, personId }: Named & { personId?: string },
): Promise<Choice> {
  return ctx.db.transaction(async (tx) => {
    const { id, slug } = await insertWord(tx, kind, labels);
    if (personId !== undefined) {
      await tx.update(contributors).set({ personId }).where(sql`${contributors.id} = ${id}`);
    }
    await recordEvent(tx, ctx, { act: "word.added", subjectId: id, after: { kind, label } });
    return { id, slug, label };
  });
}
