/** Clean markup as a tree. It reads what `clean-markup.ts` has written and nothing else: every tag is closed there. */
export type Element = { tag: string; attrs: Readonly<Record<string, string>>; children: Piece[] };
export type Piece = Element | string;

const TOKEN = /<(\/?)([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/g;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;
const EMPTY: ReadonlySet<string> = new Set(["br", "hr", "img", "source"]);

const LETTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

export function readTree(markup: string): Piece[] {
  const root: Element = { tag: "body", attrs: {}, children: [] };
  const open = [root];
  for (const [, closing, tag, attributes = "", text] of markup.matchAll(TOKEN)) {
    const into = open.at(-1) ?? root;
    if (text !== undefined) into.children.push(plain(text));
    else if (closing === "/") {
      if (open.length > 1) open.pop();
    } else {
      const element: Element = { tag: tag ?? "", attrs: attributesIn(attributes), children: [] };
      into.children.push(element);
      if (!EMPTY.has(element.tag)) open.push(element);
    }
  }
  return root.children;
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = "", value = ""]) => [name, plain(value)]),
  );
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => LETTERS[name] ?? "");
}

export const isElement = (piece: Piece): piece is Element => typeof piece !== "string";

/** Everything that is written inside, in one line. */
export function textIn(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (isElement(piece) ? (piece.tag === "br" ? " " : textIn(piece.children)) : piece))
    .join("")
    .replace(/\s+/gu, " ");
}

/** The first element inside that is asked for, in reading order. */
export function findIn(pieces: readonly Piece[], wanted: (element: Element) => boolean): Element | null {
  for (const piece of pieces) {
    if (!isElement(piece)) continue;
    if (wanted(piece)) return piece;
    const inside = findIn(piece.children, wanted);
    if (inside) return inside;
  }
  return null;
}

export function allIn(pieces: readonly Piece[], wanted: (element: Element) => boolean): Element[] {
  return pieces
    .filter(isElement)
    .flatMap((piece) => (wanted(piece) ? [piece] : allIn(piece.children, wanted)));
}

export function hasClass({ attrs }: Element, ...names: string[]): boolean {
  const classes = (attrs.class ?? "").split(/\s+/);
  return names.some((name) => classes.includes(name));
}
