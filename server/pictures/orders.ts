/** What the process that opens pictures is told, and what it answers. Types only: both sides read them. */
import type { Box, Point, RenditionFile } from "#db/shapes.ts";
import type { PictureWords } from "#domain/pictures/words.ts";
import type { CropName } from "#domain/vocabulary.ts";

export const FORMATS = ["jpeg", "png", "webp", "avif", "gif", "heic"] as const;
export type PictureFormat = (typeof FORMATS)[number];

/** Judge a file by its bytes and read what it says of itself, without decoding it. */
export type LookOrder = { task: "look"; file: string; maxPixels: number };
export type Look = {
  format: PictureFormat;
  /** Upright, as its own orientation says. */
  width: number;
  height: number;
  isAnimated: boolean;
  words: PictureWords;
};

/** Make the public files, into `folder`, each under the name of its content. */
export type RenderOrder = {
  task: "render";
  file: string;
  folder: string;
  maxPixels: number;
  /** "first": WebP and JPEG, and all that a page needs beside them. "more": AVIF. Or one quick WebP. */
  which: "first" | "more" | { crop: CropName; width: number };
  rotation: number;
  blurs: Box[];
  focal: Point | null;
  crops: Partial<Record<"wide" | "square" | "portrait", Box>>;
  /** What the newsroom says of it; goes into every file. */
  author: string;
  credit: string;
  source: string;
};
export type Render = {
  width: number;
  height: number;
  thumbhash: string;
  colour: string;
  focal: Point;
  likeness: string;
  isAnimated: boolean;
  files: RenditionFile[];
};

export type Order = LookOrder | RenderOrder;
/** `refused` is a sentence for whoever sent the picture. */
export type Answer<Result> = { done: Result } | { refused: string };
