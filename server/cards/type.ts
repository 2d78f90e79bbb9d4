/**
 * Sets text for a card: shaped, broken into lines and put in order by Pango, with no typeface but
 * ours (the process finds no others: FONTCONFIG_FILE names one folder).
 */
import sharp from "sharp";
import type { FaceChoice } from "#db/shapes.ts";
import { inPlainDirection } from "#domain/sharing/plain-direction.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { type Pixels, toPixels } from "../pictures/sharp.ts";

export type Face = { description: string; lineHeight: number; spacingEm: number };
export type Set = { size: number; pixels: Pixels };
export type Line = { text: string; language: Language; face: Face; colour: string };

/** Each name is followed by who draws what it hasn't: Arabic names in English, Latin ones in Kurdish. */
const LATIN_HEADS = {
  "source-serif": { description: "Source Serif 4, Vazirmatn Bold", lineHeight: 0.86, spacingEm: -0.012 },
  inter: { description: "Inter, Vazirmatn Bold", lineHeight: 0.9, spacingEm: -0.018 },
} as const;
const ARABIC_HEADS = {
  vazirmatn: { description: "Vazirmatn, Inter Bold", lineHeight: 0.92, spacingEm: 0 },
  "noto-naskh": { description: "Noto Naskh Arabic, Vazirmatn Bold", lineHeight: 0.84, spacingEm: 0 },
} as const;

export function headFace(language: Language, faces: FaceChoice | null): Face {
  return LANGUAGES[language].direction === "rtl"
    ? ARABIC_HEADS[faces?.arabic.head ?? "vazirmatn"]
    : LATIN_HEADS[faces?.latin.head ?? "source-serif"];
}

export function labelFace(language: Language): Face {
  const names = LANGUAGES[language].direction === "rtl" ? "Vazirmatn, Inter" : "Inter, Vazirmatn";
  return { description: `${names} Medium`, lineHeight: 1, spacingEm: 0 };
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text: string) => text.replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? "");

export async function setAt(
  { text, language, face, colour }: Line,
  size: number,
  width: number,
): Promise<Set> {
  const spacing = Math.round(size * face.spacingEm * 1024);
  const attributes = `foreground="${colour}" line_height="${face.lineHeight}" letter_spacing="${spacing}"`;
  const markup = `<span ${attributes}>${escaped(inPlainDirection(text, language))}</span>`;
  const font = `${face.description} ${size}`;
  // "left" is where the paragraph begins: Pango turns it round for right-to-left text.
  const input = { text: markup, font, width, dpi: 72, rgba: true, align: "left", wrap: "word-char" } as const;
  return { size, pixels: await toPixels(sharp({ text: input })) };
}

type Room = { width: number; height: number; largest: number; smallest: number };

/** As large as the room allows, in lines of nearly one length. What doesn't fit at the smallest ends with "…". */
export async function setInto(line: Line, room: Room): Promise<Set> {
  const fits = ({ pixels }: Set) => pixels.height <= room.height && pixels.width <= room.width;
  let [low, high] = [room.smallest, room.largest];
  let best = await setAt(line, low, room.width);
  if (!fits(best)) return setAt({ ...line, text: await shortened(line, room, fits) }, low, room.width);
  while (high - low > 2) {
    const middle = Math.round((low + high) / 2);
    const tried = await setAt(line, middle, room.width);
    if (fits(tried)) [low, best] = [middle, tried];
    else high = middle;
  }
  return balanced(line, best, room.width);
}

/** The narrowest setting with no more lines: no line holds one word under three full ones. */
async function balanced(line: Line, set: Set, width: number): Promise<Set> {
  let best = set;
  let [low, high] = [Math.round(width * 0.55), width];
  while (high - low > 24) {
    const middle = Math.round((low + high) / 2);
    const tried = await setAt(line, set.size, middle);
    const isAsShort = tried.pixels.height < set.pixels.height + set.size * 0.4;
    if (isAsShort && tried.pixels.width <= middle) [high, best] = [middle, tried];
    else low = middle;
  }
  return best;
}

async function shortened(line: Line, room: Room, fits: (set: Set) => boolean): Promise<string> {
  const words = line.text.split(" ");
  let [low, high] = [1, words.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const text = `${words.slice(0, middle).join(" ")} …`;
    if (fits(await setAt({ ...line, text }, room.smallest, room.width))) low = middle;
    else high = middle;
  }
  return `${words.slice(0, low).join(" ")} …`;
}
