/**
 * From bytes that have arrived to a picture of the newsroom: judged in a process of its own,
 * looked up by their hash, put into the store untouched, added. A crash between two steps leaves
 * a file that nobody names, which the night sweeps, never a picture without its file.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Ctx } from "#domain/context.ts";
import { type Added, addPicture, findKnownPicture } from "#domain/pictures/add.ts";
import { log } from "../log.ts";
import { originalKey } from "../storage/keys.ts";
import type { Store } from "../storage.ts";
import { inChild } from "./in-child.ts";

export type Arrived = { path: string; fileName: string };
export type Received = Added | { refused: string };

export async function receivePicture(
  ctx: Ctx,
  { store, maxPixels }: { store: Store; maxPixels: number },
  { path, fileName }: Arrived,
): Promise<Received> {
  const looked = await inChild({ task: "look", file: path, maxPixels });
  if ("refused" in looked) return looked;
  const { isAnimated: _, ...seen } = looked.done;
  const originalHash = await hashOf(path);
  const known = await findKnownPicture(ctx, originalHash);
  if (known !== null) return { pictureId: known, isKnown: true };
  const key = originalKey();
  await store.putFile(key, path);
  const { size: bytes } = await stat(path);
  const added = await addPicture(ctx, { ...seen, originalKey: key, originalHash, fileName, bytes });
  // Somebody else sent the same at the same moment.
  if (added.isKnown) await store.remove(key).catch((err) => log().warn({ err }, "a second copy stays"));
  return added;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
