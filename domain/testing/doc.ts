/**
 * Bodies for tests, as short as they read: `doc(p("Hello ", strong("there")))`. Block names are
 * the same in every run: the first block is `block-000001`, nested ones count on.
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { BLOCK_NAMES, type HeadingLevel, SCHEMA_VERSION } from "../document/nodes.ts";

type Piece = string | NodeJson | NodeJson[];

function marked(mark: NonNullable<NodeJson["marks"]>[number], pieces: Piece[]): NodeJson[] {
  return inline(pieces).map((node) => ({ ...node, marks: [mark, ...(node.marks ?? [])] }));
}

function inline(pieces: Piece[]): NodeJson[] {
  return pieces.flat().map((piece) => (typeof piece === "string" ? { type: "text", text: piece } : piece));
}

function block(type: string, content: NodeJson[], attrs?: Record<string, unknown>): NodeJson {
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
}

export const strong = (...pieces: Piece[]) => marked({ type: "bold" }, pieces);
export const em = (...pieces: Piece[]) => marked({ type: "italic" }, pieces);
export const underlined = (...pieces: Piece[]) => marked({ type: "underline" }, pieces);
export const struck = (...pieces: Piece[]) => marked({ type: "strike" }, pieces);
export const link = (href: string, ...pieces: Piece[]) => marked({ type: "link", attrs: { href } }, pieces);
export const br = (): NodeJson => ({ type: "hardBreak" });

export const p = (...pieces: Piece[]) => block("paragraph", inline(pieces));
export const h = (level: HeadingLevel, ...pieces: Piece[]) => block("heading", inline(pieces), { level });
export const quote = (...blocks: NodeJson[]) => block("blockquote", blocks);
export const li = (...blocks: NodeJson[]) => block("listItem", blocks);
export const ul = (...items: NodeJson[]) => block("bulletList", items);
export const ol = (...items: NodeJson[]) => block("orderedList", items);
export const divider = () => block("horizontalRule", []);

/** The same picture in every run for a name of one letter: "a" is `0000000a-…`; content is its caption. */
export const pictureId = (letter: string) => `0000000${letter}-0000-4000-8000-000000000000`;
export const pic = (letter: string, ...caption: Piece[]) =>
  block("picture", inline(caption), { pictureId: pictureId(letter) });
export const gallery = (...pictures: NodeJson[]) => block("gallery", pictures);
export const pull = (attribution: string, ...words: Piece[]) =>
  block("pullQuote", inline(words), attribution === "" ? undefined : { attribution });
export const facts = (title: string, ...blocks: NodeJson[]) =>
  block("factBox", blocks, title === "" ? undefined : { title });
export const embed = (url: string, attrs: Record<string, unknown> = {}) =>
  block("embed", [], { url, ...attrs });

/** The same block with more attributes: `withAttrs(p("Reuters"), { dir: "ltr" })`. */
export function withAttrs(node: NodeJson, attrs: Record<string, unknown>): NodeJson {
  return { ...node, attrs: { ...node.attrs, ...attrs } };
}

const named: ReadonlySet<string> = new Set(BLOCK_NAMES);

/** A stored body of these blocks, each with its fixed name unless it brings its own. */
export function doc(...blocks: NodeJson[]): StoredDocument {
  let count = 0;
  const name = (node: NodeJson): NodeJson => {
    if (!named.has(node.type)) return node;
    count += 1;
    const attrs = { id: `block-${String(count).padStart(6, "0")}`, ...node.attrs };
    return node.content ? { ...node, attrs, content: node.content.map(name) } : { ...node, attrs };
  };
  return { schemaVersion: SCHEMA_VERSION, doc: { type: "doc", content: blocks.map(name) } };
}
