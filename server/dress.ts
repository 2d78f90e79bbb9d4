/** What reader pages are dressed in: the stylesheets that the build made, in the outlet's colours. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brand } from "#db/shapes.ts";
import { accentStyle } from "#domain/brand/accent.ts";
import { dressName, OUR_FACES, scriptOf } from "#domain/brand/faces.ts";
import type { Language } from "#domain/vocabulary.ts";
import { readSettings } from "./env.ts";
import type { Stylesheet } from "./print.ts";
import { readerFolder } from "./reader-folder.ts";

/**
 * What a page of this language wears: the stylesheet of the outlet's typefaces, with its colours
 * after it. Kept for as long as it is worn; a preview tries on more than anybody keeps.
 */
export function dressOf(language: Language, brand?: Brand): Stylesheet {
  const name = dressName(scriptOf(language), (brand?.faces ?? OUR_FACES)[scriptOf(language)]);
  const colours = accentStyle(brand);
  const known = dresses.get(name + colours);
  if (known) return known;
  const sheet = stylesheetNamed(name);
  const css = sheet.css + colours;
  const hash = `sha256-${createHash("sha256").update(css).digest("base64")}`;
  if (dresses.size >= MOST_DRESSES) dresses.clear();
  const dress = { css, hash, preload: sheet.preload };
  dresses.set(name + colours, dress);
  return dress;
}

const MOST_DRESSES = 40;
const dresses = new Map<string, Stylesheet>();
const stylesheets = new Map<string, Stylesheet>();

/** Made by scripts/build-reader.ts, for each build in its own folder; read once. */
function stylesheetNamed(name: string): Stylesheet {
  const known = stylesheets.get(name);
  if (known) return known;
  const folder = readerFolder(readSettings(process.env));
  const manifest: Record<string, Stylesheet> = JSON.parse(
    readFileSync(join(folder, "manifest.json"), "utf8"),
  );
  const own = manifest[name];
  if (!own) throw new Error(`${folder} has no stylesheet ${name}: run npm run build`);
  const stylesheet = { ...own, css: readFileSync(join(folder, own.css), "utf8") };
  stylesheets.set(name, stylesheet);
  return stylesheet;
}
