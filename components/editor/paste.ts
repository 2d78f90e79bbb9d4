/**
 * Mends what word processors put on the clipboard, before the schema keeps what it knows and
 * drops the rest: Word writes `dir=RTL` in capitals, and lists as paragraphs with a bullet typed
 * in front. Browser only: it needs a DOM.
 */
import { clean } from "#domain/languages/clean.ts";
import type { Language } from "#domain/vocabulary.ts";

/** Marks that turn text around without being seen; the story's direction is known without them. */
const TURNERS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

type ListMark = { level: number; isNumbered: boolean; start: number };

/** Pasted markup with Word's habits mended and its letters those of the story's language. */
export function cleanPastedHtml(html: string, language: Language): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.body.querySelectorAll("[dir]")) {
    element.setAttribute("dir", (element.getAttribute("dir") ?? "").toLowerCase());
  }
  for (const paragraph of [...page.body.querySelectorAll("p")]) mendListParagraph(page, paragraph);
  cleanTexts(page, language);
  return page.body.innerHTML;
}

/**
 * Pasted plain text without invisible direction marks, and with the language's own letters where
 * another keyboard's or an old typeface's stand for them (Arabic ك and ي in a Kurdish text).
 */
export function cleanPastedText(text: string, language: Language): string {
  return clean(text.replace(TURNERS, ""), language);
}

function cleanTexts(page: Document, language: Language): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeValue) node.nodeValue = cleanPastedText(node.nodeValue, language);
  }
}

/** Makes a list item of Word's list paragraph, in the list that the paragraph before it went into. */
function mendListParagraph(page: Document, paragraph: HTMLElement): void {
  const mark = takeListMark(paragraph);
  if (!mark) return;
  const before = paragraph.previousElementSibling;
  const list = listFor(page, before?.hasAttribute("data-word") ? before : null, mark);
  if (!list.isConnected) paragraph.before(list);
  const item = page.createElement("li");
  const inner = page.createElement("p");
  const dir = paragraph.getAttribute("dir");
  if (dir) inner.setAttribute("dir", dir);
  inner.append(...paragraph.childNodes);
  item.append(inner);
  deepest(list, mark.level).append(item);
  paragraph.remove();
}

/** Reads Word's own mark of a list paragraph and takes the typed bullet out. Null: no list. */
function takeListMark(paragraph: HTMLElement): ListMark | null {
  const style = paragraph.getAttribute("style") ?? "";
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1];
  const bullet = [...paragraph.querySelectorAll("span")].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""),
  );
  if (!level || !bullet) return null;
  const text = (bullet.textContent ?? "").replaceAll("\u00a0", " ").trim();
  bullet.remove();
  const number = /^(\d+)[.)]$/.exec(text)?.[1];
  return { level: Number(level), isNumbered: number !== undefined, start: Number(number ?? 1) };
}

/** The list to go on with, or a new one. */
function listFor(page: Document, before: Element | null, { isNumbered, level, start }: ListMark): Element {
  const tag = isNumbered ? "ol" : "ul";
  if (before && (level > 1 || before.tagName.toLowerCase() === tag)) return before;
  const list = page.createElement(tag);
  list.setAttribute("data-word", "");
  if (start > 1) list.setAttribute("start", String(start));
  return list;
}

/** The list at that depth below, made where it is missing, inside the last item above it. */
function deepest(list: Element, level: number): Element {
  let depth = list;
  for (let step = 1; step < level; step += 1) {
    const last = depth.lastElementChild;
    if (!last) return depth;
    const inner = [...last.children].find((child) => child.tagName === "UL" || child.tagName === "OL");
    if (inner) depth = inner;
    else {
      const made = list.ownerDocument.createElement(list.tagName);
      last.append(made);
      depth = made;
    }
  }
  return depth;
}
