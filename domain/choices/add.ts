import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { agencies, contributors, places, topics } from "#db/schema.ts";
import type { Labels } from "#db/shapes.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { slugFrom } from "../languages/slug.ts";
import { authorize } from "../permissions.ts";
import type { WordInput } from "../stories/input.ts";
import type { Choice } from "./list.ts";

type Named = Omit<WordInput, "language"> & { language: WordInput["language"]; labels?: Labels };

/** A name that bylines can print. Says nothing about accounts. */
export async function addContributor(ctx: Ctx, input: Named & { personId?: string }): Promise<Choice> {
  authorize(ctx.actor, "story.create");
  return add(ctx, "contributor", input, async (tx, slug, labels) => {
    const personId = input.personId ?? null;
    const [row] = await tx.insert(contributors).values({ slug, names: labels, personId }).returning();
    return row?.id;
  });
}

/** A place that datelines can name. */
export async function addPlace(ctx: Ctx, input: Named): Promise<Choice> {
  authorize(ctx.actor, "story.create");
  return add(ctx, "place", input, async (tx, slug, labels) => {
    const [row] = await tx.insert(places).values({ slug, labels }).returning();
    return row?.id;
  });
}

/** Something that stories are about. */
export async function addTopic(ctx: Ctx, input: Named): Promise<Choice> {
  authorize(ctx.actor, "story.create");
  return add(ctx, "topic", input, async (tx, slug, labels) => {
    const [row] = await tx.insert(topics).values({ slug, labels }).returning();
    return row?.id;
  });
}

/** An agency whose copy the outlet uses; sign-offs name it. */
export async function addAgency(ctx: Ctx, input: Named): Promise<Choice> {
  authorize(ctx.actor, "story.create");
  return add(ctx, "agency", input, async (tx, slug, labels) => {
    const [row] = await tx.insert(agencies).values({ slug, labels }).returning();
    return row?.id;
  });
}

const TABLES = { contributor: contributors, place: places, topic: topics, agency: agencies };

async function add(
  ctx: Ctx,
  noun: keyof typeof TABLES,
  { label, language, labels = { [language]: label } }: Named,
  insert: (tx: Transaction, slug: string, labels: Labels) => Promise<string | undefined>,
): Promise<Choice> {
  return ctx.db.transaction(async (tx) => {
    const slug = await freeSlug(tx, noun, labels.en ?? label);
    const id = await insert(tx, slug, labels);
    if (id === undefined) throw new Error(`a ${noun} was not added`);
    await recordEvent(tx, ctx, { act: "word.added", subjectId: id, after: { noun, label } });
    return { id, slug, label };
  });
}

/** "slemani", "slemani-2", …; names without Latin letters count from the noun: "place-7". */
async function freeSlug(tx: Transaction, noun: keyof typeof TABLES, label: string): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`choices:${noun}`}))`);
  const wanted = slugFrom(label) || noun;
  const taken = await tx.execute<{ slug: string }>(
    sql`select slug from ${TABLES[noun]} where slug = ${wanted} or slug like ${`${wanted}-%`}`,
  );
  const slugs = new Set(taken.rows.map((row) => row.slug));
  let slug = wanted;
  for (let count = 2; slugs.has(slug); count += 1) slug = `${wanted}-${count}`;
  return slug;
}
