import { xmlText } from "./xml.ts";

type Drawn = { letters: string; ground: string; ink: string };

/** Sizes at which one, two or three letters fill the square. */
const SIZES = [22, 17, 12];

/** The outlet's initials on its accent, for the browser's tab. */
export function favicon({ letters, ground, ink }: Drawn): string {
  const size = SIZES[[...letters].length - 1] ?? 12;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="${ground}"/>` +
    `<text x="16" y="${16 + size * 0.34}" font-family="Georgia,serif" font-size="${size}" font-weight="700" text-anchor="middle" ` +
    `fill="${ink}">${xmlText(letters)}</text></svg>`
  );
}
