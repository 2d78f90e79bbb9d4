/**
 * What a body is made of, as types: the typed side of the JSON that schema.ts describes to
 * ProseMirror. A test holds the two lists together, so that neither grows alone.
 */

/** Raised when old documents need a step in migrate.ts to mean the same in today's schema. */
export const SCHEMA_VERSION = 1;

/** Blocks have a name (`id`) and the reserved attributes; the rest of a body is text inside them. */
export const BLOCK_NAMES = [
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "horizontalRule",
] as const;
export type BlockName = (typeof BLOCK_NAMES)[number];

export const HEADING_LEVELS = [2, 3, 4] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/** A language as HTML names it: "ar", "ckb", "en-GB". */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i;

/** Where a block of a translation came from: the block in the source story and its text's hash that day. */
export type BlockSource = { blockId: string; hash: string };

/** `dir` and `lang` are set only where a block differs from its story. */
export type BlockAttributes = {
  id?: string;
  dir?: "ltr" | "rtl";
  lang?: string;
  suggestion?: Record<string, unknown>;
  source?: BlockSource;
};

export type Mark =
  | { type: "bold" }
  | { type: "italic" }
  | { type: "underline" }
  | { type: "strike" }
  | { type: "link"; attrs: { href: string } };

export type TextNode = { type: "text"; text: string; marks?: Mark[] };
export type HardBreak = { type: "hardBreak"; marks?: Mark[] };
export type Inline = TextNode | HardBreak;

export type Paragraph = { type: "paragraph"; attrs?: BlockAttributes; content?: Inline[] };
export type Heading = {
  type: "heading";
  attrs: BlockAttributes & { level: HeadingLevel };
  content?: Inline[];
};
export type ListItem = { type: "listItem"; attrs?: BlockAttributes; content?: Block[] };
export type BulletList = { type: "bulletList"; attrs?: BlockAttributes; content?: ListItem[] };
export type OrderedList = {
  type: "orderedList";
  attrs?: BlockAttributes & { start?: number };
  content?: ListItem[];
};
export type Blockquote = { type: "blockquote"; attrs?: BlockAttributes; content?: Block[] };
export type Divider = { type: "horizontalRule"; attrs?: BlockAttributes };

/** What can stand directly in a body. */
export type Block = Paragraph | Heading | BulletList | OrderedList | Blockquote | Divider;
export type Body = { type: "doc"; content?: Block[] };
export type AnyNode = Body | Block | ListItem | Inline;
