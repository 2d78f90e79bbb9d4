import type { Brand } from "#db/shapes.ts";
import { type Mode, readable } from "./contrast.ts";

/** As components/reader/reader.css has it. */
const OURS: Readonly<Record<Mode, string>> = { light: "#9d1c22", dark: "#ff9c8f" };

/** The accent of light pages and of dark ones; the dark one is made from the light where none was chosen. */
export function accentOf(brand: Brand | undefined): Record<Mode, string> {
  const { light = null, dark = null } = brand?.accent ?? {};
  if (light === null) return { light: OURS.light, dark: dark ?? OURS.dark };
  return { light, dark: dark ?? readable(light, "dark") };
}

/** What the stylesheet says more for an outlet that has colours of its own; "" for one that hasn't. */
export function accentStyle(brand: Brand | undefined): string {
  const { light, dark } = accentOf(brand);
  const says = (accent: string) => `:root{--mark:${accent}}`;
  return `${light === OURS.light ? "" : says(light)}${
    dark === OURS.dark ? "" : `@media (prefers-color-scheme:dark){${says(dark)}}`
  }`;
}
