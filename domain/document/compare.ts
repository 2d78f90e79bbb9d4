/**
 * What changed between two texts, word by word: for a writer who wants to see what an editor did.
 *
 * Blocks are matched first (by name, else by their words, in one order: the longest run that both
 * have), because that is how people see a text; then each pair's words (prosemirror-changeset's
 * diff, widened to whole words). What is matched nowhere was put in or taken out as a whole.
 */
import type { Node } from "@tiptap/pm/model";
import { StepMap } from "@tiptap/pm/transform";
import { ChangeSet, simplifyChanges, type TokenEncoder } from "prosemirror-changeset";
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { canonicalJson } from "./canonical-json.ts";
import { migrateDocument } from "./migrate.ts";
import { proseMirrorSchema } from "./schema.ts";

export type How = "same" | "in" | "out";
/** Marks by name: what readers see of them, and what a change of them is. */
export type Piece = { text: string; marks: string[]; how: How };
export type ComparedBlock = {
  type: string;
  /** A heading's level; null elsewhere. */
  level: number | null;
  /** "changed": words of it. "same": not a letter. */
  how: How | "changed";
  pieces: Piece[];
  /** What is said of it beside its words and was changed: [name, before, after]. */
  said: { name: string; before: string; after: string }[];
};

type Line = { id: string; type: string; node: NodeJson; key: string };

const HOLDS_BLOCKS: ReadonlySet<string> = new Set([
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "gallery",
]);

/** Every block that has words of its own or is one thing, in reading order; lists and quotations are their lines. */
function linesOf({ doc }: StoredDocument): Line[] {
  const walk = (node: NodeJson, around: string): Line[] => {
    const type = node.type === "paragraph" && around !== "doc" ? around : node.type;
    if (HOLDS_BLOCKS.has(node.type)) return (node.content ?? []).flatMap((child) => walk(child, node.type));
    const own: Line = {
      id: String(node.attrs?.id ?? ""),
      type,
      node,
      key: canonicalJson([type, beside(node), node.type === "factBox" ? [] : (node.content ?? [])]),
    };
    if (node.type === "factBox") {
      return [own, ...(node.content ?? []).flatMap((child) => walk(child, node.type))];
    }
    return [own];
  };
  return (doc.content ?? []).flatMap((node) => walk(node, "doc"));
}

const UNSEEN: ReadonlySet<string> = new Set(["id", "suggestion", "source"]);

function beside({ attrs = {} }: NodeJson): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).filter(([name, value]) => !UNSEEN.has(name) && value !== null),
  );
}

