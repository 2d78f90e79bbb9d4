/** Which attributes each node and mark may have, and what each may be. null means "not set". */
import { CROPS, PICTURE_SIZES } from "../vocabulary.ts";
import { BLOCK_ID } from "./block-ids.ts";
import { EMBED_PROVIDERS, isEmbedUrl } from "./blocks/embeds.ts";
import { isPictureId } from "./blocks/figure-extensions.ts";
import { isSafeHref } from "./links.ts";
import { type AnyNode, HEADING_LEVELS, LANGUAGE_TAG, type Mark } from "./nodes.ts";

type Rule = (value: unknown) => boolean;
type Rules = Readonly<Record<string, Rule>>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isWhole = (value: unknown, from: number, to: number) =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to;

/** One level of short values: nothing that could be deep, large or markup for somebody to run. */
const isFlatRecord: Rule = (value) =>
  isRecord(value) &&
  Object.keys(value).length <= 12 &&
  Object.values(value).every((one) => one === null || /^(?:boolean|number|string)$/.test(typeof one)) &&
  JSON.stringify(value).length <= 2000;

const isOneOf =
  (words: readonly string[]): Rule =>
  (value) =>
    typeof value === "string" && words.includes(value);

/** Words in one line, as a field of the newsroom takes them. */
const isLine =
  (longest: number): Rule =>
  (value) =>
    typeof value === "string" && value.length <= longest && !/[\r\n]/.test(value);

const isSource: Rule = (value) =>
  isRecord(value) &&
  Object.keys(value).sort().join() === "blockId,hash" &&
  BLOCK_ID.test(String(value.blockId)) &&
  /^[0-9a-f]{16,64}$/.test(String(value.hash));

const ofBlock: Rules = {
  id: (value) => typeof value === "string" && BLOCK_ID.test(value),
  dir: (value) => value === "ltr" || value === "rtl",
  lang: (value) => typeof value === "string" && LANGUAGE_TAG.test(value),
  suggestion: isFlatRecord,
  source: isSource,
};

export const NODE_ATTRIBUTES: Readonly<Record<AnyNode["type"], Rules>> = {
  doc: {},
  text: {},
  hardBreak: {},
  paragraph: ofBlock,
  bulletList: ofBlock,
  listItem: ofBlock,
  blockquote: ofBlock,
  horizontalRule: ofBlock,
  orderedList: { ...ofBlock, start: (value) => isWhole(value, 0, 9999) },
  heading: { ...ofBlock, level: (value) => HEADING_LEVELS.some((level) => level === value) },
  picture: {
    ...ofBlock,
    pictureId: isPictureId,
    size: isOneOf(PICTURE_SIZES),
    crop: isOneOf(CROPS),
    credit: isLine(200),
    alt: isLine(1000),
    decorative: (value) => typeof value === "boolean",
  },
  gallery: ofBlock,
  pullQuote: { ...ofBlock, attribution: isLine(300) },
  factBox: { ...ofBlock, title: isLine(300) },
  embed: { ...ofBlock, provider: isOneOf(EMBED_PROVIDERS), url: isEmbedUrl, title: isLine(300) },
};

export const MARK_ATTRIBUTES: Readonly<Record<Mark["type"], Rules>> = {
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  link: { href: isSafeHref },
};

/** What an attribute is when nobody says: not stored, so that a text has one form. */
export const DEFAULTS: Readonly<Record<string, unknown>> = {
  start: 1,
  size: "text",
  crop: "full",
  credit: "",
  alt: "",
  decorative: false,
  attribution: "",
  provider: "web",
  title: "",
};

export const NEEDED: Readonly<Record<string, string>> = {
  heading: "level",
  link: "href",
  picture: "pictureId",
  embed: "url",
};
