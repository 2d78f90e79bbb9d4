/**
 * The step that writes: a batch of an archive's stories in one transaction, with what went out,
 * where their old addresses lead, and the line that says they are here. Either all of a batch is
 * here or nothing of it, so a run that was killed goes on where it stopped, and nothing is doubled.
 * What readers see of it is one soft change for the batch, recorded last: the lock that keeps
 * changes in order is held for a moment, and whoever publishes meanwhile hardly waits.
 */
import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { desks, stories } from "#db/schema.ts";
import { importItems } from "#db/schema-writing.ts";
import type { Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { authorizeMachine } from "../permissions.ts";
import { Problem } from "../problem.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import { keepOldPaths, type OldPath } from "../redirects/keep-old-paths.ts";
import { sitePagePath } from "../site.ts";
import { bringIn } from "../stories/publish.ts";
import { appendRevision, makeHead } from "../stories/write-revision.ts";
import type { ArchiveSource } from "./archive.ts";
import type { Loss } from "./losses.ts";
import { familyFor } from "./old-families.ts";
import { freePageSlug } from "./page-slugs.ts";
import type { Prepared } from "./prepare.ts";

/** Of which archive a thing is: two sites may use the same ids. */
export type Run = { importId: string; source: ArchiveSource; origin: string };

export type TakenIn = {
  externalId: string;
  outcome: "published" | "draft" | "page" | "known" | "failed";
  losses: Loss[];
};

export async function takeIn(
  ctx: Ctx,
  run: Run,
  batch: readonly Prepared[],
): Promise<{ taken: TakenIn[]; changeSeq: number | null }> {
  authorizeMachine(ctx.actor);
  return ctx.db.transaction(async (tx) => {
    const known = await knownAmong(
      tx,
      run,
      batch.map(({ externalId }) => externalId),
    );
    const [desk] = await tx.select().from(desks).orderBy(asc(desks.id)).limit(1);
    if (!desk) throw new Problem("conflict", "The outlet isn't set up yet: it has no desk.");
    const touched: string[] = [];
    const taken: TakenIn[] = [];
    for (const prepared of batch) {
      if (known.has(prepared.externalId)) {
        taken.push({ externalId: prepared.externalId, outcome: "known", losses: [] });
        continue;
      }
      taken.push(await takeInOne(tx, ctx, run, { prepared, deskId: desk.id, touched }));
    }
    if (touched.length === 0) return { taken, changeSeq: null };
    const changeSeq = await recordChange(tx, { keys: [...touched, keys.redirects()], hard: "soft" });
    return { taken, changeSeq };
  });
}

/** Which of an archive's stories are here already, or were tried and can't be taken in. */
export async function knownAmong(tx: Ctx["db"], run: Run, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ externalId: importItems.externalId })
    .from(importItems)
    .where(
      and(
        eq(importItems.source, run.source),
        eq(importItems.origin, run.origin),
        inArray(importItems.kind, ["story", "page"]),
        inArray(importItems.externalId, [...ids]),
        // What failed in another run may be taken in by this one.
        or(ne(importItems.outcome, "failed"), eq(importItems.importId, run.importId)),
      ),
    );
  return new Set(rows.map(({ externalId }) => externalId));
}

type One = { prepared: Prepared; deskId: string; touched: string[] };

/** One that can't be written is named and doesn't hold up the others: its part is taken back alone. */
async function takeInOne(tx: Transaction, ctx: Ctx, run: Run, one: One): Promise<TakenIn> {
  const { externalId, kind, title } = one.prepared;
  try {
    return await tx.transaction((inner) => write(inner, ctx, run, one));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const note = `${title}: ${error.message}`.slice(0, 1000);
    await keepItem(tx, ctx, run, { kind, externalId, outcome: "failed", targetId: null, note });
    return {
      externalId,
      outcome: "failed",
      losses: [{ kind: "left-out", name: error.message.slice(0, 200) }],
    };
  }
}

async function write(
  tx: Transaction,
  ctx: Ctx,
  run: Run,
  { prepared, deskId, touched }: One,
): Promise<TakenIn> {
  const { externalId, kind, language, fields, document, publishAt } = prepared;
  const at = prepared.writtenAt ?? publishAt ?? ctx.now;
  const losses: Loss[] = [];
  const { familyId, isTaken } = await familyFor(tx, run, prepared);
  if (isTaken) losses.push({ kind: "translation-taken", name: language });
  const pageSlug = kind === "page" ? await freePageSlug(tx, prepared, familyId) : null;
  const [story] = await tx
    .insert(stories)
    .values({
      kind,
      pageSlug,
      familyId,
      language,
      deskId,
      sectionId: fields.sectionId,
      createdAt: publishAt ?? at,
    })
    .returning();
  if (!story) throw new Error("a story was not taken in");
  const revision = await appendRevision(tx, {
    ...{ storyId: story.id, language, kind: "import", baseId: null, fields, document },
    ...{ author: ctx.actor, at },
  });
  await makeHead(tx, revision, { language, now: at, actor: ctx.actor });
  if (publishAt === null) {
    const act = kind === "page" ? "page.created" : "story.created";
    await recordEvent(tx, ctx, { act, storyId: story.id, after: { language, importId: run.importId } });
  } else {
    const terms = { kind: "first", note: "", blockId: null, at: publishAt } as const;
    const out = await bringIn(tx, ctx, { storyId: story.id, revisionId: revision.id, ...terms });
    touched.push(...out.keys);
  }
  const leads = pageSlug === null ? { storyId: story.id } : { toPath: sitePagePath(language, pageSlug) };
  const rows = prepared.paths.map((fromPath): OldPath => ({ fromPath, ...leads }));
  for (const { fromPath } of await keepOldPaths(tx, ctx, rows))
    losses.push({ kind: "address-taken", name: fromPath });
  await keepItem(tx, ctx, run, { kind, externalId, outcome: "done", targetId: story.id, note: "" });
  const outcome = kind === "page" ? "page" : publishAt === null ? "draft" : "published";
  return { externalId, outcome, losses };
}

type Item = Pick<typeof importItems.$inferInsert, "kind" | "externalId" | "outcome" | "targetId" | "note">;

async function keepItem(tx: Transaction, { now }: Ctx, run: Run, item: Item): Promise<void> {
  const row = { ...run, ...item, doneAt: now };
  await tx
    .insert(importItems)
    .values(row)
    .onConflictDoUpdate({
      target: [importItems.source, importItems.origin, importItems.kind, importItems.externalId],
      set: row,
    });
}
