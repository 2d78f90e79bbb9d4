/**
 * The only place where a body becomes HTML. Everything is escaped, nothing is looked up, and the
 * same body always gives the same letters. Raise RENDERER_VERSION when the letters change:
 * publications printed by an older renderer are printed again from their document.
 */
import type { StoredDocument } from "#db/shapes.ts";
import { isolateRuns } from "../languages/isolates.ts";
import { readerWords } from "../languages/reader-words.ts";
import { type Direction, LANGUAGES, type Language } from "../vocabulary.ts";
import { hostOf } from "./blocks/embeds.ts";
import { type FigureMark, markFigure, markGallery } from "./blocks/figure-mark.ts";
import { isSafeHref } from "./links.ts";
import { migrateDocument } from "./migrate.ts";
import type {
  Block,
  BlockAttributes,
  Body,
  Embed,
  Inline,
  ListItem,
  Mark,
  Picture,
  Standing,
} from "./nodes.ts";

export const RENDERER_VERSION = 1;

/** `anchors: "blocks"` prints block names as `id`, so that a link can lead to a paragraph. */
export type RenderOptions = { language: Language; anchors?: "blocks" | "none" };

type Setting = { language: Language; direction: Direction; anchors: boolean };

/** Languages that may be named on a block and are written right to left, beside those we publish in. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(["ar", "ckb", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter) : text;
}

function directionOf(attrs: BlockAttributes | undefined, around: Direction): Direction {
  if (attrs?.dir) return attrs.dir;
  if (!attrs?.lang) return around;
  return RIGHT_TO_LEFT.has(attrs.lang.split("-")[0]?.toLowerCase() ?? "") ? "rtl" : "ltr";
}

/** `id`, `dir` and `lang` of a block, where they say something that the story around it doesn't. */
function attributes(attrs: BlockAttributes | undefined, setting: Setting): string {
  if (!attrs) return "";
  const id = setting.anchors && attrs.id ? ` id="${escapeHtml(attrs.id)}"` : "";
  const lang = attrs.lang ? ` lang="${escapeHtml(attrs.lang)}"` : "";
  const turned = attrs.dir !== undefined || attrs.lang !== undefined;
  return `${id}${turned ? ` dir="${directionOf(attrs, setting.direction)}"` : ""}${lang}`;
}

/** Letters as a page prints them: escaped, and numbers that would fall apart isolated. */
export function text(letters: string, direction: Direction): string {
  if (direction === "ltr") return escapeHtml(letters);
  return isolateRuns(letters)
    .map((run) => (run.isolate ? `<bdi dir="ltr">${escapeHtml(run.text)}</bdi>` : escapeHtml(run.text)))
    .join("");
}

/** A mark's tags. A link that readers can't follow loses its tag and keeps its words. */
function tagsOf(mark: Mark): [string, string] {
  switch (mark.type) {
    case "bold":
      return ["<strong>", "</strong>"];
    case "italic":
      return ["<em>", "</em>"];
    case "underline":
      return ["<u>", "</u>"];
    case "strike":
      return ["<s>", "</s>"];
    case "link": {
      const { href } = mark.attrs;
      if (!isSafeHref(href)) return ["", ""];
      const rel = /^https?:/i.test(href) ? ' rel="noopener"' : "";
      return [`<a href="${escapeHtml(href)}"${rel}>`, "</a>"];
    }
    default:
      return mark satisfies never;
  }
}

const same = (a: Mark, b: Mark | undefined) =>
  a.type === b?.type && (a.type !== "link" || b.type !== "link" || a.attrs.href === b.attrs.href);

/** Text with its marks; a mark that goes on in the next piece stays open, so links aren't cut up. */
function inline(nodes: readonly Inline[] | undefined, direction: Direction): string {
  let html = "";
  let open: Mark[] = [];
  const closeTo = (depth: number) => {
    for (const mark of open.slice(depth).reverse()) html += tagsOf(mark)[1];
    open = open.slice(0, depth);
  };
  for (const node of nodes ?? []) {
    const marks = node.marks ?? [];
    const differs = open.findIndex((mark, depth) => !same(mark, marks[depth]));
    closeTo(differs === -1 ? open.length : differs);
    for (const mark of marks.slice(open.length)) html += tagsOf(mark)[0];
    open = marks;
    html += node.type === "text" ? text(node.text, direction) : "<br>";
  }
  closeTo(0);
  return html;
}

