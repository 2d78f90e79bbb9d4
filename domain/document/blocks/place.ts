/** Putting blocks into a body and moving them about, as an editor at work does: by button, drop, paste or key. */
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { NodeSelection, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";

type Spot = { from: number; to: number };

/**
 * Where a block may stand that is asked for at this place: instead of an empty paragraph there,
 * else behind the innermost block whose surroundings take it (in a list: behind the list).
 */
function spotFor($pos: ResolvedPos, block: Node): Spot | null {
  for (let depth = $pos.depth; depth >= 0; depth -= 1) {
    const around = $pos.node(depth);
    const isInside = depth < $pos.depth;
    const index = isInside ? $pos.indexAfter(depth) : $pos.index(depth);
    if (!around.canReplaceWith(index, index, block.type)) continue;
    if (!isInside) return { from: $pos.pos, to: $pos.pos };
    const child = $pos.node(depth + 1);
    const isBlank = child.type.name === "paragraph" && child.content.size === 0;
    const after = $pos.after(depth + 1);
    return isBlank ? { from: $pos.before(depth + 1), to: after } : { from: after, to: after };
  }
  return null;
}

/**
 * Puts a block where the writer is, or at `at`, and the cursor where its words go. A body that
 * would end with it gets a paragraph more, so that one can go on writing. False: it fits nowhere.
 */
export function placeBlock(tr: Transaction, block: Node, at: number | null = null): boolean {
  const $pos = at === null ? tr.selection.$to : tr.doc.resolve(Math.min(at, tr.doc.content.size));
  const spot = spotFor($pos, block);
  if (!spot) return false;
  tr.replaceWith(spot.from, spot.to, block);
  const end = spot.from + block.nodeSize;
  const { paragraph } = tr.doc.type.schema.nodes;
  if (end === tr.doc.content.size && paragraph) tr.insert(end, paragraph.create());
  const inside = Selection.findFrom(tr.doc.resolve(spot.from + 1), 1, true);
  const isInside = inside !== null && inside.from < end;
  // Behind the words that came along: a caption goes on there.
  const cursor = isInside ? TextSelection.create(tr.doc, inside.$from.end()) : null;
  tr.setSelection(cursor ?? NodeSelection.create(tr.doc, spot.from)).scrollIntoView();
  return true;
}

/** The block that a key moves: a picture within its gallery, else what stands directly in the body. */
function movedDepth({ $from }: Selection): number {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === "picture" && $from.node(depth - 1).type.name === "gallery")
      return depth;
  }
  return 1;
}

/** Changes a block's place with its neighbour's. False at the end of the line. */
export function moveBlock(tr: Transaction, step: -1 | 1): boolean {
  const { selection } = tr;
  const isNode = selection instanceof NodeSelection;
  const depth = isNode ? selection.$from.depth + 1 : movedDepth(selection);
  const around = selection.$from.node(depth - 1);
  const index = selection.$from.index(depth - 1);
  const neighbour = around.maybeChild(index + step);
  const own = around.maybeChild(index);
  if (!neighbour || !own || (depth === 1 && !isNode && selection.$to.indexAfter(0) > index + 1)) return false;
  const start = isNode ? selection.from : selection.$from.before(depth);
  const target = start + (step === 1 ? neighbour.nodeSize : -neighbour.nodeSize);
  const offset = selection.from - start;
  const length = selection.to - selection.from;
  tr.delete(start, start + own.nodeSize).insert(target, own);
  const from = target + offset;
  tr.setSelection(
    isNode ? NodeSelection.create(tr.doc, target) : TextSelection.create(tr.doc, from, from + length),
  );
  tr.scrollIntoView();
  return true;
}
