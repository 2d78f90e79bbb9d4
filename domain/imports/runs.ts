/** Orders for the worker: a rehearsal of an archive, or the move itself. What happens then is `server/imports/run.ts`. */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { outbox, outlet } from "#db/schema.ts";
import { archivePictures, imports } from "#db/schema-writing.ts";
import { actorId, type Ctx } from "../context.ts";
import { recordEvent } from "../events.ts";
import { listSections } from "../outlet/list-sections.ts";
import { authorize, authorizeMachine } from "../permissions.ts";
import { missing, Problem } from "../problem.ts";
import type { ArchiveSource } from "./archive.ts";
import type { Choices, ImportInput, MoveInInput, RehearseInput } from "./input.ts";
import type { Report } from "./report.ts";

/** What an import works by: the admin's choices, and what only the server may say. */
export type Standing = {
  choices: Choices;
  /** Where pictures lie that came along: a folder on this server, or a zip in its own folder. */
  beside: { kind: "folder" | "zip"; place: string } | null;
  /** Until when something counts as published: the same for a rehearsal and its run. */
  asOf: string;
};
export type ImportRow = Omit<typeof imports.$inferSelect, "choices" | "report"> & {
  standing: Standing;
  report: Report | null;
};

type NewArchive = { source: ArchiveSource; fileName: string; fileKey: string } & Pick<Standing, "beside"> & {
    choices?: Partial<Choices>;
  };

const asRow = ({ choices, report, ...row }: typeof imports.$inferSelect): ImportRow => ({
  ...row,
  standing: choices as Standing,
  report: "progress" in report ? (report as Report) : null,
});

/** Takes an archive in that has arrived, and orders its rehearsal. Nothing of it is written yet. */
export async function addArchive(ctx: Ctx, archive: NewArchive): Promise<{ importId: string }> {
  authorize(ctx.actor, "outlet.manage");
  const { source, fileName, fileKey, beside } = archive;
  const choices = { ...(await usualChoices(ctx)), ...archive.choices };
  const standing: Standing = { choices, beside, asOf: ctx.now.toISOString() };
  return ctx.db.transaction((tx) =>
    order(tx, ctx, { source, fileName, fileKey, mode: "rehearsal", standing }),
  );
}

/** Says where an archive's pictures lie: the server's own word, never a browser's. */
export async function putPicturesBeside(
  ctx: Ctx,
  { importId }: ImportInput,
  beside: NonNullable<Standing["beside"]>,
): Promise<{ importId: string }> {
  authorize(ctx.actor, "outlet.manage");
  return ctx.db.transaction(async (tx) => {
    const { standing, state } = await lockImport(tx, importId);
    if (state === "waiting" || state === "running") {
      throw new Problem("conflict", "This archive is being read. Add its pictures when that has ended.");
    }
    const choices: Standing = { ...standing, beside, choices: { ...standing.choices, pictures: "beside" } };
    await tx.update(imports).set({ choices }).where(eq(imports.id, importId));
    return { importId };
  });
}

/** Rehearses once more, with other choices. */
export async function rehearseAgain(
  ctx: Ctx,
  { importId, choices }: RehearseInput,
): Promise<{ importId: string }> {
  authorize(ctx.actor, "outlet.manage");
  return ctx.db.transaction(async (tx) => {
    const { source, fileName, fileKey, standing } = await lockImport(tx, importId);
    await refuseWhileRunning(tx);
    const next = { ...standing, choices: { ...standing.choices, ...choices }, asOf: ctx.now.toISOString() };
    return order(tx, ctx, { source, fileName, fileKey, mode: "rehearsal", standing: next });
  });
}

/**
 * Starts the move. Stories become public by thousands, so whoever answers for it types how many:
 * the number that the rehearsal has counted. Throws Problem "conflict" when what decides that
 * number was chosen otherwise than in the rehearsal, and while another archive is moving in.
 */
export async function moveIn(
  ctx: Ctx,
  { rehearsalId, choices, typedCount }: MoveInInput,
): Promise<{ importId: string }> {
  authorize(ctx.actor, "outlet.manage");
  return ctx.db.transaction(async (tx) => {
    const rehearsal = await lockImport(tx, rehearsalId);
    if (rehearsal.mode !== "rehearsal" || rehearsal.state !== "done" || rehearsal.report === null) {
      throw new Problem("conflict", "This rehearsal hasn't ended yet. Wait for its report.");
    }
    const before = rehearsal.standing.choices;
    const isSame =
      choices.storyTypes.toSorted().join() === before.storyTypes.toSorted().join() &&
      choices.withPages === before.withPages;
    if (!isSame) {
      throw new Problem("conflict", "What becomes a story was chosen otherwise since. Rehearse again first.");
    }
    const wanted = publicCount(rehearsal.report);
    if (typedCount.replace(/[\s,.٬_]/g, "") !== String(wanted)) {
      throw new Problem("invalid", `That isn't the number. This publishes ${wanted}.`, {
        field: "typedCount",
      });
    }
    await refuseWhileRunning(tx);
    const { source, fileName, fileKey, standing } = rehearsal;
    return order(tx, ctx, { source, fileName, fileKey, mode: "real", standing: { ...standing, choices } });
  });
}

