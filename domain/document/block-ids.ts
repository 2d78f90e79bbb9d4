/**
 * Names of blocks. Every block of a body has one for life: notices point at it, translations
 * remember which block they came from, and "Rawa has changed paragraph 3" counts by it.
 */
import type { NodeJson } from "#db/shapes.ts";
import { BLOCK_NAMES } from "./nodes.ts";

/** 32 letters, so that one byte gives one letter without favouring any; none that is read as another. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 16;

export const BLOCK_ID = /^[A-Za-z0-9_-]{12,64}$/;

/** A new name for a block: 80 random bits, from the browser's or the server's own source. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join("");
}

const blocks: ReadonlySet<string> = new Set(BLOCK_NAMES);

/**
 * The same document with a name on every block, nested ones too. Names that are there stay;
 * of two blocks with one name the first keeps it, as when a paragraph is split in the editor.
 */
export function withBlockIds(doc: NodeJson): NodeJson {
  const taken = new Set<string>();
  const walk = (node: NodeJson): NodeJson => {
    if (!blocks.has(node.type)) return node.content ? { ...node, content: node.content.map(walk) } : node;
    const own = node.attrs?.id;
    const id = typeof own === "string" && BLOCK_ID.test(own) && !taken.has(own) ? own : newBlockId();
    taken.add(id);
    const attrs = { ...node.attrs, id };
    return node.content ? { ...node, attrs, content: node.content.map(walk) } : { ...node, attrs };
  };
  return walk(doc);
}
