/** An app's icon: a square picture made smaller, or letters in the middle of a colour. */
import sharp from "sharp";
import { headFace, setAt } from "../cards/type.ts";
import type { Answer, DrawnIcon, IconOrder } from "./orders.ts";
import { fromPixels, openPicture, type Pixels, toPixels } from "./sharp.ts";

/** How much of the square the letters may take; what a phone cuts off a maskable icon stays empty. */
const ROOM = { width: 0.6, height: 0.46 };
const LETTERS_PX = 300;

export async function drawIcon(order: IconOrder): Promise<Answer<DrawnIcon>> {
  const pixels = order.file === null ? await fromLetters(order) : await fromPicture(order, order.file);
  const png = await fromPixels(pixels).png({ compressionLevel: 9, palette: true, quality: 95 }).toBuffer();
  return { done: { png: png.toString("base64") } };
}

async function fromPicture({ size, ground }: IconOrder, file: string): Promise<Pixels> {
  const picture = await openPicture(file);
  const square = picture.resize({ width: size, height: size, fit: "cover" }).flatten({ background: ground });
  return toPixels(square.toColourspace("srgb"));
}

async function fromLetters({ size, letters, language, faces, ground, ink }: IconOrder): Promise<Pixels> {
  const line = { text: letters, language, face: headFace(language, faces), colour: ink };
  const { pixels } = await setAt(line, LETTERS_PX, LETTERS_PX * 10);
  const fitting = fromPixels(await toPixels(fromPixels(pixels).trim())).resize({
    width: Math.round(size * ROOM.width),
    height: Math.round(size * ROOM.height),
    fit: "inside",
  });
  const { data, ...raw } = await toPixels(fitting);
  const square = sharp({ create: { width: size, height: size, channels: 3, background: ground } });
  return toPixels(square.composite([{ input: data, raw, gravity: "centre" }]).removeAlpha());
}
