/**
 * The body in a room, as a revision would hold it. Reading never changes the room: y-tiptap's own
 * reader deletes what it can't place, which is right for the one screen that shows it and wrong
 * for a process that only looks.
 *
 * Two people's edits can meet in a shape that no editor would make (a list whose items are gone).
 * Such a piece is left out here, as every editor leaves it out, so that there is always a text to
 * keep. The answer depends on the room alone: a block without a name of its own is named after its
 * place in the room's history, the same wherever it is read.
 */
import type { Mark, Node as ProseMirrorNode } from "@tiptap/pm/model";
import * as Y from "yjs";
import type { NodeJson } from "#db/shapes.ts";
import { DEFAULTS, isRecord, MARK_ATTRIBUTES, NEEDED, NODE_ATTRIBUTES } from "../document/attributes.ts";
import { BLOCK_ID } from "../document/block-ids.ts";
import { BLOCK_NAMES } from "../document/nodes.ts";
import { proseMirrorSchema } from "../document/schema.ts";

type Rules = Readonly<Record<string, (value: unknown) => boolean>>;
const blocks: ReadonlySet<string> = new Set(BLOCK_NAMES);

export function readBody(body: Y.XmlFragment): NodeJson {
  const schema = proseMirrorSchema();
  const taken = new Set<string>();
  const children = childrenOf(body, taken);
  const doc = schema.topNodeType.createAndFill(null, children) ?? schema.topNodeType.createAndFill();
  return plain(doc?.toJSON() as NodeJson);
}

function childrenOf(parent: Y.XmlFragment, taken: Set<string>): ProseMirrorNode[] {
  const children = parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return textsOf(child);
    const node = child instanceof Y.XmlElement ? nodeOf(child, taken) : null;
    return node === null ? [] : [node];
  });
  return children.map((child, at) => withMarksAround(child, children[at - 1], children[at + 1]));
}

function nodeOf(element: Y.XmlElement, taken: Set<string>): ProseMirrorNode | null {
  const name = element.nodeName;
  if (!Object.hasOwn(NODE_ATTRIBUTES, name) || name === "doc" || name === "text") return null;
  const attrs = known(element.getAttributes(), NODE_ATTRIBUTES[name as keyof typeof NODE_ATTRIBUTES]);
  if (blocks.has(name)) attrs.id = nameOf(element, attrs.id, taken);
  const needed = NEEDED[name];
  if (needed !== undefined && attrs[needed] === undefined) return null;
  return orNull(() => proseMirrorSchema().node(name, attrs, childrenOf(element, taken)));
}

function textsOf(text: Y.XmlText): ProseMirrorNode[] {
  const pieces = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return pieces.flatMap(({ insert, attributes }) =>
    typeof insert === "string" && insert !== ""
      ? [proseMirrorSchema().text(insert, marksOf(attributes))]
      : [],
  );
}

function marksOf(attributes: Record<string, unknown> = {}): Mark[] {
  return Object.entries(attributes).flatMap(([name, found]) => {
    if (!Object.hasOwn(MARK_ATTRIBUTES, name)) return [];
    const attrs = known(isRecord(found) ? found : {}, MARK_ATTRIBUTES[name as keyof typeof MARK_ATTRIBUTES]);
    const needed = NEEDED[name];
    if (needed !== undefined && attrs[needed] === undefined) return [];
    return [proseMirrorSchema().mark(name, attrs)];
  });
}

/** A room can't keep marks on a line's break: it has those that both its neighbours have. */
function withMarksAround(
  node: ProseMirrorNode,
  before: ProseMirrorNode | undefined,
  after: ProseMirrorNode | undefined,
): ProseMirrorNode {
  if (node.type.name !== "hardBreak" || !before?.isText || !after?.isText) return node;
  return node.mark(before.marks.filter((mark) => mark.isInSet(after.marks)));
}

function known(found: Record<string, unknown>, rules: Rules): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(found).filter(
      ([key, value]) => value !== null && Object.hasOwn(rules, key) && rules[key]?.(value) === true,
    ),
  );
}

/** Of two blocks with one name the first keeps it, as everywhere. */
function nameOf(element: Y.XmlElement, own: unknown, taken: Set<string>): string {
  const { client, clock } = element._item?.id ?? { client: 0, clock: 0 };
  const name =
    typeof own === "string" && BLOCK_ID.test(own) && !taken.has(own)
      ? own
      : `room-${client.toString(36).padStart(7, "0")}-${clock.toString(36)}`;
  taken.add(name);
  return name;
}

function orNull<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Without what is said by silence: absent attributes and those that are as they always are. */
function plain({ type, attrs, marks, content, text }: NodeJson): NodeJson {
  const said = Object.entries(attrs ?? {}).filter(
    ([key, value]) => value !== null && value !== undefined && value !== DEFAULTS[key],
  );
  return {
    type,
    ...(said.length > 0 && { attrs: Object.fromEntries(said) }),
    ...(content && content.length > 0 && { content: content.map(plain) }),
    ...(text !== undefined && { text }),
    ...(marks && marks.length > 0 && { marks: marks.map(plainMark) }),
  };
}

function plainMark(mark: { type: string; attrs?: Record<string, unknown> }) {
  const said = Object.entries(mark.attrs ?? {}).filter(([, value]) => value !== null && value !== undefined);
  return said.length > 0 ? { type: mark.type, attrs: Object.fromEntries(said) } : { type: mark.type };
}
