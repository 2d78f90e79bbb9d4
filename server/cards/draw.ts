/**
 * Draws a share card, 1200 × 630: the story's picture with the outlet's logo or name on it, or the
 * headline on the paper's own ground. Runs in the process of pictures/child.ts, like all that opens a
 * picture. The same order gives the same bytes, so a card that needn't change keeps its address.
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type OverlayOptions, type Sharp } from "sharp";
import { CARD } from "#domain/sharing/card-size.ts";
import { LANGUAGES } from "#domain/vocabulary.ts";
import type { Answer, CardOrder, DrawnCard } from "../pictures/orders.ts";
import { fromPixels, openPicture, type Pixels, toPixels } from "../pictures/sharp.ts";
import { headFace, labelFace, type setAt, setInto } from "./type.ts";

const { width: WIDTH, height: HEIGHT } = CARD;
const PAPER = "#fdfbf7";
const INK = "#17140f";
const RULE = "#d9d2c5";
const SEE_THROUGH = { r: 0, g: 0, b: 0, alpha: 0 };
const EDGE = 76;
const BAND = 18;
const QUALITIES = [86, 80, 72, 62, 50, 38];

export async function drawCard(order: CardOrder): Promise<Answer<DrawnCard>> {
  const known = new Set(await readFile(join(order.fonts, "letters.txt"), "utf8"));
  const drawable = (text: string) =>
    [...text.normalize("NFC")]
      .filter((letter) => known.has(letter) || letter === " ")
      .join("")
      .replace(/\s+/g, " ")
      .trim();
  const said = {
    ...order,
    headline: drawable(order.headline),
    kicker: drawable(order.kicker),
    outletName: drawable(order.outletName),
    credit: drawable(order.credit),
  };
  const { bytes } = said.file === null ? await headlineCard(said) : await pictureCard(said, said.file);
  const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}.jpg`;
  await writeFile(join(order.folder, name), bytes);
  return { done: { name, width: WIDTH, height: HEIGHT, bytes: bytes.length } };
}

/** Where text stands: at its paragraph's beginning, or at the other end of the line. */
function placer({ language }: CardOrder) {
  const isFromRight = LANGUAGES[language].direction === "rtl";
  const at = (pixels: Pixels, top: number, side: "start" | "end"): OverlayOptions => {
    const isRight = (side === "start") === isFromRight;
    return overlay(pixels, isRight ? WIDTH - EDGE - pixels.width : EDGE, top);
  };
  return at;
}

async function headlineCard(order: CardOrder): Promise<{ bytes: Buffer }> {
  const at = placer(order);
  const { language, accent, faces, headline, kicker, outletName } = order;
  const head = headFace(language, faces);
  const inside = WIDTH - 2 * EDGE;
  const foot = HEIGHT - 128;
  const label = await line({ text: kicker, language, face: labelFace(language), colour: accent }, 36, inside);
  const name =
    (await logoOf(order, { width: inside / 2, height: 72 })) ??
    (await line({ text: outletName, language, face: head, colour: INK }, 46, inside));
  const labelHeight = label ? label.height + 34 : 0;
  const [from, to] = [BAND + 44, foot - 44];
  const room = { width: inside, height: to - from - labelHeight, largest: 124, smallest: 40 };
  const { pixels } = await setInto({ text: headline || outletName, language, face: head, colour: INK }, room);
  // A little above the middle: there it looks to be in it.
  const top = from + (to - from - labelHeight - pixels.height) * 0.46;
  const parts = [overlay(plain(WIDTH, BAND, accent), 0, 0), overlay(plain(inside, 2, RULE), EDGE, foot)];
  if (label) parts.push(at(label, top, "start"));
  parts.push(at(pixels, top + labelHeight, "start"));
  if (name) parts.push(at(name, middle(foot, HEIGHT, name), "start"));
  const paper = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: PAPER } });
  return asJpeg(await toPixels(paper.composite(parts).removeAlpha()), null);
}

