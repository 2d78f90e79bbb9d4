/**
 * The typefaces that readers get: which letters each file holds and which page asks for it
 * first. `scripts/build-reader.ts` cuts the files; a language that is added needs a face here
 * with all of its letters (a test reads the built files).
 *
 * `preload` is for what every page of that script shows in its first screen; everything else
 * (bold, italics, rare letters) is fetched only by a page that uses it.
 */

import type { ArabicFace, LatinFace } from "#db/shapes.ts";
import type { Script } from "#domain/brand/faces.ts";

export type Face = {
  /** Of the file. Faces that are cut alike have one name, and readers one file. */
  name: string;
  /** Where the letters come from: a file of a @fontsource-variable package. */
  source: string;
  /**
   * As the stylesheet calls it. Faces of one family must have the same weights: a browser picks
   * one group by weight first and looks for letters in that group only. Hence "Rest".
   */
  family: "Text" | "Head" | "Label" | "Rest";
  weight: string;
  style: "normal" | "italic";
  /** Axes pinned or narrowed: every instance left out is bytes saved. */
  axes: Record<string, number | { min: number; max: number }>;
  letters: string;
  pages: readonly Script[];
  preload: boolean;
  sizeAdjust?: string;
  /** Pages wear it when their headlines, or their text, are set in this; without it always. */
  when?: { head?: LatinFace | ArabicFace; text?: LatinFace | ArabicFace };
};

const letters = (...ranges: readonly (readonly [number, number])[]) =>
  ranges
    .flatMap(([from, to]) =>
      Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)),
    )
    .join("");

const ASCII = letters([0x20, 0x7e]);
/** What every Arabic or Kurdish page takes from the Latin half of its faces: digits and shared marks. */
const DIGITS = ` 0123456789.,:;!?%+-–—…/()[]"'“”«»·*$\u00a0`;
/** English with the names of its western neighbours; Turkish and Kurmanji letters are in the rest. */
export const LATIN = `${ASCII}${letters([0xc0, 0xff])}ıŒœ\u00a0£§©«°·»½–—‘’“”•…€`;
/** What headlines and labels need; a rarer letter comes from the text face behind it. */
const COMMON = `${ASCII}ÇÉÊÎÖÛÜáâäçèéêëíîïñóôöúûüı\u00a0£·–—‘’“”…€`;
const LATIN_SIGNS = [...letters([0xa1, 0xbf]), ..."‚„‹›™−′″"]
  .filter((sign) => !LATIN.includes(sign))
  .join("");
/** Inter has no soft hyphen in this file; browsers need none to break at one. */
const SANS_SIGNS = LATIN_SIGNS.replace("\u00ad", "");
/** Turkish, Kurmanji, Slavic, Baltic, Romanian; without the few that no living newspaper prints. */
const LATIN_REST = [...letters([0x100, 0x17f])]
  .filter((letter) => !`${LATIN}ĬĭĲĳŦŧ`.includes(letter))
  .join("");
const asciiLetters = [...ASCII].filter((letter) => !DIGITS.includes(letter)).join("");
/** Arabic, all 34 letters of Sorani, Persian; harakat; both digit sets; punctuation; joiners. */
export const ARABIC = `${letters([0x621, 0x63a], [0x640, 0x655], [0x660, 0x66d])}،؛؟٪\u0670ٱپچڕژڤکگڵھۀۆۇۊۉیێە${letters([0x6f0, 0x6f9])}\u200c\u200d\u200e`;

const SERIF = "source-serif-4/files/source-serif-4-latin-opsz-normal.woff2";
const SERIF_ITALIC = "source-serif-4/files/source-serif-4-latin-opsz-italic.woff2";
const SERIF_REST = "source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2";
const SANS = "inter/files/inter-latin-wght-normal.woff2";
const SANS_ITALIC = "inter/files/inter-latin-wght-italic.woff2";
const SANS_REST = "inter/files/inter-latin-ext-wght-normal.woff2";
const SANS_DISPLAY = "inter/files/inter-latin-opsz-normal.woff2";
const NASKH = "noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2";
const NASKH_LATIN = "noto-naskh-arabic/files/noto-naskh-arabic-latin-wght-normal.woff2";
const VAZIR = "vazirmatn/files/vazirmatn-arabic-wght-normal.woff2";
const VAZIR_LATIN = "vazirmatn/files/vazirmatn-latin-wght-normal.woff2";

const serif = { text: "source-serif" } as const;
const text = { family: "Text", style: "normal", pages: ["latin"], letters: LATIN } as const;
const inter = { ...text, when: { text: "inter" } } as const;
const naskh = { family: "Text", style: "normal", pages: ["arabic"], letters: ARABIC } as const;
const vazir = { family: "Head", style: "normal", pages: ["arabic"], letters: ARABIC } as const;
const headed = { head: "vazirmatn" } as const;
const labelled = { head: "noto-naskh" } as const;
const everyWeight = { weight: "400 800", axes: { wght: { min: 400, max: 800 } } } as const;
/** Naskh is drawn small: at 118 % its letters stand as tall as the Latin beside them. */
const sizeAdjust = "118%";

