import type { NodeJson } from "#db/shapes.ts";
import { LANGUAGES, type Language } from "../../vocabulary.ts";
import type { Losses } from "../losses.ts";
import { blocksOf } from "./blocks.ts";
import { cleanMarkup } from "./clean-markup.ts";
import { replaceShortcodes } from "./shortcodes.ts";
import { readTree } from "./tree.ts";

export type Old = {
  markup: string;
  source: "wordpress" | "ghost";
  /** Where relative addresses stood, "https://old.example". */
  site: string | null;
  language: Language;
};

const BLOCK_ALONE = /<!--\s*wp:([a-z][a-z0-9/-]*)\s*(\{[^\n]*?\})?\s*\/-->/gi;

/** The blocks of an old text, with pictures by their old names; what can't be kept is noted. */
export function convertBody({ markup, source, site, language }: Old, losses: Losses): NodeJson[] {
  const isClassic = source === "wordpress" && !/<!--\s*wp:/.test(markup);
  const written = source === "wordpress" ? wordpressMarkup(markup, losses) : markup;
  const { direction } = LANGUAGES[language];
  const setting = { breaks: isClassic, site, direction, losses };
  return blocksOf(readTree(cleanMarkup(written, losses)), setting);
}

function wordpressMarkup(markup: string, losses: Losses): string {
  const blocks = markup.replace(BLOCK_ALONE, (_, name: string, json = "{}") =>
    blockAlone(name, json, losses),
  );
  if (/<!--nextpage-->/.test(blocks)) losses.note("formatting", "<!--nextpage-->");
  return replaceShortcodes(blocks.replace(/<!--[\s\S]*?-->/g, ""), losses);
}

/** A block without markup of its own: drawn by the old system whenever somebody looked. */
function blockAlone(name: string, json: string, losses: Losses): string {
  if (name === "more" || name === "nextpage") return "";
  const address = /"url"\s*:\s*"(https?:[^"\s<>]+)"/.exec(json)?.[1]?.replaceAll("\\/", "/");
  if (address && /^(?:core-)?embed/.test(name)) {
    return `<figure data-embed="">${address.replaceAll("&", "&amp;")}</figure>`;
  }
  losses.note("block", `wp:${name}`);
  return '<figure data-lost=""></figure>';
}
