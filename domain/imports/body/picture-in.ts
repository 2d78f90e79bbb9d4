import type { NodeJson } from "#db/shapes.ts";
import type { Setting } from "./blocks.ts";
import { hrefOn } from "./href.ts";
import { pictureOf } from "./standing.ts";
import { allIn, type Element, type Piece } from "./tree.ts";

const FILE = /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?)(?:[?#].*)?$/i;
export const isPictureFile = (address: string) => FILE.test(address);

/** Sizes in which old systems keep a copy of a picture: "-300x200", "/size/w600". */
export function largestAddress(address: string): string {
  return address
    .replace(/-\d{2,5}x\d{2,5}(?=\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$))/i, "")
    .replace(/\/content\/images\/size\/w\d+(?:\/format\/\w+)?\//, "/content/images/");
}

/** Pictures that are there to be counted or to keep a place aren't pictures. */
function isMeant({ attrs }: Element): boolean {
  const [width, height] = [Number(attrs.width), Number(attrs.height)];
  return (
    !(width > 0 && width <= 3 && height > 0 && height <= 3) &&
    !/\bwp-smiley\b|\bemoji\b/.test(attrs.class ?? "")
  );
}

export function picturesIn(pieces: readonly Piece[]): Element[] {
  return allIn(pieces, ({ tag }) => tag === "img").filter(isMeant);
}

/** A picture by its address, and by its number where WordPress has written it into the class. */
export function pictureIn(image: Element, caption: NodeJson[], setting: Setting): NodeJson[] {
  const { attrs } = image;
  if (!isMeant(image)) return [];
  const written = attrs["data-orig-file"] ?? attrs["data-src"] ?? attrs["data-lazy-src"] ?? attrs.src;
  const address = hrefOn(written?.startsWith("//") ? `https:${written}` : written, setting.site);
  const attachmentId = /\bwp-image-(\d{1,15})\b/.exec(attrs.class ?? "")?.[1] ?? null;
  if (address === null && attachmentId === null) {
    setting.losses.note("picture-missing", written || "<img>");
    return [];
  }
  return [pictureOf({ address, attachmentId }, caption, attrs.alt ?? "")];
}
