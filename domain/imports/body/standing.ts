/**
 * Blocks that stand for themselves, before anybody has looked for the pictures: a picture names
 * the address that it had, or its number in the archive. `hang-pictures.ts` puts ours in.
 */
import type { NodeJson } from "#db/shapes.ts";
import { providerOf } from "../../document/blocks/embeds.ts";
import { MOST_PICTURES_IN_GALLERY } from "../../document/nodes.ts";

/** A picture as an archive names it; either may be missing. */
export type PictureRef = { address: string | null; attachmentId: string | null };

export const lineOf = (text: string, longest: number) =>
  [...text.replace(/\s+/gu, " ").trim()].slice(0, longest).join("");

export function embedOf(url: string, title = ""): NodeJson {
  const named = lineOf(title, 300);
  return {
    type: "embed",
    attrs: { url, provider: providerOf(url), ...(named !== "" && { title: named }) },
  };
}

export function pictureOf(ref: PictureRef, caption: NodeJson[], alt: string): NodeJson {
  const described = lineOf(alt, 1000);
  return {
    type: "picture",
    attrs: { ...ref, ...(described !== "" && { alt: described }) },
    ...(caption.length > 0 && { content: caption }),
  };
}

/** Pictures side by side; more than a gallery may have make a second one. */
export function galleriesOf(pictures: readonly NodeJson[]): NodeJson[] {
  if (pictures.length === 1) return [...pictures];
  const galleries: NodeJson[] = [];
  for (let at = 0; at < pictures.length; at += MOST_PICTURES_IN_GALLERY) {
    galleries.push({ type: "gallery", content: pictures.slice(at, at + MOST_PICTURES_IN_GALLERY) });
  }
  return galleries;
}

const STANDING: ReadonlySet<string> = new Set(["picture", "gallery", "pullQuote", "factBox", "embed"]);
export const isStanding = ({ type }: NodeJson) => STANDING.has(type);
