/**
 * Hides parts of a picture for good: each is averaged down to a handful of blocks, which is where
 * the information goes, and then blurred, which only makes it look kind. The part is made a little
 * larger first, so that no rim of a face is left.
 */
import type { Box } from "#db/shapes.ts";
import { fromPixels, type Pixels, toPixels } from "./sharp.ts";

const MOST_BLOCKS = 7;
const RIM = 0.06;

export async function blurred(pixels: Pixels, boxes: readonly Box[]): Promise<Pixels> {
  let result = pixels;
  for (const box of boxes) result = await blurOne(result, box);
  return result;
}

async function blurOne(pixels: Pixels, box: Box): Promise<Pixels> {
  const part = partWithRim(pixels, box);
  const longer = Math.max(part.width, part.height);
  const blocks = {
    width: Math.max(1, Math.round((part.width / longer) * MOST_BLOCKS)),
    height: Math.max(1, Math.round((part.height / longer) * MOST_BLOCKS)),
  };
  const few = await toPixels(
    fromPixels(pixels)
      .extract(part)
      .resize({ ...blocks, fit: "fill", kernel: "linear" }),
  );
  const grown = fromPixels(few).resize({
    width: part.width,
    height: part.height,
    fit: "fill",
    kernel: "cubic",
  });
  const soft = await toPixels(
    fromPixels(await toPixels(grown)).blur(Math.max(0.5, longer / MOST_BLOCKS / 4)),
  );
  return put(pixels, soft, part);
}

type Part = { left: number; top: number; width: number; height: number };

function partWithRim({ width, height }: Pixels, box: Box): Part {
  const [rimX, rimY] = [box.width * RIM, box.height * RIM];
  const left = bound(Math.floor((box.x - rimX) * width), 0, width - 1);
  const top = bound(Math.floor((box.y - rimY) * height), 0, height - 1);
  const right = bound(Math.ceil((box.x + box.width + rimX) * width), left + 1, width);
  const bottom = bound(Math.ceil((box.y + box.height + rimY) * height), top + 1, height);
  return { left, top, width: right - left, height: bottom - top };
}

function bound(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** Row by row: composing would blend a half-transparent part with what it is to hide. */
function put(pixels: Pixels, part: Pixels, { left, top }: Part): Pixels {
  const data = Buffer.from(pixels.data);
  const row = part.width * part.channels;
  for (let y = 0; y < part.height; y++) {
    const at = ((top + y) * pixels.width + left) * pixels.channels;
    part.data.copy(data, at, y * row, (y + 1) * row);
  }
  return { ...pixels, data };
}
