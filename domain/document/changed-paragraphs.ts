/**
 * Which paragraphs somebody changed, in the numbers that a colleague would say: "paragraph 3" is
 * the third block from the top, pictures too; dividers and blank paragraphs don't count.
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { canonicalJson } from "./canonical-json.ts";
import { migrateDocument } from "./migrate.ts";
import { textOf } from "./to-text.ts";

/** Blocks that show something without a word. */
const SEEN: ReadonlySet<string> = new Set(["picture", "gallery", "embed"]);

type Paragraph = { id: string; looks: string };

/** What a reader could notice: words, marks, links, level, direction; not names of blocks. */
function looksOf({ attrs, content, ...node }: NodeJson): unknown {
  const { id: _id, suggestion: _suggestion, source: _source, ...visible } = attrs ?? {};
  return { ...node, attrs: visible, content: content?.map(looksOf) };
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
  const old = paragraphsOf(before);
  const byId = new Map(old.map((paragraph, position) => [paragraph.id, position]));
  const byLooks = new Map(old.map((paragraph, position) => [paragraph.looks, position]));
  let last = -1;
  return paragraphsOf(after).flatMap(({ id, looks }, index) => {
    const position = byId.get(id) ?? byLooks.get(looks);
    const unchanged = position !== undefined && old[position]?.looks === looks && position > last;
    if (unchanged) last = position;
    return unchanged ? [] : [index + 1];
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
