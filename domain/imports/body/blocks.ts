/**
 * From a tree of clean markup to the blocks of a body. Text flows into paragraphs; what stands for
 * itself (pictures, galleries, embeds, boxes) is lifted out of text, list items and quotations.
 */
import type { NodeJson } from "#db/shapes.ts";
import type { Losses } from "../losses.ts";
import { standingIn } from "./cards.ts";
import { Flow, type Marks } from "./flow.ts";
import { hrefOn } from "./href.ts";
import { isStanding } from "./standing.ts";
import { allIn, type Element, isElement, type Piece, textIn } from "./tree.ts";

export type Setting = {
  /** Line ends in the text are line ends on the page. */
  breaks: boolean;
  /** Where relative addresses stood, "https://old.example". */
  site: string | null;
  direction: "ltr" | "rtl";
  losses: Losses;
};

const MARKS: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  cite: "italic",
  u: "underline",
  ins: "underline",
  s: "strike",
  del: "strike",
  strike: "strike",
};
const DRESS: ReadonlySet<string> = new Set("sup sub small mark kbd samp var tt code big".split(" "));
const INLINE: ReadonlySet<string> = new Set([
  ..."a span font q abbr time picture".split(" "),
  ...Object.keys(MARKS),
  ...DRESS,
]);

export function blocksOf(pieces: readonly Piece[], setting: Setting): NodeJson[] {
  const flow = new Flow(setting.breaks);
  walk(pieces, [], flow, setting);
  flow.endParagraph();
  return flow.blocks;
}

/** The same as one line of text: for captions, headings, quotations. */
export function lineIn(pieces: readonly Piece[], setting: Setting): NodeJson[] {
  const line: NodeJson[] = [];
  for (const block of blocksOf(pieces, { ...setting, breaks: false })) {
    const texts =
      block.type === "paragraph" || block.type === "heading" ? (block.content ?? []) : words(block);
    if (texts.length > 0) line.push(...(line.length > 0 ? [{ type: "hardBreak" }] : []), ...texts);
  }
  return line;
}

function words(block: NodeJson): NodeJson[] {
  if (block.type === "text") return [block];
  return isStanding(block) ? [] : (block.content ?? []).flatMap(words);
}

function walk(pieces: readonly Piece[], marks: Marks, flow: Flow, setting: Setting): void {
  for (const piece of pieces) {
    if (isElement(piece)) element(piece, marks, flow, setting);
    else flow.text(piece, marks);
  }
}

function element(found: Element, marks: Marks, flow: Flow, setting: Setting): void {
  const { tag, children } = found;
  const standing = standingIn(found, setting);
  if (standing !== null) flow.block(...standing);
  else if (INLINE.has(tag)) walk(children, markedBy(found, marks, setting), flow, setting);
  else if (tag === "br") flow.lineEnd(marks);
  else {
    flow.endParagraph();
    block(found, marks, flow, setting);
  }
}

function block(found: Element, marks: Marks, flow: Flow, setting: Setting): void {
  const { tag, children } = found;
  if (tag === "hr") flow.block({ type: "horizontalRule" });
  else if (/^h[1-6]$/.test(tag)) heading(found, flow, setting);
  else if (tag === "ul" || tag === "ol") flow.block(...listOf(found, setting));
  else if (tag === "blockquote") flow.block(...quoteOf(found, setting));
  else if (tag === "table") tableRows(found, flow, setting);
  else if (tag === "pre") flow.block(...blocksOf(children, { ...setting, breaks: true }));
  else {
    walk(children, tag === "dt" ? [...marks, { type: "bold" }] : marks, flow, setting);
    flow.endParagraph(directionOf(found, setting));
  }
}

function directionOf({ attrs: { dir } }: Element, { direction }: Setting): { dir: string } | undefined {
  return (dir === "ltr" || dir === "rtl") && dir !== direction ? { dir } : undefined;
}

function markedBy(found: Element, marks: Marks, setting: Setting): Marks {
  const { tag, attrs } = found;
  if (DRESS.has(tag)) setting.losses.note("formatting", `<${tag}>`);
  if (tag === "a") {
    const href = hrefOn(attrs.href, setting.site);
    if (href === null || marks.some(({ type }) => type === "link")) return marks;
    return [...marks, { type: "link", attrs: { href } }];
  }
  const type = MARKS[tag];
  return type === undefined || marks.some((mark) => mark.type === type) ? marks : [...marks, { type }];
}

function heading({ tag, children, attrs }: Element, flow: Flow, setting: Setting): void {
  const line = lineIn(children, setting);
  const level = Math.min(4, Math.max(2, Number(tag[1])));
  const turned = directionOf({ tag, children, attrs }, setting);
  if (line.length > 0) flow.block({ type: "heading", attrs: { level, ...turned }, content: line });
  flow.block(...blocksOf(children, setting).filter(isStanding));
}

function listOf({ tag, attrs, children }: Element, setting: Setting): NodeJson[] {
  const lifted: NodeJson[] = [];
  const items = children.filter(isElement).flatMap((child) => {
    const inside = blocksOf(child.tag === "li" ? child.children : [child], setting);
    lifted.push(...inside.filter(isStanding));
    const text = inside.filter((block) => !isStanding(block)).map(asParagraph);
    if (text.length === 0) return [];
    const opening: NodeJson[] = text[0]?.type === "paragraph" ? [] : [{ type: "paragraph" }];
    return [{ type: "listItem", content: [...opening, ...text] }];
  });
  if (items.length === 0) return lifted;
  const start = Number(attrs.start ?? 1);
  const ordered = Number.isInteger(start) && start >= 0 && start <= 9999 ? { attrs: { start } } : {};
  const list = tag === "ol" ? { type: "orderedList", ...ordered } : { type: "bulletList" };
  return [{ ...list, content: items }, ...lifted];
}

/** A list item begins with text: a heading there is a line of it. */
function asParagraph(block: NodeJson): NodeJson {
  return block.type === "heading" ? { type: "paragraph", content: block.content } : block;
}

function quoteOf({ children }: Element, setting: Setting): NodeJson[] {
  const inside = blocksOf(children, setting);
  const text = inside.filter((block) => !isStanding(block));
  const lifted = inside.filter(isStanding);
  return text.length === 0 ? lifted : [{ type: "blockquote", content: text }, ...lifted];
}

/** A body has no tables: each row becomes a paragraph, cells apart by a dot, and the report says so. */
function tableRows(table: Element, flow: Flow, setting: Setting): void {
  setting.losses.note("table", textIn(table.children).trim().slice(0, 80));
  for (const row of allIn(table.children, ({ tag }) => tag === "tr" || tag === "caption")) {
    const cells =
      row.tag === "caption" ? [row] : allIn(row.children, ({ tag }) => tag === "td" || tag === "th");
    const isHead = cells.length > 0 && cells.every(({ tag }) => tag === "th");
    const line = cells
      .map((cell) => lineIn(cell.children, setting))
      .filter((cell) => cell.length > 0)
      .flatMap((cell, at) => (at === 0 ? cell : [{ type: "text", text: " · " }, ...cell]));
    const content = isHead ? line.map(inBold) : line;
    if (content.length > 0) flow.block({ type: "paragraph", content });
    flow.block(...cells.flatMap((cell) => blocksOf(cell.children, setting).filter(isStanding)));
  }
}

function inBold(node: NodeJson): NodeJson {
  const marks = node.marks ?? [];
  return marks.some(({ type }) => type === "bold") ? node : { ...node, marks: [{ type: "bold" }, ...marks] };
}
