/**
 * The decoder, as every part of this process uses it: no loader beside those of the formats that
 * are taken, no cache, one thread per operation. Only the process of `child.ts` may load this.
 */
import sharp, { type Sharp } from "sharp";

const LOADERS = ["Jpeg", "Png", "Webp", "Heif", "Nsgif"].map((name) => `VipsForeignLoad${name}File`);

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: LOADERS });

/** A file whose size has been judged, or is about to be. First frame only; cut off is an error. */
export async function openPicture(file: string, maxPixels: number | false = false): Promise<Sharp> {
  return sharp(file, { limitInputPixels: maxPixels, sequentialRead: true, failOn: "truncated", pages: 1 });
}

export type Pixels = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 };

export function fromPixels({ data, width, height, channels }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
}

export async function toPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Pixels["channels"] };
}
