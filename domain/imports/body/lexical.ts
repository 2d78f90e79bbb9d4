/**
 * Ghost's newer editor keeps a body as a tree of its own ("lexical"). Exports mostly have the HTML
 * beside it; drafts sometimes haven't. This writes the same markup that Ghost would have.
 */
import { isRecord } from "../../document/attributes.ts";

type Node = Readonly<Record<string, unknown>>;

const DEEPEST = 60;
const FORMATS: readonly (readonly [bit: number, tag: string])[] = [
  [1, "strong"],
  [2, "em"],
  [4, "s"],
  [8, "u"],
];

export function lexicalMarkup(json: string): string {
  const root = parsed(json)?.root;
  return isRecord(root) ? inside(root, 0) : "";
}

function parsed(json: string): Node | null {
  if (json === "") return null;
  try {
    const value: unknown = JSON.parse(json);
    return isRecord(value) ? value : null;
  } catch {
    return null; // not a body of this kind
  }
}

export const escaped = (text: unknown) =>
  String(typeof text === "string" || typeof text === "number" ? text : "").replace(
    /[&<>"]/g,
    (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[letter] ?? "&quot;",
  );
const raw = (value: unknown) => (typeof value === "string" ? value : "");

function inside(node: Node, depth: number): string {
  const children = Array.isArray(node.children) ? node.children : [];
  return depth > DEEPEST
    ? ""
    : children
        .filter(isRecord)
        .map((child) => markupOf(child, depth + 1))
        .join("");
}

function markupOf(node: Node, depth: number): string {
  const within = () => inside(node, depth);
  switch (node.type) {
    case "text":
    case "extended-text":
      return FORMATS.reduce(
        (html, [bit, tag]) => (Number(node.format) & bit ? `<${tag}>${html}</${tag}>` : html),
        escaped(node.text),
      );
    case "linebreak":
      return "<br>";
    case "paragraph":
      return `<p>${within()}</p>`;
    case "heading":
    case "extended-heading":
      return headed(/^h[1-6]$/.test(raw(node.tag)) ? raw(node.tag) : "h2", within());
    case "quote":
    case "extended-quote":
    case "aside":
      return `<blockquote><p>${within()}</p></blockquote>`;
    case "link":
    case "autolink":
      return `<a href="${escaped(node.url)}">${within()}</a>`;
    case "list":
      return node.listType === "number" ? `<ol>${within()}</ol>` : `<ul>${within()}</ul>`;
    case "listitem":
      return `<li>${within()}</li>`;
    default:
      return cardMarkup(String(node.type), node) || within();
  }
}

const headed = (tag: string, words: string) => `<${tag}>${words}</${tag}>`;

/** Ghost's cards, which its two editors keep alike. */
export function cardMarkup(name: string, card: Node): string {
  switch (name) {
    case "horizontalrule":
    case "hr":
      return "<hr>";
    case "image":
      return figure(
        `<img src="${escaped(card.src)}" alt="${escaped(card.alt)}">`,
        card.caption,
        "kg-image-card",
      );
    case "gallery":
      return gallery(card);
    case "html":
      return raw(card.html);
    case "markdown":
    case "card-markdown":
      return plainParagraphs(raw(card.markdown));
    case "embed":
      return figure(raw(card.html) || escaped(card.url), card.caption, "kg-embed-card");
    case "bookmark":
      return bookmark(card);
    case "video":
    case "audio":
      return figure(`<${name} src="${escaped(card.src)}"></${name}>`, card.caption, "kg-media-card");
    case "file":
      return `<p><a href="${escaped(card.src)}">${escaped(card.fileTitle || card.fileName)}</a></p>`;
    case "button":
      return `<p><a href="${escaped(card.buttonUrl)}">${escaped(card.buttonText)}</a></p>`;
    case "callout":
      return `<div class="kg-callout-card"><p>${raw(card.calloutText)}</p></div>`;
    case "toggle":
      return `<details><summary>${raw(card.heading)}</summary>${raw(card.content)}</details>`;
    case "header":
      return `<h2>${raw(card.heading) || raw(card.header)}</h2><p>${raw(card.subheading) || raw(card.subheader)}</p>`;
    case "codeblock":
    case "code":
      return `<pre><code>${escaped(card.code)}</code></pre>`;
    default:
      return "";
  }
}

function figure(content: string, caption: unknown, name: string): string {
  const said = raw(caption) === "" ? "" : `<figcaption>${raw(caption)}</figcaption>`;
  return `<figure class="${name}">${content}${said}</figure>`;
}

function gallery({ images, caption }: Node): string {
  const pictures = (Array.isArray(images) ? images : [])
    .filter(isRecord)
    .map(({ src, alt }) => `<img src="${escaped(src)}" alt="${escaped(alt)}">`);
  return figure(pictures.join(""), caption, "kg-gallery-card");
}

function bookmark({ url, metadata, caption }: Node): string {
  const title = isRecord(metadata) ? escaped(metadata.title) : "";
  const link = `<a href="${escaped(url)}"><div class="kg-bookmark-title">${title}</div></a>`;
  return figure(link, caption, "kg-bookmark-card");
}

/** Paragraphs of an old Markdown card as they were typed: its few signs stay readable. */
export function plainParagraphs(markdown: string): string {
  return markdown
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escaped(paragraph.trim()).replaceAll("\n", "<br>")}</p>`)
    .join("");
}