// biome-ignore format: a table is read by its columns
export const FACES: readonly Face[] = [
  { ...text, name: "serif", source: SERIF, weight: "400", axes: { wght: 400, opsz: 14 }, preload: true, when: serif },
  { ...text, name: "display", source: SERIF, family: "Head", weight: "600 700", axes: { wght: 640, opsz: 44 }, letters: COMMON, preload: true, when: { head: "source-serif" } },
  { ...text, name: "sans", source: SANS, family: "Label", weight: "400 700", axes: { wght: 540 }, letters: COMMON, preload: true, when: serif },
  { ...text, name: "serif-bold", source: SERIF, weight: "700", axes: { wght: 680, opsz: 14 }, preload: false, when: serif },
  { ...text, name: "serif-italic", source: SERIF_ITALIC, weight: "400", style: "italic", axes: { wght: 400, opsz: 14 }, preload: false, when: serif },
  { ...text, name: "serif-signs", source: SERIF, family: "Rest", weight: "400 700", axes: { wght: 400, opsz: 14 }, letters: LATIN_SIGNS, preload: false, when: serif },
  { ...text, name: "serif-rest", source: SERIF_REST, family: "Rest", weight: "400 700", axes: { wght: { min: 400, max: 700 } }, letters: LATIN_REST, preload: false, when: serif },
  { ...inter, name: "inter", source: SANS, weight: "400", axes: { wght: 420 }, preload: true },
  { ...inter, name: "inter-bold", source: SANS, weight: "700", axes: { wght: 680 }, preload: false },
  { ...inter, name: "inter-italic", source: SANS_ITALIC, weight: "400", style: "italic", axes: { wght: 420 }, preload: false },
  { ...inter, name: "inter-signs", source: SANS, family: "Rest", weight: "400 700", axes: { wght: 420 }, letters: SANS_SIGNS, preload: false },
  { ...inter, name: "inter-rest", source: SANS_REST, family: "Rest", weight: "400 700", axes: { wght: { min: 400, max: 700 } }, letters: LATIN_REST.replace("ŉ", ""), preload: false },
  { ...text, name: "inter-display", source: SANS_DISPLAY, family: "Head", weight: "600 700", axes: { wght: 700, opsz: 32 }, letters: COMMON, preload: true, when: { head: "inter" } },
  { ...naskh, name: "naskh", source: NASKH, weight: "400", axes: { wght: 400 }, preload: true, sizeAdjust, when: { text: "noto-naskh" } },
  { ...naskh, name: "naskh-digits", source: NASKH_LATIN, weight: "400", axes: { wght: 400 }, letters: DIGITS, preload: true, when: { text: "noto-naskh" } },
  { ...naskh, name: "naskh-bold", source: NASKH, weight: "700", axes: { wght: 700 }, preload: false, sizeAdjust, when: { text: "noto-naskh" } },
  { ...naskh, name: "naskh-latin", source: NASKH_LATIN, family: "Rest", weight: "400 700", axes: { wght: { min: 400, max: 700 } }, letters: ASCII + DIGITS, preload: false, when: { text: "noto-naskh" } },
  { ...naskh, ...everyWeight, name: "vazir", source: VAZIR, preload: true, when: { text: "vazirmatn" } },
  { ...naskh, ...everyWeight, name: "vazir-digits", source: VAZIR_LATIN, letters: DIGITS, preload: true, when: { text: "vazirmatn" } },
  { ...naskh, ...everyWeight, name: "vazir-latin", source: VAZIR_LATIN, letters: asciiLetters, preload: false, when: { text: "vazirmatn" } },
  { ...vazir, ...everyWeight, name: "vazir", source: VAZIR, preload: true, when: headed },
  { ...vazir, ...everyWeight, name: "vazir-digits", source: VAZIR_LATIN, letters: DIGITS, preload: true, when: headed },
  { ...vazir, ...everyWeight, name: "vazir-latin", source: VAZIR_LATIN, letters: asciiLetters, preload: false, when: headed },
  { ...vazir, name: "naskh-bold", source: NASKH, weight: "400 800", axes: { wght: 700 }, preload: true, sizeAdjust, when: labelled },
  { ...vazir, name: "naskh-head-latin", source: NASKH_LATIN, weight: "400 800", axes: { wght: 700 }, letters: ASCII + DIGITS, preload: false, when: labelled },
  { ...vazir, ...everyWeight, family: "Label", name: "vazir", source: VAZIR, preload: true, when: labelled },
  { ...vazir, ...everyWeight, family: "Label", name: "vazir-digits", source: VAZIR_LATIN, letters: DIGITS, preload: true, when: labelled },
  { ...vazir, ...everyWeight, family: "Label", name: "vazir-latin", source: VAZIR_LATIN, letters: asciiLetters, preload: false, when: labelled },
];

/** What a script's pages wear when their headlines and text are set in these. */
export function facesOf(script: Script, choice: { head: string; text: string }): Face[] {
  return FACES.filter(
    ({ pages, when = {} }) =>
      pages.includes(script) &&
      (when.head === undefined || when.head === choice.head) &&
      (when.text === undefined || when.text === choice.text),
  );
}

/** What the stylesheet calls them, where that isn't what reader.css says already. */
export function familiesOf(script: Script, { head, text: body }: { head: string; text: string }): string {
  const says: string[] = [];
  if (script === "latin") {
    if (head === "inter") says.push("--head:Head,Text,Rest,LabelStand,system-ui,sans-serif;--track:-.02em");
    if (body === "inter") {
      says.push(
        "--text:Text,Rest,LabelStand,system-ui,sans-serif;--label:Text,LabelStand,system-ui,sans-serif",
      );
      says.push("--body:1.125rem");
    }
    return says.length === 0 ? "" : `:root{${says.join(";")}}`;
  }
  if (body === "vazirmatn")
    says.push('--text:Text,"Noto Sans Arabic","Geeza Pro","Segoe UI",Tahoma,sans-serif');
  if (head === "noto-naskh") {
    says.push(
      '--head:Head,"Noto Naskh Arabic","Geeza Pro","Times New Roman",serif;--head-line:1.5;--big-line:1.38',
    );
    says.push('--label:Label,"Noto Sans Arabic","Geeza Pro","Segoe UI",Tahoma,sans-serif');
  }
  return says.length === 0 ? "" : `:root:lang(ar,ckb){${says.join(";")}}`;
}
