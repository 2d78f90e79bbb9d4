/** What the process that opens pictures is told, and what it answers. Both sides read this. */
import type { Box, FaceChoice, Point, RenditionFile } from "#db/shapes.ts";
import type { PictureWords } from "#domain/pictures/words.ts";
import type { CropName, Language } from "#domain/vocabulary.ts";

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

/** The folder of our typefaces, and the settings that make it the only one. */
type Typefaces = { fonts: string; fontSettings: string };

/** Draw a share card into `folder`. `file` is a public file of the picture; null: the headline is drawn. */
export type CardOrder = Typefaces & {
  task: "card";
  file: string | null;
  folder: string;
  language: Language;
  headline: string;
  kicker: string;
  outletName: string;
  accent: string;
  faces: FaceChoice | null;
  /** A public file of the outlet's logo that can be read on this card's ground; null: its name in type. */
  logo: string | null;
  /** Where the eye should stay, as fractions of the file. */
  focal: Point;
  credit: string;
};
export type DrawnCard = { name: string; width: number; height: number; bytes: number };

/** Draw an icon: of a public file of a picture, or, when `file` is null, of letters. */
export type IconOrder = Typefaces & {
  task: "icon";
  file: string | null;
  folder: string;
  size: number;
  letters: string;
  language: Language;
  faces: FaceChoice | null;
  ground: string;
  ink: string;
};
/** Base64. */
export type DrawnIcon = { png: string };

/** How the process ends when it is the file that can't be opened; any other failure is ours. */
export const FILE_IS_BROKEN = 65;

export type Order = LookOrder | RenderOrder | CardOrder | IconOrder;
/** `refused` is a sentence for whoever sent the picture. */
export type Answer<Result> = { done: Result } | { refused: string };
