/**
 * What staff see of a picture: the file nearest to the width that they ask for, or, while its
 * files are being made, a quick one of the same cut, made for this look alone.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ctx } from "#domain/context.ts";
import { findBare, findPreview } from "#domain/pictures/find-file.ts";
import { missing } from "#domain/problem.ts";
import type { CropName } from "#domain/vocabulary.ts";
import { publicKey } from "../storage/keys.ts";
import type { Store } from "../storage.ts";
import { inChild } from "./in-child.ts";

export type Wanted = { pictureId: string; crop: CropName; width: number };
type Unmade = Awaited<ReturnType<typeof findPreview>>["picture"];

/** Several looks at one picture are one: whoever opens the desk while twenty pictures arrive asks for all. */
const underWay = new Map<string, Promise<Buffer | null>>();
const MOST_AT_ONCE = 4;
/** While files are being made a small one will do; on the screen where faces are looked for it won't. */
const QUICK_WIDTH = 640;
const BARE_WIDTH = 1280;

/** `isFinal`: it stays the same as long as the picture's edition does. */
export async function previewOf(
  ctx: Ctx,
  { store, maxPixels }: { store: Store; maxPixels: number },
  wanted: Wanted,
): Promise<{ bytes: Buffer; edition: number; isFinal: boolean }> {
  const { file, picture } = await findPreview(ctx, wanted);
  const { edition } = picture;
  const made = file === null ? null : await store.read(publicKey(file.name));
  if (made !== null) return { bytes: made, edition, isFinal: true };
  const width = Math.min(wanted.width, QUICK_WIDTH);
  const quick = await quickly(store, picture, { ...wanted, width, maxPixels });
  if (quick === null) throw missing("picture");
  return { bytes: quick, edition, isFinal: false };
}

/** The whole picture as its original shows it, for the screen on which it is cut and blurred. */
export async function barePreviewOf(
  ctx: Ctx,
  { store, maxPixels }: { store: Store; maxPixels: number },
  pictureId: string,
): Promise<Buffer> {
  const bare = await findBare(ctx, { pictureId });
  const wanted = { pictureId: `${pictureId} bare`, crop: "full" as const, width: BARE_WIDTH, maxPixels };
  const bytes = await quickly(store, bare, wanted);
  if (bytes === null) throw missing("picture");
  return bytes;
}

function quickly(
  store: Store,
  picture: Unmade,
  { pictureId, crop, width, maxPixels }: Wanted & { maxPixels: number },
): Promise<Buffer | null> {
  const key = `${pictureId} ${picture.edition} ${crop} ${width}`;
  const known = underWay.get(key);
  if (known) return known;
  if (picture.state === "refused" || underWay.size >= MOST_AT_ONCE) return Promise.resolve(null);
  const making = make(store, picture, { crop, width, maxPixels }).finally(() => underWay.delete(key));
  underWay.set(key, making);
  return making;
}

async function make(
  store: Store,
  { originalKey, rotation, blurs, focal, crops }: Unmade,
  { crop, width, maxPixels }: { crop: CropName; width: number; maxPixels: number },
): Promise<Buffer | null> {
  if ((await store.size(originalKey)) === null) return null;
  const folder = await mkdtemp(join(tmpdir(), "dateline-look-"));
  try {
    const answer = await store.withFile(originalKey, (file) =>
      inChild({
        ...{ task: "render", file, folder, maxPixels, rotation, blurs, focal, crops },
        which: { crop, width },
        ...{ author: "", credit: "", source: "" },
      }),
    );
    if ("refused" in answer) return null;
    const [only] = answer.done.files;
    return only ? await readFile(join(folder, only.name)) : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