/** Pairs of places in two lists whose items are the same, in rising order: the longest there is. */
function longestRun<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): [number, number][] {
  const best = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = best[i];
      if (row)
        row[j] = isPair(a, b, i, j, same) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (isPair(a, b, i, j, same)) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function isPair<T>(
  a: readonly T[],
  b: readonly T[],
  i: number,
  j: number,
  same: (x: T, y: T) => boolean,
): boolean {
  const [x, y] = [a[i], b[j]];
  return x !== undefined && y !== undefined && same(x, y);
}

const isSameLine = (x: Line, y: Line) => (x.id !== "" && x.id === y.id) || x.key === y.key;

/** Two bodies as one list of blocks: what stayed, what came in, what went out, and words within. */
export function compareDocuments(before: StoredDocument, after: StoredDocument): ComparedBlock[] {
  const [old, now] = [linesOf(migrateDocument(before)), linesOf(migrateDocument(after))];
  const blocks: ComparedBlock[] = [];
  let [i, j] = [0, 0];
  const upTo = (oldEnd: number, nowEnd: number) => {
    for (; i < oldEnd; i += 1) push(blocks, old[i], "out");
    for (; j < nowEnd; j += 1) push(blocks, now[j], "in");
  };
  for (const [oldAt, nowAt] of longestRun(old, now, isSameLine)) {
    upTo(oldAt, nowAt);
    const [was, is] = [old[i++], now[j++]];
    if (was && is) blocks.push(comparedLine(was, is));
  }
  upTo(old.length, now.length);
  return blocks;
}

function push(blocks: ComparedBlock[], line: Line | undefined, how: "in" | "out"): void {
  if (line) blocks.push({ ...headOf(line), how, pieces: wholeOf(nodeOf(line), how), said: [] });
}

const headOf = ({ type, node }: Line) => ({
  type,
  level: typeof node.attrs?.level === "number" ? node.attrs.level : null,
});

function comparedLine(was: Line, is: Line): ComparedBlock {
  const pieces = piecesOf(nodeOf(was), nodeOf(is));
  const said = saidDifferently(was, is);
  const isChanged = said.length > 0 || was.type !== is.type || pieces.some(({ how }) => how !== "same");
  return { ...headOf(is), how: isChanged ? "changed" : "same", pieces, said };
}

function saidDifferently(was: Line, is: Line): ComparedBlock["said"] {
  const [before, after] = [beside(was.node), beside(is.node)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const said = (value: unknown) => (value === undefined || value === "" ? "" : String(value));
  const kind = was.type === is.type ? [] : [{ name: "type", before: was.type, after: is.type }];
  const others = names
    .map((name) => ({ name, before: said(before[name]), after: said(after[name]) }))
    .filter((each) => each.before !== each.after);
  return [...kind, ...others];
}

function nodeOf({ node }: Line): Node {
  const content = node.type === "factBox" ? undefined : node.content;
  const { paragraph } = proseMirrorSchema().nodes;
  // Only the words are compared here: a paragraph holds them all, whatever block they are of.
  return proseMirrorSchema().nodeFromJSON({
    type: paragraph?.name ?? "paragraph",
    ...(content && { content }),
  });
}

function piecesIn(node: Node, from: number, to: number, how: How): Piece[] {
  const pieces: Piece[] = [];
  if (from >= to) return pieces;
  node.nodesBetween(from, to, (child, pos) => {
    if (child === node) return true;
    const text = child.isText ? (child.text ?? "").slice(Math.max(0, from - pos), to - pos) : "\n";
    if (text !== "") pieces.push({ text, marks: child.marks.map(({ type }) => type.name), how });
    return false;
  });
  return pieces;
}

const wholeOf = (node: Node, how: How) => piecesIn(node, 0, node.content.size, how);

/** A letter is the same when it looks the same: a word that became bold was changed. */
const LETTERS: TokenEncoder<string | number> = {
  encodeCharacter: (letter, marks) =>
    marks.length === 0
      ? letter
      : `${letter} ${marks.map(({ type, attrs }) => `${type.name} ${attrs.href ?? ""}`).join()}`,
  encodeNodeStart: ({ type }) => type.name,
  encodeNodeEnd: () => -1,
  compareTokens: (a, b) => a === b,
};

type Change = { fromA: number; toA: number; fromB: number; toB: number };

const isOfWord = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{M}\p{N}]/u.test(letter);

/** Whether a change that begins (or ends) here cuts a word: people read words, not letters. */
const cuts = (before: string | undefined, after: (string | undefined)[]) =>
  isOfWord(before) && after.some(isOfWord);

/** A change widened to whole words on both sides; what stands around it is the same in both texts. */
function widened(change: Change, a: string, b: string): Change {
  let { fromA, toA, fromB, toB } = change;
  while (cuts(b[fromB - 1], [fromA < toA ? a[fromA] : undefined, fromB < toB ? b[fromB] : undefined])) {
    fromA -= 1;
    fromB -= 1;
  }
  while (cuts(b[toB], [fromA < toA ? a[toA - 1] : undefined, fromB < toB ? b[toB - 1] : undefined])) {
    toA += 1;
    toB += 1;
  }
  return { fromA, toA, fromB, toB };
}

function wholeWords(changes: readonly Change[], was: Node, is: Node): Change[] {
  const [a, b] = [was, is].map((node) => node.textBetween(0, node.content.size, undefined, "\n"));
  const whole: Change[] = [];
  for (const change of changes) {
    const next = widened(change, a ?? "", b ?? "");
    const last = whole.at(-1);
    if (last && next.fromB <= last.toB) Object.assign(last, { toA: next.toA, toB: next.toB });
    else whole.push(next);
  }
  return whole;
}

function piecesOf(was: Node, is: Node): Piece[] {
  const map = new StepMap([0, was.content.size, is.content.size]);
  const set = ChangeSet.create(was, undefined, LETTERS).addSteps(is, [map], null);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { fromA, toA, fromB, toB } of wholeWords(simplifyChanges(set.changes, is), was, is)) {
    pieces.push(...piecesIn(is, at, fromB, "same"));
    pieces.push(...piecesIn(was, fromA, toA, "out"), ...piecesIn(is, fromB, toB, "in"));
    at = toB;
  }
  return [...pieces, ...piecesIn(is, at, is.content.size, "same")];
}

/** Two lines of plain text, word by word: for fields. */
export function compareTexts(before: string, after: string): Piece[] {
  const node = (text: string) =>
    proseMirrorSchema().nodeFromJSON({
      type: "paragraph",
      ...(text !== "" && { content: [{ type: "text", text }] }),
    });
  return piecesOf(node(before), node(after));
}
