/**
 * Which paragraphs somebody changed, in the numbers that a colleague would say: "paragraph 3" is
 * the third block from the top, pictures too; dividers and blank paragraphs don't count.
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { DEFAULTS } from "./attributes.ts";
import { canonicalJson } from "./canonical-json.ts";
import { migrateDocument } from "./migrate.ts";
import { textOf } from "./to-text.ts";

/** Blocks that show something without a word. */
const SEEN: ReadonlySet<string> = new Set(["picture", "gallery", "embed"]);

type Paragraph = { id: string; looks: string };

const UNSEEN: ReadonlySet<string> = new Set(["id", "suggestion", "source"]);

/** Attributes that say something: an editor writes out those that aren't set, a stored text leaves them away. */
function said(attrs: Record<string, unknown> = {}): Record<string, unknown> {
  const saying = ([name, value]: [string, unknown]) => value !== null && value !== DEFAULTS[name];
  return Object.fromEntries(Object.entries(attrs).filter(saying));
}

/** What a reader could notice: words, marks, links, level, direction; not names of blocks. */
function looksOf({ attrs, content, marks, ...node }: NodeJson): unknown {
  const visible = Object.entries(said(attrs)).filter(([name]) => !UNSEEN.has(name));
  return {
    ...node,
    attrs: Object.fromEntries(visible),
    marks: marks?.map((mark) => ({ ...mark, attrs: said(mark.attrs) })),
    content: content?.map(looksOf),
  };
}

function paragraphsOf(stored: StoredDocument): Paragraph[] {
  return (migrateDocument(stored).doc.content ?? [])
    .filter((block) => SEEN.has(block.type) || textOf(block).trim() !== "")
    .map((block) => ({ id: String(block.attrs?.id ?? ""), looks: canonicalJson(looksOf(block)) }));
}

/**
 * Numbers (from 1) of the paragraphs of `after` that are new, reworded or moved. A paragraph is
 * recognised by its name, else by its text, so that one cut and pasted back in place is unchanged.
 */
export function changedParagraphs(before: StoredDocument, after: StoredDocument): number[] {
  return changedBlocks(before, after).map(({ number }) => number);
}

/** The same with their names. */
export function changedBlocks(
  before: StoredDocument,
  after: StoredDocument,
): { id: string; number: number }[] {
  const old = paragraphsOf(before);
  const byId = new Map(old.map((paragraph, position) => [paragraph.id, position]));
  const byLooks = new Map(old.map((paragraph, position) => [paragraph.looks, position]));
  let last = -1;
  return paragraphsOf(after).flatMap(({ id, looks }, index) => {
    const position = byId.get(id) ?? byLooks.get(looks);
    const unchanged = position !== undefined && old[position]?.looks === looks && position > last;
    if (unchanged) last = position;
    return unchanged ? [] : [{ id, number: index + 1 }];
  });
}

/** Numbers (from 1) of the paragraphs of `before` that are no longer there, by name and by text. */
export function removedParagraphs(before: StoredDocument, after: StoredDocument): number[] {
  const now = paragraphsOf(after);
  const ids = new Set(now.map(({ id }) => id));
  const texts = new Set(now.map(({ looks }) => looks));
  return paragraphsOf(before).flatMap(({ id, looks }, index) =>
    ids.has(id) || texts.has(looks) ? [] : [index + 1],
  );
}
