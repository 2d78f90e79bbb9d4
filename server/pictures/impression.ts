/** What a picture looks like in a few bytes: before it has loaded, and beside others like it. */
import { rgbaToThumbHash } from "thumbhash";
import type { Point } from "#db/shapes.ts";
import { fromPixels, type Pixels, toPixels } from "./sharp.ts";

const SMALL = 100;
const SMALL_ENOUGH = 320;

function within(pixels: Pixels, side: number) {
  return fromPixels(pixels).resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
}

export async function thumbhashOf(pixels: Pixels): Promise<string> {
  const { data, width, height } = await toPixels(within(pixels, SMALL).toColourspace("srgb").ensureAlpha());
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString("base64");
}

export async function colourOf(pixels: Pixels): Promise<string> {
  const small = await toPixels(
    within(pixels, SMALL).flatten({ background: "#ffffff" }).toColourspace("srgb"),
  );
  const { r, g, b } = (await fromPixels(small).stats()).dominant;
  return `#${[r, g, b].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** Where the eye goes, as libvips guesses it: the middle of the most striking square. */
export async function focalOf(pixels: Pixels): Promise<Point> {
  const small = await toPixels(
    within(pixels, SMALL_ENOUGH).flatten({ background: "#ffffff" }).toColourspace("srgb"),
  );
  const { width, height } = small;
  if (width < 8 || height < 8) return { x: 0.5, y: 0.5 };
  const side = Math.min(width, height);
  const { info } = await fromPixels(small)
    .resize({ width: side, height: side, fit: "cover", position: "attention" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { attentionX = 0, attentionY = 0 } = info;
  // Nothing in it strikes: a flat colour, a page of text.
  if (attentionX === 0 && attentionY === 0) return { x: 0.5, y: 0.5 };
  return { x: fraction(attentionX / width), y: fraction(attentionY / height) };
}

function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1_000) / 1_000;
}

/**
 * 64 bits that stay nearly the same when a picture is made smaller, compressed again or toned
 * (dHash): whether each of 8 × 8 fields is brighter than its neighbour on the right.
 */
export async function likenessOf(pixels: Pixels): Promise<string> {
  const { data, channels } = await toPixels(
    fromPixels(pixels)
      .flatten({ background: "#ffffff" })
      .greyscale()
      .resize({ width: 9, height: 8, fit: "fill" }),
  );
  let bits = "";
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) {
      const at = (y * 9 + x) * channels;
      bits += (data[at] ?? 0) > (data[at + channels] ?? 0) ? "1" : "0";
    }
  }
  return bits;
}