/** How many things become public: what the typed count confirms. */
export const publicCount = ({ becomes }: Report): number => becomes.public + becomes.pagesPublic;

/** Ends a run at its next step. What is here stays; starting again goes on behind it. */
export async function stopImport(ctx: Ctx, { importId }: ImportInput): Promise<{ importId: string }> {
  authorize(ctx.actor, "outlet.manage");
  await ctx.db
    .update(imports)
    .set({ state: "stopped", finishedAt: ctx.now })
    .where(and(eq(imports.id, importId), inArray(imports.state, ["waiting", "running"])));
  return { importId };
}

/** Goes on with a run that was stopped, or that failed for a reason that is gone. */
export async function goOn(ctx: Ctx, { importId }: ImportInput): Promise<{ importId: string }> {
  authorize(ctx.actor, "outlet.manage");
  return ctx.db.transaction(async (tx) => {
    const { state } = await lockImport(tx, importId);
    if (state !== "stopped" && state !== "failed") {
      throw new Problem("conflict", "It isn't standing still.");
    }
    await refuseWhileRunning(tx);
    await tx.update(imports).set({ state: "waiting", finishedAt: null }).where(eq(imports.id, importId));
    await tx.insert(outbox).values({ job: "import", payload: { importId } });
    return { importId };
  });
}

export async function getImport(ctx: Ctx, { importId }: ImportInput): Promise<ImportRow> {
  authorize(ctx.actor, "outlet.manage");
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId));
  if (!row) throw missing("import");
  return asRow(row);
}

export async function listImports(ctx: Ctx, limit: number): Promise<ImportRow[]> {
  authorize(ctx.actor, "outlet.manage");
  const rows = await ctx.db
    .select()
    .from(imports)
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
  return rows.map(asRow);
}

/** For the worker: the run begins, or goes on. Null: it was stopped, or has ended. */
export async function beginRun(ctx: Ctx, importId: string): Promise<ImportRow | null> {
  authorizeMachine(ctx.actor);
  const [row] = await ctx.db
    .update(imports)
    .set({ state: "running" })
    .where(and(eq(imports.id, importId), inArray(imports.state, ["waiting", "running"])))
    .returning();
  return row ? asRow(row) : null;
}

/** Writes down how far it is. False: somebody has stopped it. */
export async function keepProgress(ctx: Ctx, importId: string, report: Report): Promise<boolean> {
  authorizeMachine(ctx.actor);
  const [row] = await ctx.db.update(imports).set({ report }).where(eq(imports.id, importId)).returning();
  return row?.state === "running";
}

export async function endRun(
  ctx: Ctx,
  importId: string,
  { state, report }: { state: "done" | "failed"; report: Report },
): Promise<void> {
  authorizeMachine(ctx.actor);
  await ctx.db.transaction(async (tx) => {
    await tx.update(imports).set({ state, report, finishedAt: ctx.now }).where(eq(imports.id, importId));
    await tx.delete(archivePictures).where(eq(archivePictures.importId, importId));
    const { outcome } = report;
    await recordEvent(tx, ctx, { act: "import.finished", subjectId: importId, after: { state, ...outcome } });
  });
}

async function lockImport(tx: Transaction, importId: string): Promise<ImportRow> {
  const [row] = await tx.select().from(imports).where(eq(imports.id, importId)).for("update");
  if (!row) throw missing("import");
  return asRow(row);
}

async function refuseWhileRunning(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('imports'))`);
  const [row] = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.state, ["waiting", "running"]))
    .limit(1);
  if (row) throw new Problem("conflict", "Another archive is being read. Wait for it, or stop it first.");
}

type Order = Pick<typeof imports.$inferInsert, "source" | "fileName" | "fileKey" | "mode"> & {
  standing: Standing;
};

async function order(tx: Transaction, ctx: Ctx, { standing, ...row }: Order): Promise<{ importId: string }> {
  const [made] = await tx
    .insert(imports)
    .values({ ...row, choices: standing, startedBy: actorId(ctx.actor), createdAt: ctx.now })
    .returning({ id: imports.id });
  if (!made) throw new Error("an import was not ordered");
  await tx.insert(outbox).values({ job: "import", payload: { importId: made.id } });
  const { mode, source, fileName } = row;
  await recordEvent(tx, ctx, {
    act: "import.started",
    subjectId: made.id,
    after: { mode, source, fileName },
  });
  return { importId: made.id };
}

async function usualChoices(ctx: Ctx): Promise<Choices> {
  const [row] = await ctx.db.select({ settings: outlet.settings }).from(outlet);
  const [section] = (await listSections(ctx)).filter(({ retiredAt }) => retiredAt === null);
  if (!row || !section) throw new Problem("conflict", "Set the outlet up first: it needs a section.");
  return {
    language: row.settings.defaultLanguage,
    ...{ byLetters: true, site: "", pictures: "site", storyTypes: ["post"], withPages: true },
    ...{ sectionId: section.sectionId, terms: {} },
  };
}
