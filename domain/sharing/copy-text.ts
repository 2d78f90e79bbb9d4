/**
 * What the newsroom pastes into a channel by hand: the story's own words as readers have them, in
 * the right direction, with the short address, in the form that each network shows well.
 */
import type { Printed } from "#db/shapes.ts";
import type { CopyChannel, Language } from "../vocabulary.ts";
import { inPlainDirection } from "./plain-direction.ts";

export type Copied = {
  printed: Pick<Printed, "headline" | "standfirst" | "shareText">;
  language: Language;
  /** The short address, whole. */
  url: string;
};

/** The longest post on X, in its own way of counting (docs.x.com, "Counting characters"). */
export const X_MOST = 280;
const X_ADDRESS = 23;

/** Twice for whatever isn't Latin, Arabic or one of their neighbours: so X weighs letters. */
export function xLength(text: string): number {
  let length = 0;
  for (const letter of text.normalize("NFC")) {
    const code = letter.codePointAt(0) ?? 0;
    const isLight =
      code <= 0x10ff ||
      (code >= 0x2000 && code <= 0x200d) ||
      (code >= 0x2010 && code <= 0x201f) ||
      (code >= 0x2032 && code <= 0x2037);
    length += isLight ? 1 : 2;
  }
  return length;
}

/** What a post on X comes to: every address counts the same, however long it is. */
export function xPostLength(post: string, url: string): number {
  return xLength(post.replaceAll(url, "")) + X_ADDRESS;
}

export function copyText(channel: CopyChannel, { printed, language, url }: Copied): string {
  const { headline, standfirst, shareText = "" } = printed;
  const plain = (text: string) => inPlainDirection(text, language);
  switch (channel) {
    case "telegram":
      return paragraphs(bold(plain(headline), "**"), plain(shareText || standfirst), url);
    case "whatsapp":
      return paragraphs(bold(plain(headline), "*"), plain(shareText || standfirst), url);
    case "facebook":
      // The link's own preview says the headline.
      return paragraphs(plain(shareText || standfirst || headline), url);
    case "x":
      return `${shortened(plain(shareText || headline))}\n${url}`;
    default:
      return channel satisfies never;
  }
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "" && !/^[\u200e\u200f]$/.test(part)).join("\n\n");
}

/** A star of the headline's own would end it. */
function bold(text: string, mark: string): string {
  return text.includes("*") ? text : `${mark}${text}${mark}`;
}

/** Whole words, and "…" where some are missing. */
function shortened(text: string): string {
  const most = X_MOST - X_ADDRESS - 1;
  if (xLength(text) <= most) return text;
  const words = text.split(" ");
  while (words.length > 1 && xLength(`${words.join(" ")} …`) > most) words.pop();
  let kept = words.join(" ");
  while (xLength(`${kept} …`) > most) kept = [...kept].slice(0, -1).join("");
  const opened = kept.split("\u2066").length - kept.split("\u2069").length;
  return `${kept}${"\u2069".repeat(Math.max(0, opened))} …`;
}
