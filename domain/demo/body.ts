/**
 * Turns the demo stories' plain text into bodies. Paragraphs are parted by an empty line; lines
 * of one paragraph are joined. "## " and "### " open headings, "> " a quotation, "- " and "1. "
 * lists with one item a line, "---" is a divider. Inside: **bold**, *italic*, [words](address).
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { withBlockIds } from "../document/block-ids.ts";
import { SCHEMA_VERSION } from "../document/nodes.ts";

const HEADING = /^(#{2,4}) /;
const BULLET = /^- /;
const NUMBER = /^\d+\. /;
const QUOTE = /^> ?/;

/** The body that this text means, each block with a new name. */
export function bodyFrom(text: string): StoredDocument {
  const blocks = text
    .trim()
    .split(/\n{2,}/)
    .map((block) => blockFrom(block.split("\n").map((line) => line.trim())));
  return { schemaVersion: SCHEMA_VERSION, doc: withBlockIds({ type: "doc", content: blocks }) };
}

function blockFrom(lines: string[]): NodeJson {
  const first = lines[0] ?? "";
  const level = HEADING.exec(first)?.[1]?.length;
  if (level) return { type: "heading", attrs: { level }, content: inline(joined(lines, HEADING)) };
  if (first === "---") return { type: "horizontalRule" };
  if (QUOTE.test(first)) return { type: "blockquote", content: [paragraph(joined(lines, QUOTE))] };
  if (BULLET.test(first)) return { type: "bulletList", content: items(lines, BULLET) };
  if (NUMBER.test(first)) return { type: "orderedList", content: items(lines, NUMBER) };
  return paragraph(joined(lines));
}

function joined(lines: string[], sign?: RegExp): string {
  return lines.map((line) => (sign ? line.replace(sign, "") : line)).join(" ");
}

/** A line without the list's sign goes on with the item above it. */
function items(lines: string[], sign: RegExp): NodeJson[] {
  const texts: string[] = [];
  for (const line of lines) {
    if (sign.test(line)) texts.push(line.replace(sign, ""));
    else texts.push(`${texts.pop() ?? ""} ${line}`);
  }
  return texts.map((text) => ({ type: "listItem", content: [paragraph(text)] }));
}

function paragraph(text: string): NodeJson {
  return { type: "paragraph", content: inline(text) };
}

const INLINE = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<words>[^\]]+)\]\((?<href>[^)\s]+)\)/g;

function inline(text: string): NodeJson[] {
  const nodes: NodeJson[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(...plain(text.slice(from, match.index)), marked(match.groups ?? {}));
    from = match.index + match[0].length;
  }
  return [...nodes, ...plain(text.slice(from))];
}

function plain(text: string): NodeJson[] {
  return text === "" ? [] : [{ type: "text", text }];
}

function marked({ bold, italic, words, href }: Record<string, string | undefined>): NodeJson {
  if (bold) return { type: "text", text: bold, marks: [{ type: "bold" }] };
  if (italic) return { type: "text", text: italic, marks: [{ type: "italic" }] };
  return { type: "text", text: words ?? "", marks: [{ type: "link", attrs: { href } }] };
}
