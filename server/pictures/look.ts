/**
 * What a file is, by its bytes alone: whatever its name and its sender say. Nothing is decoded
 * here; libvips reads the head of the file, with every loader off that no picture of ours needs.
 */
import { readFile } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import type { Sharp } from "sharp";
import type { Answer, Look, LookOrder, PictureFormat } from "./orders.ts";
import { readWords } from "./read-words.ts";
import { openPicture } from "./sharp.ts";

const KINDS: Readonly<Record<string, PictureFormat>> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/apng": "png",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/gif": "gif",
  "image/heic": "heic",
  "image/heif": "heic",
  "image/heic-sequence": "heic",
  "image/heif-sequence": "heic",
};
const TAKEN = "Pictures can be JPEG, PNG, WebP, AVIF, GIF or HEIC.";
const DAMAGED = "This picture is damaged: it can't be opened. Ask for the file again.";

export async function look({ file, maxPixels }: LookOrder): Promise<Answer<Look>> {
  const bytes = await readFile(file);
  if (bytes.length === 0) return { refused: "This file is empty." };
  const kind = await fileTypeFromBuffer(bytes);
  const format = kind === undefined ? undefined : KINDS[kind.mime];
  if (format === undefined) return { refused: `${whatItIs(bytes, kind?.ext)} ${TAKEN}` };
  const head = await headOf(await openPicture(file));
  if (head === null) return { refused: DAMAGED };
  const { width, height } = head;
  if (width * height > maxPixels) return { refused: tooManyPixels(width, height, maxPixels) };
  return { done: { ...head, format, words: readWords(bytes).words } };
}

function tooManyPixels(width: number, height: number, maxPixels: number): string {
  return `This picture is too large: ${width} × ${height} pixels. ${Math.floor(maxPixels / 1_000_000)} megapixels are the most.`;
}

async function headOf(picture: Sharp): Promise<Omit<Look, "format" | "words"> | null> {
  try {
    const { width, height, orientation = 1, pages = 1, format } = await picture.metadata();
    // An animation's frames stand one below the other only where they are all asked for.
    if (!(width > 0) || !(height > 0)) return null;
    const isAnimated = pages > 1 && (format === "gif" || format === "webp");
    return orientation >= 5 ? { width: height, height: width, isAnimated } : { width, height, isAnimated };
  } catch {
    return null;
  }
}

/** In words that whoever sent it knows. */
function whatItIs(bytes: Buffer, ending: string | undefined): string {
  const start = bytes.subarray(0, 2_000).toString("latin1").trimStart().toLowerCase();
  if (start.includes("<svg")) return "This is an SVG drawing, which can hold scripts.";
  if (start.startsWith("<!doctype html") || start.includes("<html"))
    return "This is a web page, not a picture.";
  if (ending !== undefined) return `This is a ${ending.toUpperCase()} file.`;
  return "This isn't a picture.";
}