function figureOf(node: Picture, setting: Setting): FigureMark {
  const { pictureId, size = "text", crop = "full", credit = "", alt = "", decorative = false } = node.attrs;
  const caption = inline(node.content, directionOf(node.attrs, setting.direction));
  return {
    ...{ pictureId, size, crop, credit, alt, decorative, caption },
    attributes: attributes(node.attrs, setting),
  };
}

/** A card that leads to it: what it is called, and whose page it is on. */
function embed({ attrs }: Embed, setting: Setting): string {
  const { provider = "web", url, title = "" } = attrs;
  const on = provider === "web" ? "" : readerWords(setting.language).embedOn[provider];
  const said = [on, hostOf(url)].filter((words) => words !== "").slice(0, title === "" ? 2 : 1);
  const words = said.map((line) => `<span>${text(line, setting.direction)}</span>`).join("");
  const name = title === "" ? "" : `<b>${text(title, setting.direction)}</b>`;
  const at = attributes(attrs, setting);
  return `<p class="embed"${at}><a href="${escapeHtml(url)}" rel="noopener">${name}${words}</a></p>`;
}

function block(node: Block | Standing | ListItem, setting: Setting): string {
  const attrs = attributes(node.attrs, setting);
  const inside = { ...setting, direction: directionOf(node.attrs, setting.direction) };
  const blocks = (children: readonly (Block | Standing | ListItem)[] = []) =>
    children.map((child) => block(child, inside)).join("");
  switch (node.type) {
    case "paragraph":
      // A blank paragraph is a slip of the Enter key; the page's own spacing separates text.
      return node.content ? `<p${attrs}>${inline(node.content, inside.direction)}</p>` : "";
    case "heading":
      return node.content
        ? `<h${node.attrs.level}${attrs}>${inline(node.content, inside.direction)}</h${node.attrs.level}>`
        : "";
    case "bulletList":
      return `<ul${attrs}>${blocks(node.content)}</ul>`;
    case "orderedList": {
      const start = node.attrs?.start ?? 1;
      return `<ol${start === 1 ? "" : ` start="${Number(start)}"`}${attrs}>${blocks(node.content)}</ol>`;
    }
    case "listItem":
      return `<li${attrs}>${blocks(node.content)}</li>`;
    case "blockquote":
      return `<blockquote${attrs}>${blocks(node.content)}</blockquote>`;
    case "horizontalRule":
      return `<hr${attrs}>`;
    case "picture":
      return markFigure(figureOf(node, setting));
    case "gallery":
      return markGallery({
        pictures: (node.content ?? []).map((picture) => figureOf(picture, inside)),
        attributes: attrs,
      });
    case "pullQuote": {
      const by = node.attrs?.attribution ?? "";
      const footer = by === "" ? "" : `<footer>${text(by, inside.direction)}</footer>`;
      return node.content
        ? `<aside class="pull"${attrs}><p>${inline(node.content, inside.direction)}</p>${footer}</aside>`
        : "";
    }
    case "factBox": {
      const title = node.attrs?.title ?? "";
      const heading = title === "" ? "" : `<h2>${text(title, inside.direction)}</h2>`;
      return `<aside class="facts"${attrs}>${heading}<div>${blocks(node.content)}</div></aside>`;
    }
    case "embed":
      return embed(node, inside);
    default:
      return node satisfies never;
  }
}

/**
 * A stored body as readers get it: semantic HTML without styles or scripts, with a mark where a
 * picture stands (hangPictures in figure.ts puts it there). In right-to-left text, numbers that
 * would fall apart are isolated. The document must have passed parseDocument once; what it lets
 * through is safe to print here.
 */
export function renderHtml(stored: StoredDocument, { language, anchors = "none" }: RenderOptions): string {
  const { content } = migrateDocument(stored).doc as Body;
  const setting = { language, direction: LANGUAGES[language].direction, anchors: anchors === "blocks" };
  return (content ?? []).map((node) => block(node, setting)).join("");
}
