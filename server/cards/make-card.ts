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
import type { Answer, CardOrder, DrawnCard } from "../pictures/orders.ts";
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

/** With the picture where there is one; one that can't be opened doesn't keep the story from having a card. */
async function draw(studio: Studio, folder: string, wanted: WantedCard): Promise<Made> {
  const fontSettings = join(folder, "fonts.conf");
  await writeFile(fontSettings, onlyOurs(studio.fonts, folder));
  const { publicationId: _, picture, logo, ...said } = wanted;
  const place = { task: "card", folder, fonts: studio.fonts, fontSettings } as const;
  const plain: CardOrder = {
    ...{ ...place, ...said, file: null, logo: null },
    ...{ focal: { x: 0.5, y: 0.5 }, credit: "" },
  };
  if (picture !== null) {
    const { sourceName, focal, credit } = picture;
    const answer = await studio.store.withFile(publicKey(sourceName), (file) =>
      drawWith(studio, logo.onPicture, { ...plain, file, focal, credit }),
    );
    if ("done" in answer) return { card: answer.done, picture };
    log().warn({ sourceName, trouble: answer.refused }, "a picture can't be put on a share card");
  }
  const answer = await drawWith(studio, logo.onPaper, plain);
  if ("refused" in answer) throw new Error(`a share card can't be drawn: ${answer.refused}`);
  return { card: answer.done, picture: null };
}

/** With the outlet's logo, else with its name in type: also when the logo's file can't be opened. */
async function drawWith(
  { store }: Studio,
  logo: string | null,
  order: CardOrder,
): Promise<Answer<DrawnCard>> {
  if (logo !== null && (await store.size(publicKey(logo))) !== null) {
    const answer = await store.withFile(publicKey(logo), (file) => inChild({ ...order, logo: file }));
    if ("done" in answer) return answer;
    log().warn({ logo, trouble: answer.refused }, "the logo can't be put on a share card");
  }
  return inChild(order);
}
