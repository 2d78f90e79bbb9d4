/** Text on its way to becoming blocks: pieces of a line are gathered until a paragraph ends. */
import type { NodeJson } from "#db/shapes.ts";
import { isSafeHref } from "../../document/links.ts";
import { isEmbedded } from "./embed-address.ts";
import { embedOf } from "./standing.ts";

export type Marks = NonNullable<NodeJson["marks"]>;

const SPACE = /[ \t\r\n\f]+/g;
/** What WordPress's editor of old reads as a new paragraph. */
const BLANK_LINE = /\n[ \t\r]*\n[ \t\r\n]*/;

export class Flow {
  readonly blocks: NodeJson[] = [];
  readonly #breaks: boolean;
  #line: NodeJson[] = [];

  /** `breaks`: a line end in the text is one on the page, a blank line begins a paragraph. */
  constructor(breaks: boolean) {
    this.#breaks = breaks;
  }

  text(text: string, marks: Marks): void {
    if (!this.#breaks) {
      this.#add(text, marks);
      return;
    }
    for (const [at, paragraph] of text.replaceAll("\r", "").split(BLANK_LINE).entries()) {
      if (at > 0) this.endParagraph();
      for (const [row, line] of paragraph.split("\n").entries()) {
        if (row > 0) this.lineEnd(marks);
        this.#add(line, marks);
      }
    }
  }

  lineEnd(marks: Marks): void {
    this.#line.push(marks.length > 0 ? { type: "hardBreak", marks } : { type: "hardBreak" });
  }

  block(...nodes: NodeJson[]): void {
    this.endParagraph();
    this.blocks.push(...nodes);
  }

  endParagraph(attrs?: Record<string, unknown>): void {
    const content = trimmed(this.#line);
    this.#line = [];
    if (content.length === 0) return;
    const address = bareAddress(content);
    if (address !== null && isEmbedded(address)) {
      this.blocks.push(embedOf(address));
      return;
    }
    this.blocks.push({ type: "paragraph", ...(attrs && { attrs }), content: linked(content, address) });
  }

  #add(text: string, marks: Marks): void {
    const plain = text.replace(SPACE, " ");
    if (plain === "") return;
    const last = this.#line.at(-1);
    if (last?.type === "text" && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) {
      last.text = `${last.text ?? ""}${plain}`.replace(/ {2,}/g, " ");
      return;
    }
    this.#line.push(marks.length > 0 ? { type: "text", text: plain, marks } : { type: "text", text: plain });
  }
}

/** Without blanks and line ends at either end; what is nothing but those is nothing. */
function trimmed(line: readonly NodeJson[]): NodeJson[] {
  const isBlank = ({ type, text = "" }: NodeJson) => type === "hardBreak" || /^[\s\u00a0\u200b]*$/.test(text);
  const first = line.findIndex((node) => !isBlank(node));
  if (first === -1) return [];
  const last = line.findLastIndex((node) => !isBlank(node));
  return line.slice(first, last + 1).map((node, at, kept) => {
    if (node.type !== "text") return node;
    let text = node.text ?? "";
    if (at === 0 || kept[at - 1]?.type === "hardBreak") text = text.trimStart();
    if (at === kept.length - 1 || kept[at + 1]?.type === "hardBreak") text = text.trimEnd();
    return { ...node, text };
  });
}

/** A paragraph that is nothing but an address. */
function bareAddress(content: readonly NodeJson[]): string | null {
  const text = content
    .map((node) => node.text ?? "")
    .join("")
    .trim();
  if (content.some(({ type }) => type !== "text") || !/^https?:\/\/\S+$/i.test(text)) return null;
  const href = content.flatMap(({ marks = [] }) => marks).find(({ type }) => type === "link")?.attrs?.href;
  return href === undefined || href === text ? text : null;
}

function linked(content: NodeJson[], address: string | null): NodeJson[] {
  if (address === null || !isSafeHref(address)) return content;
  return content.map((node) =>
    node.marks?.some(({ type }) => type === "link")
      ? node
      : { ...node, marks: [...(node.marks ?? []), { type: "link", attrs: { href: address } }] },
  );
}
