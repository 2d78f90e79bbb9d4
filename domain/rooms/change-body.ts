/**
 * Brings a room's body to another text by the smallest change, so that what somebody types at the
 * same moment stays where it is. Blocks are told apart by their names: one that stands in both
 * texts is changed inside, letter by letter; only what has no counterpart is taken out or put in.
 * (y-tiptap alone pairs blocks by place: with a paragraph put in above, it writes one into another.)
 */
import type { Node as ProseMirrorNode } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { NodeJson } from "#db/shapes.ts";
import { proseMirrorSchema } from "../document/schema.ts";

/** Inside a transaction of the room. */
export function changeBody(body: Y.XmlFragment, doc: NodeJson): void {
  const { doc: room } = body;
  if (room === null) throw new Error("a body that is in no room can't be changed");
  const wanted = proseMirrorSchema().nodeFromJSON(doc).children;
  const kept = pairs(body.toArray(), wanted);
  takeOut(body, new Set(kept.map(({ element }) => element)));
  const elements = new Map(kept.map(({ at, element }) => [at, element]));
  for (const [at, node] of wanted.entries()) {
    const element = elements.get(at) ?? putIn(body, at, node);
    updateYFragment(room, element, node, { mapping: new Map(), isOMark: new Map() });
  }
}

type Pair = { at: number; element: Y.XmlElement };

function pairs(present: unknown[], wanted: readonly ProseMirrorNode[]): Pair[] {
  const places = new Map<string, number>(
    wanted.map((node, at) => [`${node.type.name} ${node.attrs.id}`, at]),
  );
  const found: Pair[] = [];
  for (const element of present) {
    if (!(element instanceof Y.XmlElement)) continue;
    const key = `${element.nodeName} ${element.getAttribute("id")}`;
    const at = places.get(key);
    if (at === undefined) continue;
    places.delete(key);
    found.push({ at, element });
  }
  return longestRising(found);
}

/** The most blocks that can stay where they are; the others were moved. */
function longestRising(found: Pair[]): Pair[] {
  const lengths: number[] = [];
  const before: (number | null)[] = [];
  let end: number | null = null;
  for (const [index, { at }] of found.entries()) {
    lengths[index] = 1;
    before[index] = null;
    for (let earlier = 0; earlier < index; earlier += 1) {
      const longer = (lengths[earlier] ?? 0) + 1;
      if ((found[earlier]?.at ?? 0) < at && longer > (lengths[index] ?? 0)) {
        lengths[index] = longer;
        before[index] = earlier;
      }
    }
    if (end === null || (lengths[index] ?? 0) > (lengths[end] ?? 0)) end = index;
  }
  const rising: Pair[] = [];
  for (let index = end; index !== null; index = before[index] ?? null) {
    const pair = found[index];
    if (pair) rising.unshift(pair);
  }
  return rising;
}

function takeOut(body: Y.XmlFragment, kept: ReadonlySet<unknown>): void {
  const present = body.toArray();
  for (let at = present.length - 1; at >= 0; at -= 1) if (!kept.has(present[at])) body.delete(at, 1);
}

function putIn(body: Y.XmlFragment, at: number, node: ProseMirrorNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type.name);
  body.insert(at, [element]);
  return element;
}
