/**
 * What a body is made of, as types: the typed side of the JSON that schema.ts describes to
 * ProseMirror. A test holds the two lists together, so that neither grows alone.
 */

import type { CropName, PictureSize } from "../vocabulary.ts";
import type { EmbedProvider } from "./blocks/embeds.ts";

/**
 * Raised with every new kind of block, so that an older program (a tab that was open during a
 * deploy) refuses what it would delete, and when old documents need a step in migrate.ts.
 */
export const SCHEMA_VERSION = 2;

/** Blocks have a name (`id`) and the reserved attributes; the rest of a body is text inside them. */
export const BLOCK_NAMES = [
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "horizontalRule",
  "picture",
  "gallery",
  "pullQuote",
  "factBox",
  "embed",
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

/** A picture where it stands; its content is the caption. The rest of its use is said in attributes. */
export type Picture = {
  type: "picture";
  attrs: BlockAttributes & {
    pictureId: string;
    size?: PictureSize;
    crop?: CropName;
    /** Without its brackets: they are the page's. */
    credit?: string;
    alt?: string;
    /** Says nothing that a reader needs: its alt text is empty on purpose. */
    decorative?: boolean;
  };
  content?: Inline[];
};
/** Pictures side by side, each with its own caption. */
export type Gallery = { type: "gallery"; attrs?: BlockAttributes; content?: Picture[] };
export type PullQuote = {
  type: "pullQuote";
  attrs?: BlockAttributes & { attribution?: string };
  content?: Inline[];
};
export type FactBox = {
  type: "factBox";
  attrs?: BlockAttributes & { title?: string };
  content?: (Block | Picture | Gallery | Embed)[];
};
/** Something that stands elsewhere on the web: readers get a link to it, and no script of another's. */
export type Embed = {
  type: "embed";
  attrs: BlockAttributes & { provider?: EmbedProvider; url: string; title?: string };
};

/** What can stand in a body, and inside quotations and list items. */
export type Block = Paragraph | Heading | BulletList | OrderedList | Blockquote | Divider;
/** What can stand in a body but inside nothing that is text itself. */
export type Standing = Picture | Gallery | PullQuote | FactBox | Embed;
export type Body = { type: "doc"; content?: (Block | Standing)[] };
export type AnyNode = Body | Block | Standing | ListItem | Inline;

/** More pictures than anybody looks through, fewer than would hurt a phone. */
export const MOST_PICTURES_IN_GALLERY = 30;
