import type { ArabicFace, FaceChoice, LatinFace } from "#db/shapes.ts";
import { LANGUAGES, type Language } from "../vocabulary.ts";

export const LATIN_FACES = ["source-serif", "inter"] as const satisfies readonly LatinFace[];
export const ARABIC_FACES = ["noto-naskh", "vazirmatn"] as const satisfies readonly ArabicFace[];

/** What the newspaper is set in when nobody says otherwise. */
export const OUR_FACES: FaceChoice = {
  latin: { head: "source-serif", text: "source-serif" },
  arabic: { head: "vazirmatn", text: "noto-naskh" },
};

export type Script = keyof FaceChoice;

export function scriptOf(language: Language): Script {
  return LANGUAGES[language].direction === "rtl" ? "arabic" : "latin";
}

/** The name of the stylesheet that the build made for these typefaces. */
export function dressName(script: Script, { head, text }: { head: string; text: string }): string {
  return `${script}-${head}-${text}`;
}
