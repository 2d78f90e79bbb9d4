/**
 * What changed between two texts, word by word: for a writer who wants to see what an editor did,
 * and for everybody who looks at a story's history.
 *
 * Blocks are paired first (by name, else by their words), because that is how people see a text;
 * pairs outside the longest run in one order have moved. Then each pair's words are compared.
 * What has no partner was put in or taken out as a whole.
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { DEFAULTS } from "./attributes.ts";
import { canonicalJson } from "./canonical-json.ts";
import { migrateDocument } from "./migrate.ts";
import { pairUp } from "./rising-run.ts";
import { compareContents, type How, type Piece, piecesOfContent } from "./word-diff.ts";

export type ComparedBlock = {
  /** Its name: in the newer text, of what was taken out in the older one. */
  id: string;
  type: string;
  /** A heading's level; null elsewhere. */
  level: number | null;
  /** "changed": words of it, or what is said beside them. "same": not a letter. */
  how: How | "changed";
  /** Where it went, when it stands elsewhere among the others; shown at its new place. */
  moved: "up" | "down" | null;
  pieces: Piece[];
  /** What is said of it beside its words and was changed: [name, before, after]. */
  said: { name: string; before: string; after: string }[];
  /** A picture as it was and is; absent in other blocks. */
  picture?: { before: string | null; after: string | null };
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
    Object.entries(attrs).filter(
      ([name, value]) => !UNSEEN.has(name) && value !== null && value !== DEFAULTS[name],
    ),
  );
}

/** Blank lines and dividers look alike: one that was put in isn't another one that moved. */
const hasFace = ({ node }: Line) => (node.content?.length ?? 0) > 0 || node.attrs?.pictureId !== undefined;

/** Two bodies as one list of blocks: what stayed, came in, went out, moved, and words within. */
export function compareDocuments(before: StoredDocument, after: StoredDocument): ComparedBlock[] {
  const [old, now] = [linesOf(migrateDocument(before)), linesOf(migrateDocument(after))];
  const { partnerOf, inOrder } = pairUp(old, now, ({ id, key }) => [id, key]);
  const stay = (place: number) => {
    const line = now[place];
    return partnerOf[place] !== null && (inOrder.has(place) || (line !== undefined && hasFace(line)));
  };
  const kept = new Set(now.flatMap((_, place) => (stay(place) ? [partnerOf[place]] : [])));
  const blocks: ComparedBlock[] = [];
  let reached = 0;
  const goneUpTo = (end: number) => {
    for (; reached < end; reached += 1) {
      const line = old[reached];
      if (line && !kept.has(reached)) blocks.push(wholeLine(line, "out"));
    }
  };
  const anchors = [...inOrder].toSorted((a, b) => a - b);
  let anchor = 0;
  for (const [place, line] of now.entries()) {
    while ((anchors[anchor] ?? place) < place) anchor += 1;
    // What was taken out stands before what was put in for it.
    const next = anchors[anchor];
    goneUpTo(next === undefined ? old.length : (partnerOf[next] ?? 0));
    const partner = partnerOf[place] ?? null;
    const was = partner === null || !stay(place) ? undefined : old[partner];
    if (!was || partner === null) blocks.push(wholeLine(line, "in"));
    else {
      const moved = inOrder.has(place) ? null : partner >= reached ? "up" : "down";
      blocks.push({ ...comparedLine(was, line), moved });
    }
  }
  goneUpTo(old.length);
  return blocks;
}

const headOf = ({ id, type, node }: Line) => ({
  id,
  type,
  level: typeof node.attrs?.level === "number" ? node.attrs.level : null,
});

const pictureOf = ({ attrs }: NodeJson) => (typeof attrs?.pictureId === "string" ? attrs.pictureId : null);
/** A box's own line holds no words: what stands in it are lines of their own. */
const wordsOf = ({ type, content = [] }: NodeJson) => (type === "factBox" ? [] : content);

function wholeLine(line: Line, how: "in" | "out"): ComparedBlock {
  const own = pictureOf(line.node);
  return {
    ...headOf(line),
    ...{ how, moved: null, pieces: piecesOfContent(wordsOf(line.node), how) },
    said: saidDifferently(how === "in" ? null : line, how === "in" ? line : null),
    ...(own && { picture: how === "in" ? { before: null, after: own } : { before: own, after: null } }),
  };
}

function comparedLine(was: Line, is: Line): Omit<ComparedBlock, "moved"> {
  const [before, after] = [pictureOf(was.node), pictureOf(is.node)];
  const shown = { ...headOf(is), ...((before || after) && { picture: { before, after } }) };
  if (was.key === is.key) {
    return { ...shown, how: "same", pieces: piecesOfContent(wordsOf(is.node), "same"), said: [] };
  }
  const pieces = compareContents(wordsOf(was.node), wordsOf(is.node));
  return { ...shown, how: "changed", pieces, said: saidDifferently(was, is) };
}

const SAID_IN_ANOTHER_WAY: ReadonlySet<string> = new Set(["pictureId", "level"]);

function saidDifferently(was: Line | null, is: Line | null): ComparedBlock["said"] {
  const [before, after] = [was ? beside(was.node) : {}, is ? beside(is.node) : {}];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const said = (value: unknown) => (value === undefined || value === "" ? "" : String(value));
  const isWhole = was === null || is === null;
  const kind = isWhole || was.type === is.type ? [] : [{ name: "type", before: was.type, after: is.type }];
  const others = names
    .filter((name) => name !== "pictureId" && !(isWhole && SAID_IN_ANOTHER_WAY.has(name)))
    .map((name) => ({ name, before: said(before[name]), after: said(after[name]) }))
    .filter((each) => each.before !== each.after);
  return [...kind, ...others];
}
