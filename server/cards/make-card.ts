/**
 * The job that makes a story's share card. It may run twice, and late: what the card shows is looked
 * up when it is made, and the last step decides whether the story still wants it.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { databaseOn, openPool } from "#db/client.ts";
import type { Ctx } from "#domain/context.ts";
import { findWantedCard, type WantedCard } from "#domain/sharing/card.ts";
import { keepShareCard } from "#domain/sharing/keep-card.ts";
import type { JobRun } from "../jobs.ts";
import { log } from "../log.ts";
import { inChild } from "../pictures/in-child.ts";
import type { CardOrder, DrawnCard } from "../pictures/orders.ts";
import { readerFolder } from "../reader-folder.ts";
import { publicKey } from "../storage/keys.ts";
import { type Store, storeOf } from "../storage.ts";
import { onlyOurs } from "./typefaces.ts";

const orderSchema = z.object({ storyId: z.uuid() });
const MACHINE = { kind: "system", name: "The picture lab" } as const;

export async function makeShareCard(run: JobRun, payload: unknown): Promise<void> {
  const { storyId } = orderSchema.parse(payload);
  const pool = openPool({ url: run.settings.databaseUrl, max: 1, name: "share cards" });
  try {
    const ctx: Ctx = { db: databaseOn(pool), actor: MACHINE, now: run.now };
    const fonts = join(readerFolder(run.settings), "cards");
    await make(ctx, { store: await storeOf(run.settings), fonts }, storyId);
  } finally {
    await pool.end();
  }
}

export type Studio = { store: Store; fonts: string };

async function make(ctx: Ctx, studio: Studio, storyId: string): Promise<void> {
  const wanted = await findWantedCard(ctx, storyId);
  if (wanted === null) return;
  const folder = await mkdtemp(join(tmpdir(), "dateline-card-"));
  try {
    const made = await draw(studio, folder, wanted);
    await studio.store.putFile(publicKey(made.card.name), join(folder, made.card.name));
    await keepShareCard(ctx, storyId, { ...wanted, picture: made.picture }, made.card);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Made = { card: DrawnCard; picture: WantedCard["picture"] };

async function draw({ store, fonts }: Studio, folder: string, wanted: WantedCard): Promise<Made> {
  const fontSettings = join(folder, "fonts.conf");
  await writeFile(fontSettings, onlyOurs(fonts, folder));
  const { publicationId: _, picture, ...said } = wanted;
  const place = { task: "card", folder, fonts, fontSettings } as const;
  const plain: CardOrder = { ...place, ...said, file: null, focal: { x: 0.5, y: 0.5 }, credit: "" };
  if (picture !== null) {
    const { sourceName, focal, credit } = picture;
    const answer = await store.withFile(publicKey(sourceName), (file) =>
      inChild({ ...plain, file, focal, credit }),
    );
    if ("done" in answer) return { card: answer.done, picture };
    log().warn({ sourceName, trouble: answer.refused }, "a picture can't be put on a share card");
  }
  const answer = await inChild(plain);
  if ("refused" in answer) throw new Error(`a share card can't be drawn: ${answer.refused}`);
  return { card: answer.done, picture: null };
}
