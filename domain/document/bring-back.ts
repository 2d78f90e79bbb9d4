/**
 * One block of a body as it was in another version of it: put back in place, put in again where it
 * stood, or taken out where that version hadn't got it.
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { migrateDocument } from "./migrate.ts";
import { blockIdOf } from "./paragraphs.ts";

type Way = NodeJson[];

/** The document with this block as `old` has it; null when neither of them has the block. */
export function bringBack(head: StoredDocument, old: StoredDocument, blockId: string): StoredDocument | null {
  const [now, then] = [migrateDocument(head), migrateDocument(old)];
  const [way, wayThen] = [wayTo(now.doc, blockId), wayTo(then.doc, blockId)];
  const there = wayThen?.at(-1);
  if (way && there) return { ...now, doc: replaced(now.doc, blockId, boxOr(there, way.at(-1))) };
  if (way) return { ...now, doc: without(now.doc, blockId) };
  return wayThen ? { ...now, doc: putIn(now.doc, wayThen) } : null;
}

/** The blocks from the document down to one, itself included. */
function wayTo(node: NodeJson, blockId: string): Way | null {
  for (const child of node.content ?? []) {
    if (blockIdOf(child) === blockId) return [node, child];
    const further = wayTo(child, blockId);
    if (further) return [node, ...further];
  }
  return null;
}

/** A box keeps what stands in it: its own line is its title. */
function boxOr(there: NodeJson, here: NodeJson | undefined): NodeJson {
  return there.type === "factBox" && here?.content ? { ...there, content: here.content } : there;
}

function replaced(node: NodeJson, blockId: string, by: NodeJson): NodeJson {
  if (!node.content) return node;
  const content = node.content.map((child) =>
    blockIdOf(child) === blockId ? by : replaced(child, blockId, by),
  );
  return { ...node, content };
}

/** What holds blocks goes with its last one; a body keeps an empty line to write on. */
function without(doc: NodeJson, blockId: string): NodeJson {
  const walk = (node: NodeJson): NodeJson[] => {
    if (blockIdOf(node) === blockId) return [];
    const content = node.content?.flatMap(walk);
    return content?.length === 0 && (node.content?.length ?? 0) > 0
      ? []
      : [content ? { ...node, content } : node];
  };
  const content = (doc.content ?? []).flatMap(walk);
  return { ...doc, content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

/**
 * Into what still stands of what it stood in, after the nearest block before it that is still
 * there. Of a list that is gone, too, it brings the list with this one line.
 */
function putIn(doc: NodeJson, wayThen: Way): NodeJson {
  let depth = wayThen.length - 2;
  while (depth > 0 && !wayTo(doc, blockIdOf(wayThen[depth] ?? doc))) depth -= 1;
  const [holder, child] = [wayThen[depth], wayThen[depth + 1]];
  if (!holder || !child) return doc;
  const piece = wayThen.slice(depth + 1).reduceRight((inner, outer) => ({ ...outer, content: [inner] }));
  const siblings = holder.content ?? [];
  const before = siblings.slice(0, siblings.indexOf(child)).map(blockIdOf).reverse();
  const place = (node: NodeJson): NodeJson => {
    if (depth > 0 && blockIdOf(node) !== blockIdOf(holder)) {
      return node.content ? { ...node, content: node.content.map(place) } : node;
    }
    const content = node.content ?? [];
    const after = before
      .map((id) => content.findIndex((each) => blockIdOf(each) === id))
      .find((at) => at >= 0);
    return { ...node, content: content.toSpliced((after ?? -1) + 1, 0, piece) };
  };
  return place(doc);
}
