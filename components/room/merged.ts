/** Blocks that were changed on both sides while the line was down: merged, and worth a look. */
import type { Node } from "@tiptap/pm/model";

export type Merged = { blocks: string[]; at: Date };

/**
 * The names of blocks whose words this screen had changed since the last common text (`common` → `mine`)
 * and into which a colleague's changes then came (`mine` → `now`).
 */
export function blocksOfBoth(common: Node, mine: Node, now: Node): string[] {
  const was = wordsByBlock(common);
  const had = wordsByBlock(mine);
  const has = wordsByBlock(now);
  return [...has.keys()].filter((id) => {
    const own = had.get(id);
    if (own === undefined || own === was.get(id)) return false;
    return own !== has.get(id);
  });
}

/** What stands in each block that has words, as text with its marks. */
function wordsByBlock(body: Node): Map<string, string> {
  const words = new Map<string, string>();
  body.descendants((node) => {
    const { id } = node.attrs;
    if (node.isTextblock && typeof id === "string") words.set(id, JSON.stringify(node.toJSON()));
    return !node.isTextblock;
  });
  return words;
}
