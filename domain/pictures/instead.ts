import type { PictureInstead } from "#db/shapes.ts";
import type { Language } from "../vocabulary.ts";
import { creditLine } from "./credit.ts";

type Said = { caption: string; credit: string; alt: string; decorative: boolean };

/**
 * What stands with a picture that readers get in the place of another. The text says of the other
 * who made it and what it shows; under this one that would be false, so this one's own credit is
 * printed, its own alt text, and no caption. Where nothing replaced it: what the text says.
 */
export function saidOf(use: Said, instead: PictureInstead | null | undefined, language: Language): Said {
  if (!instead) return use;
  const alt = instead.altText.trim();
  return { caption: "", credit: creditLine(instead, language), alt, decorative: alt === "" };
}
