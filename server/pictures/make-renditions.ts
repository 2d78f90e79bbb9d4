/**
 * The jobs that make a picture's public files: WebP and JPEG first, after which readers can have
 * it, AVIF when nobody waits. Either may run twice: names are hashes of what the files hold, and
 * the last step decides whether they still are what the picture wants.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { databaseOn, openPool } from "#db/client.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { Ctx } from "#domain/context.ts";
import { keepFirstRenditions, keepMoreRenditions } from "#domain/pictures/keep-renditions.ts";
import { refusePicture } from "#domain/pictures/refuse.ts";
import type { JobRun } from "../jobs.ts";
import { log } from "../log.ts";
import { publicKey } from "../storage/keys.ts";
import { type Store, storeOf } from "../storage.ts";
import { inChild } from "./in-child.ts";
import type { Render, RenderOrder } from "./orders.ts";

const orderSchema = z.object({ pictureId: z.uuid(), edition: z.int().positive() });
type Wanted = z.output<typeof orderSchema>;
type Row = typeof pictures.$inferSelect;
type Which = "first" | "more";

const MACHINE = { kind: "system", name: "The picture lab" } as const;

export async function makeRenditions(run: JobRun, payload: unknown, which: Which): Promise<void> {
  const wanted = orderSchema.parse(payload);
  const pool = openPool({ url: run.settings.databaseUrl, max: 1, name: "pictures" });
  try {
    const ctx: Ctx = { db: databaseOn(pool), actor: MACHINE, now: run.now };
    await make(ctx, run, wanted, which);
  } finally {
    await pool.end();
  }
}

async function make(ctx: Ctx, { settings }: JobRun, wanted: Wanted, which: Which): Promise<void> {
  const [picture] = await ctx.db.select().from(pictures).where(eq(pictures.id, wanted.pictureId));
  // Turned or blurred once more meanwhile: that edition has its own job.
  if (!picture || picture.edition !== wanted.edition) return;
  const store = await storeOf(settings);
  if ((await store.size(picture.originalKey)) === null) return await tellTrouble(ctx, wanted, which, LOST);
  const folder = await mkdtemp(join(tmpdir(), "dateline-lab-"));
  try {
    const answer = await store.withFile(picture.originalKey, (file) =>
      inChild(orderOf(picture, { file, folder, which, maxPixels: settings.pictureMaxPixels })),
    );
    if ("refused" in answer) return await tellTrouble(ctx, wanted, which, answer.refused);
    await putAll(store, folder, answer.done);
    await keep(ctx, picture, which, answer.done);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Where = Pick<RenderOrder, "file" | "folder" | "which" | "maxPixels">;

function orderOf(picture: Row, where: Where): RenderOrder {
  const { rotation, blurs, focal, crops, author, credit, source } = picture;
  return { task: "render", ...where, rotation, blurs, focal, crops, author, credit, source };
}

async function putAll(store: Store, folder: string, { files }: Render): Promise<void> {
  for (const { name } of files) await store.putFile(publicKey(name), join(folder, name));
}

async function keep(ctx: Ctx, { id, edition, format }: Row, which: Which, made: Render): Promise<void> {
  if (which === "more") {
    await keepMoreRenditions(ctx, { pictureId: id, edition, files: made.files });
    return;
  }
  const { likeness, isAnimated, ...printable } = made;
  const trouble = isAnimated ? STILL[format === "gif" ? "gif" : "webp"] : "";
  await keepFirstRenditions(ctx, { pictureId: id, edition, printable, likeness }, trouble);
}

/** Said to whoever sent it: nothing is wrong, but it isn't what they may expect. */
const STILL = {
  gif: "This GIF moves. Readers see its first frame, still.",
  webp: "This WebP moves. Readers see its first frame, still.",
} as const;

const LOST = "The original of this picture isn't in the store any more. Send it again.";

/** Without AVIF a picture is as good as it was: only the first files can refuse it. */
async function tellTrouble(ctx: Ctx, wanted: Wanted, which: Which, trouble: string): Promise<void> {
  log().warn({ ...wanted, which, trouble }, "a picture's files could not be made");
  if (which === "first") await refusePicture(ctx, { ...wanted, trouble });
}
