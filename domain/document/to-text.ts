/** A body's words without their dress: for search, feeds, descriptions and counting. */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { migrateDocument } from "./migrate.ts";

/** The text of one node; blocks inside it each on a line of their own. */
export function textOf(node: NodeJson): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  const children = node.content ?? [];
  const holdsBlocks = children.some((child) => child.type !== "text" && child.type !== "hardBreak");
  return children
    .map(textOf)
    .filter((text) => !holdsBlocks || text !== "")
    .join(holdsBlocks ? "\n" : "");
}

/** The whole body as plain text, a blank line between its top blocks; dividers leave no trace. */
export function toText(stored: StoredDocument): string {
  return (migrateDocument(stored).doc.content ?? [])
    .map(textOf)
    .filter((text) => text.trim() !== "")
    .join("\n\n");
}

/**
 * Words as reporters count them: what stands between blanks or dashes and holds a letter or a
 * digit. "U.S.-led" is one, "100,000" is one, a dash alone is none; a Kurdish or Persian word
 * with a zero-width non-joiner is one. Right for every language that puts blanks between words.
 */
export function countWordsIn(text: string): number {
  return text.split(/[\s\u2013\u2014]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function countWords(stored: StoredDocument): number {
  return countWordsIn(toText(stored));
}

/** The beginning of the text in one line, cut at a word, `…` where it was cut. `longest` counts letters. */
export function excerpt(stored: StoredDocument, longest = 200): string {
  const line = toText(stored).replace(/\s+/gu, " ").trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const atWord = cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut;
  return `${atWord
    .replace(/[\s،؛,;:–—-]+$/u, "")
    .toWellFormed()
    .replace(/\ufffd$/, "")}…`;
}
