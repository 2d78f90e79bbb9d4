/**
 * Whether an accent can be read where it is used: as small text on the page and on its tinted
 * parts (WCAG 2.2, 1.4.3: 4.5 to 1). The papers are those of components/reader/reader.css.
 */
export type Mode = "light" | "dark";

export const PAPERS: Readonly<Record<Mode, readonly [string, string]>> = {
  light: ["#fdfbf7", "#f4efe5"],
  dark: ["#14120f", "#1f1c17"],
};
export const ENOUGH = 4.5;

export const HEX_COLOUR = /^#[0-9a-f]{6}$/;

type Rgb = readonly [number, number, number];

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(hex: string): number {
  const [r, g, b] = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How well an accent reads where it reads worst. */
export function readability(accent: string, mode: Mode): number {
  return Math.min(...PAPERS[mode].map((paper) => contrast(accent, paper)));
}

const STEPS = 200;
/** A little more than enough, so that rounding takes nothing away. */
const AIM = 4.6;

/** The nearest accent of the same hue that can be read: darker on light pages, lighter on dark ones. */
export function readable(accent: string, mode: Mode): string {
  if (readability(accent, mode) >= ENOUGH) return accent;
  const end: Rgb = mode === "light" ? [0, 0, 0] : [255, 255, 255];
  const start = rgbOf(accent);
  for (let step = 1; step <= STEPS; step++) {
    const share = step / STEPS;
    const mixed = hexOf(start.map((part, at) => part + ((end[at] ?? 0) - part) * share) as unknown as Rgb);
    if (readability(mixed, mode) >= AIM) return mixed;
  }
  return hexOf(end);
}

/** A sentence for whoever chose it, with a colour that works; null when it can be read. */
export function troubleWithAccent(accent: string, mode: Mode): string | null {
  const ratio = readability(accent, mode);
  if (ratio >= ENOUGH) return null;
  const found = (Math.floor(ratio * 10) / 10).toFixed(1);
  return `${accent} is hard to read on ${mode} pages: its contrast is ${found} to 1, and ${ENOUGH} to 1 is the least. ${readable(accent, mode)} is near it and works.`;
}
