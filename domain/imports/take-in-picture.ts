/** An archive's pictures: what it says of them by number, and which of ours they have become. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { pictures } from "#db/schema-pictures.ts";
import { archivePictures, importItems } from "#db/schema-writing.ts";
import type { Ctx } from "../context.ts";
import { authorizeMachine } from "../permissions.ts";
import { changePicture } from "../pictures/change.ts";
import { recordChange } from "../publications/changes.ts";
import { keys } from "../publications/keys.ts";
import type { ArchivePicture } from "./archive.ts";
import { plainText } from "./prepare.ts";
import type { Run } from "./take-in.ts";

export type Attachment = {
  externalId: string;
  parentId: string | null;
  picture: typeof archivePictures.$inferSelect.picture;
};

/** Notes what an archive says of its pictures, until the stories that name them have come. */
export async function notePictures(
  ctx: Ctx,
  importId: string,
  found: readonly ArchivePicture[],
): Promise<void> {
  authorizeMachine(ctx.actor);
  const rows = found
    .filter(({ externalId, address }) => externalId !== "" && address !== "")
    .map(({ externalId, parentId, path, address, alt, caption, title }) => ({
      ...{ importId, externalId, parentId, path },
      picture: {
        address,
        alt: alt.slice(0, 1000),
        caption: plainText(caption).slice(0, 2000),
        title: title.slice(0, 300),
      },
    }));
  if (rows.length > 0) await ctx.db.insert(archivePictures).values(rows).onConflictDoNothing();
}

/** What was noted under these numbers, and under these stories. */
export async function findAttachments(
  ctx: Ctx,
  importId: string,
  { ids, parentIds }: { ids: readonly string[]; parentIds: readonly string[] },
): Promise<Attachment[]> {
  authorizeMachine(ctx.actor);
  const columns = {
    externalId: archivePictures.externalId,
    parentId: archivePictures.parentId,
    picture: archivePictures.picture,
  };
  const where = async (named: ReturnType<typeof inArray>) =>
    ctx.db
      .select(columns)
      .from(archivePictures)
      .where(and(eq(archivePictures.importId, importId), named));
  return [
    ...(ids.length > 0 ? await where(inArray(archivePictures.externalId, [...ids])) : []),
    ...(parentIds.length > 0 ? await where(inArray(archivePictures.parentId, [...parentIds])) : []),
  ];
}

/** Which picture of ours an old address has become; undefined: nobody has tried yet. */
export async function findTakenPicture(
  ctx: Ctx,
  run: Run,
  address: string,
): Promise<string | null | undefined> {
  authorizeMachine(ctx.actor);
  const [row] = await ctx.db
    .select({ targetId: importItems.targetId, outcome: importItems.outcome, importId: importItems.importId })
    .from(importItems)
    .where(isPicture(run, address));
  // What failed in another run may be there today.
  if (!row || (row.outcome === "failed" && row.importId !== run.importId)) return undefined;
  return row.targetId;
}

type Said = { alt: string; caption: string };

/** Writes down which picture an old address has become, and what was said of it where the file says nothing. */
export async function keepTakenPicture(
  ctx: Ctx,
  run: Run,
  { address, pictureId, isKnown, said }: { address: string; pictureId: string; isKnown: boolean; said: Said },
): Promise<void> {
  authorizeMachine(ctx.actor);
  if (!isKnown) await fillWords(ctx, pictureId, said);
  await note(ctx, run, address, { outcome: "done", targetId: pictureId, note: "" });
}

export async function keepFailedPicture(ctx: Ctx, run: Run, address: string, why: string): Promise<void> {
  authorizeMachine(ctx.actor);
  await note(ctx, run, address, { outcome: "failed", targetId: null, note: why.slice(0, 300) });
}

async function fillWords(ctx: Ctx, pictureId: string, { alt, caption }: Said): Promise<void> {
  const [row] = await ctx.db.select().from(pictures).where(eq(pictures.id, pictureId));
  if (!row) return;
  const fields = {
    ...(row.altText === "" && alt !== "" && { altText: alt }),
    ...(row.description === "" && caption !== "" && { description: caption }),
  };
  if (Object.keys(fields).length > 0) await changePicture(ctx, { pictureId, version: row.version, fields });
}

type Outcome = Pick<typeof importItems.$inferInsert, "outcome" | "targetId" | "note">;

async function note(ctx: Ctx, run: Run, address: string, outcome: Outcome): Promise<void> {
  const row = { ...run, kind: "picture" as const, externalId: address, ...outcome, doneAt: ctx.now };
  await ctx.db
    .insert(importItems)
    .values(row)
    .onConflictDoUpdate({
      target: [importItems.source, importItems.origin, importItems.kind, importItems.externalId],
      set: { ...outcome, importId: run.importId, doneAt: ctx.now },
    });
}

function isPicture({ source, origin }: Run, address: string) {
  return and(
    eq(importItems.source, source),
    eq(importItems.origin, origin),
    eq(importItems.kind, "picture"),
    eq(importItems.externalId, address),
  );
}

/** Pages that WordPress made around each picture lead to the story that it was uploaded with. */
export async function leadAttachmentPages(ctx: Ctx, run: Run): Promise<{ changeSeq: number }> {
  authorizeMachine(ctx.actor);
  const from = (path: ReturnType<typeof sql>) => sql`
    insert into redirects (from_path, story_id, source, created_at)
    select ${path}, i.target_id, 'import', ${ctx.now.toISOString()}::timestamptz
      from archive_pictures a
      join import_items i on i.source = ${run.source} and i.origin = ${run.origin} and i.kind = 'story'
                         and i.external_id = a.parent_id and i.outcome = 'done'
     where a.import_id = ${run.importId} and ${path} is not null
    on conflict do nothing`;
  return ctx.db.transaction(async (tx) => {
    await tx.execute(from(sql`a.path`));
    await tx.execute(from(sql`'/?attachment_id=' || a.external_id`));
    return { changeSeq: await recordChange(tx, { keys: [keys.redirects()], hard: "soft" }) };
  });
}