async function pictureCard(order: CardOrder, file: string): Promise<{ bytes: Buffer }> {
  const at = placer(order);
  const { language, accent, faces, outletName, credit } = order;
  const inside = WIDTH - 2 * EDGE;
  const { xmpAsString } = await (await openPicture(file)).metadata();
  const ground = await cover(await openPicture(file), order.focal);
  const name =
    (await logoOf(order, { width: inside / 2, height: 68 })) ??
    (await line(
      { text: outletName, language, face: headFace(language, faces), colour: "#ffffff" },
      44,
      inside,
    ));
  const small = await line(
    { text: credit, language, face: labelFace(language), colour: "#f2eee6" },
    22,
    inside / 2,
  );
  const base = HEIGHT - 10;
  const parts = [overlay(shade(), 0, HEIGHT - SHADE), overlay(plain(WIDTH, 10, accent), 0, base)];
  if (name) parts.push(at(name, base - 40 - name.height, "start"));
  if (small && small.width + (name?.width ?? 0) < inside - 60) {
    parts.push(at(small, base - 42 - small.height, "end"));
  }
  return asJpeg(await toPixels(fromPixels(ground).composite(parts).removeAlpha()), xmpAsString ?? null);
}

/** The outlet's own mark, whole, without the empty edge that many files have around it. */
async function logoOf({ logo }: CardOrder, room: { width: number; height: number }): Promise<Pixels | null> {
  if (logo === null) return null;
  const mark = (await openPicture(logo)).toColourspace("srgb").ensureAlpha();
  const trimmed = await toPixels(mark.trim({ background: SEE_THROUGH }));
  return toPixels(fromPixels(trimmed).resize({ ...room, fit: "inside" }));
}

async function line(text: Parameters<typeof setAt>[0], size: number, width: number): Promise<Pixels | null> {
  return text.text === ""
    ? null
    : (await setInto(text, { width, height: size * 1.9, largest: size, smallest: size })).pixels;
}

function overlay({ data, width, height, channels }: Pixels, left: number, top: number): OverlayOptions {
  return { input: data, raw: { width, height, channels }, left: Math.round(left), top: Math.round(top) };
}

function middle(from: number, to: number, { height }: Pixels): number {
  return from + (to - from - height) / 2;
}

function plain(width: number, height: number, colour: string): Pixels {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
  return {
    data: Buffer.from(Array.from({ length: width * height }, () => [r, g, b]).flat()),
    width,
    height,
    channels: 3,
  };
}

const SHADE = 260;

/** Darker towards the foot, so that white letters can be read on any picture. */
function shade(): Pixels {
  const data = Buffer.alloc(WIDTH * SHADE * 4);
  for (let y = 0; y < SHADE; y++) {
    const alpha = Math.round(215 * ((y + 1) / SHADE) ** 1.6);
    for (let x = 0; x < WIDTH; x++) data[(y * WIDTH + x) * 4 + 3] = alpha;
  }
  return { data, width: WIDTH, height: SHADE, channels: 4 };
}

/** The largest part of the card's shape around the focal point. */
async function cover(picture: Sharp, focal: CardOrder["focal"]): Promise<Pixels> {
  const whole = await toPixels(picture.toColourspace("srgb").flatten({ background: "#ffffff" }));
  const scale = Math.max(WIDTH / whole.width, HEIGHT / whole.height);
  const width = Math.max(WIDTH, Math.round(whole.width * scale));
  const height = Math.max(HEIGHT, Math.round(whole.height * scale));
  const begin = (at: number, length: number, shown: number) =>
    Math.round(Math.min(Math.max(at * length - shown / 2, 0), length - shown));
  const sized = await toPixels(fromPixels(whole).resize({ width, height, fit: "fill" }));
  const part = {
    left: begin(focal.x, width, WIDTH),
    top: begin(focal.y, height, HEIGHT),
    width: WIDTH,
    height: HEIGHT,
  };
  return toPixels(fromPixels(sized).extract(part));
}

/** Within the size that every network takes. What the picture's file says of whose it is goes along. */
async function asJpeg(pixels: Pixels, xmp: string | null): Promise<{ bytes: Buffer }> {
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    const sharpEdges = xmp === null ? { chromaSubsampling: "4:4:4" } : {};
    const made = fromPixels(pixels).jpeg({ quality, mozjpeg: true, ...sharpEdges });
    bytes = await (xmp === null ? made : made.withXmp(xmp)).toBuffer();
    if (bytes.length <= CARD.mostBytes) break;
  }
  return { bytes };
}
