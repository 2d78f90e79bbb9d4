/**
 * From an original to its public files. The picture is decoded once, no larger than the largest
 * cut needs ("master"), turned and blurred there, and every file is made from that: so what was
 * blurred exists in none of them, and nothing of the original's metadata gets through. Into each
 * file goes what readers may know: who made it, whose it is.
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Sharp } from "sharp";
import type { Box, RenditionFile } from "#db/shapes.ts";
import { boxAround, SHAPES, WIDTHS } from "#domain/pictures/crops.ts";
import { CROPS, type CropName } from "#domain/vocabulary.ts";
import { blurred } from "./blur.ts";
import { decodeHeic } from "./heic.ts";
import { colourOf, focalOf, likenessOf, thumbhashOf } from "./impression.ts";
import { look } from "./look.ts";
import type { Answer, Render, RenderOrder } from "./orders.ts";
import { readWords } from "./read-words.ts";
import { fromPixels, openPicture, type Pixels, toPixels } from "./sharp.ts";
import { xmpOf } from "./xmp.ts";

type Format = RenditionFile["format"];
type Size = { width: number; height: number };
type Cut = { crop: CropName; box: Box; width: number; format: Format };

const FORMATS: Record<"first" | "more", readonly Format[]> = { first: ["webp", "jpeg"], more: ["avif"] };
const ENDINGS: Record<Format, string> = { webp: "webp", jpeg: "jpg", avif: "avif" };
/** What a cut of a small part may ask of memory at most. */
const MOST_MASTER_PIXELS = 30_000_000;
const AT_ONCE = 2;

export async function render(order: RenderOrder): Promise<Answer<Render>> {
  const looked = await look({ ...order, task: "look" });
  if ("refused" in looked) return looked;
  const { format, width, height, isAnimated } = looked.done;
  const isTurned = order.rotation % 180 !== 0;
  const size = isTurned ? { width: height, height: width } : { width, height };
  const whole = await master(order, format, longestSide(order, size));
  const plain = order.rotation === 0 ? whole : await toPixels(fromPixels(whole).rotate(order.rotation));
  const pixels = await blurred(plain, order.blurs);
  const focal = order.focal ?? (await focalOf(pixels));
  const xmp = xmpOf({ ...order, ...readWords(await readFile(order.file)).carried });
  const files: RenditionFile[] = [];
  const cuts = cutsOf(order, size, focal);
  const work = async () => {
    for (let cut = cuts.shift(); cut !== undefined; cut = cuts.shift()) {
      files.push(await make(pixels, cut, xmp, order.folder));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const impression = { thumbhash: await thumbhashOf(pixels), colour: await colourOf(pixels) };
  return {
    done: {
      ...size,
      ...impression,
      focal,
      isAnimated,
      likeness: await likenessOf(whole),
      files: sorted(files),
    },
  };
}

/** Upright, no larger than needed, in sRGB with 8 bits. */
async function master(order: RenderOrder, format: string, longest: number): Promise<Pixels> {
  const opened =
    format === "heic"
      ? fromPixels(await decodeHeic(order.file))
      : (await openPicture(order.file, order.maxPixels)).autoOrient();
  const sized = opened.resize({ width: longest, height: longest, fit: "inside", withoutEnlargement: true });
  const pixels = await toPixels(sized.toColourspace("srgb"));
  return pixels.channels === 4 && (await isOpaque(pixels))
    ? toPixels(fromPixels(pixels).removeAlpha())
    : pixels;
}

async function isOpaque(pixels: Pixels): Promise<boolean> {
  return (await fromPixels(pixels).stats()).isOpaque;
}

/** The master's longer side in pixels: so that the widest file of each cut is as sharp as the original allows. */
function longestSide({ crops, which }: RenderOrder, { width, height }: Size): number {
  const longer = Math.max(width, height);
  const scales = (typeof which === "object" ? [which.crop] : CROPS).map((crop) => {
    const drawn = crop === "full" ? undefined : crops[crop];
    const box = drawn ?? boxAround({ x: 0.5, y: 0.5 }, SHAPES[crop], width, height);
    const widest = typeof which === "object" ? which.width : (WIDTHS[crop].at(-1) ?? 0);
    return Math.min(1, widest / (box.width * width));
  });
  const most = Math.min(1, Math.sqrt(MOST_MASTER_PIXELS / (width * height)));
  return Math.max(1, Math.round(longer * Math.min(most, Math.max(...scales))));
}

/** The largest first, so that two at once end together. */
function cutsOf({ which, crops }: RenderOrder, { width, height }: Size, focal: Render["focal"]): Cut[] {
  const boxOf = (crop: CropName) =>
    (crop === "full" ? undefined : crops[crop]) ?? boxAround(focal, SHAPES[crop], width, height);
  if (typeof which === "object") {
    const box = boxOf(which.crop);
    return [
      { crop: which.crop, box, width: Math.min(which.width, pixelsAcross(box, width)), format: "webp" },
    ];
  }
  return CROPS.flatMap((crop) => {
    const box = boxOf(crop);
    const there = pixelsAcross(box, width);
    const fitting = WIDTHS[crop].filter((each) => each <= there);
    const widths = fitting.length === 0 ? [there] : fitting;
    return widths.flatMap((each) => FORMATS[which].map((format) => ({ crop, box, width: each, format })));
  }).sort((a, b) => b.width - a.width);
}

function pixelsAcross(box: Box, width: number): number {
  return Math.max(1, Math.round(box.width * width));
}

async function make(pixels: Pixels, cut: Cut, xmp: string, folder: string): Promise<RenditionFile> {
  const { crop, box, width, format } = cut;
  const part = partOf(pixels, box);
  const shape = SHAPES[crop] ?? (box.width * pixels.width) / (box.height * pixels.height);
  const height = Math.max(1, Math.round(width / shape));
  const sized = fromPixels(pixels).extract(part).resize({ width, height, fit: "fill" });
  const bytes = await encoded(sized, format).withXmp(xmp).toBuffer();
  const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}.${ENDINGS[format]}`;
  await writeFile(join(folder, name), bytes);
  return { crop, format, width, height, name, bytes: bytes.length };
}

function partOf({ width, height }: Pixels, box: Box) {
  const left = Math.min(width - 1, Math.max(0, Math.round(box.x * width)));
  const top = Math.min(height - 1, Math.max(0, Math.round(box.y * height)));
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(box.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(box.height * height))),
  };
}

function encoded(picture: Sharp, format: Format): Sharp {
  if (format === "webp") return picture.webp({ quality: 76, effort: 4, smartSubsample: false });
  if (format === "avif") return picture.avif({ quality: 46, effort: 4, chromaSubsampling: "4:2:0" });
  return picture.flatten({ background: "#ffffff" }).jpeg({ quality: 77, mozjpeg: true });
}

function sorted(files: RenditionFile[]): RenditionFile[] {
  const order = (file: RenditionFile) => CROPS.indexOf(file.crop) * 100_000 + file.width;
  return files.sort((a, b) => order(a) - order(b) || a.format.localeCompare(b.format));
}
