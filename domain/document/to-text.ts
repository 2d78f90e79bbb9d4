/** A body's words without their dress: for search, feeds, descriptions and counting. */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { migrateDocument } from "./migrate.ts";

const isInline = ({ type }: NodeJson) => type === "text" || type === "hardBreak";

/** What a block says beside its text: a box's title, whose a quotation is, what a picture shows. */
const SAID_BESIDE = ["title", "attribution", "alt", "credit"] as const;

function said({ type, attrs }: NodeJson, names: readonly string[]): string[] {
  return type === "text"
    ? []
    : names.map((name) => attrs?.[name]).filter((words) => typeof words === "string");
}

function linesOf(node: NodeJson, beside: readonly string[], leftOut: ReadonlySet<string>): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  const children = (node.content ?? []).filter(({ type }) => !leftOut.has(type));
  const texts = children.map((child) => linesOf(child, beside, leftOut));
  const own = children.every(isInline) ? [texts.join("")] : texts;
  const words = said(node, beside);
  // An empty line typed on purpose inside a text stays; an empty block leaves none.
  return words.length === 0 && children.every(isInline)
    ? own.join("")
    : [...words, ...own].filter((text) => text !== "").join("\n");
}

/** What stands beside the running text, or repeats it. */
const NOT_RUNNING: ReadonlySet<string> = new Set(["picture", "gallery", "pullQuote", "embed"]);
/** Whether a block is text that readers read through, and would count as a paragraph. */
export const isRunningText = ({ type }: NodeJson) => !NOT_RUNNING.has(type);

const NOTHING: ReadonlySet<string> = new Set();

/** The text of one node with all that it says; blocks inside it each on a line of their own. */
export function textOf(node: NodeJson): string {
  return linesOf(node, SAID_BESIDE, NOTHING);
}

function blocksOf(stored: StoredDocument, textOfBlock: (block: NodeJson) => string): string {
  return (migrateDocument(stored).doc.content ?? [])
    .map(textOfBlock)
    .filter((text) => text.trim() !== "")
    .join("\n\n");
}

/**
 * The running text, a blank line between its top blocks: what is counted and described. Dividers
 * leave no trace, nor do pictures, pull quotes (their words are said twice) and embeds.
 */
export function toText(stored: StoredDocument): string {
  return blocksOf(stored, (block) =>
    NOT_RUNNING.has(block.type) ? "" : linesOf(block, ["title"], NOT_RUNNING),
  );
}

/** All words that a body holds, captions, credits and titles too: what a search finds it by. */
export function everyWord(stored: StoredDocument): string {
  return blocksOf(stored, textOf);
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
