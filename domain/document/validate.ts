/**
 * The door that every body passes before it is stored, whoever sends it. Editors check in the
 * browser too, but what arrives here is JSON that anybody could have written.
 *
 * Order: version → shape (own walk: bounded, strict about names and attributes, which
 * ProseMirror ignores silently) → fit (ProseMirror's own check of what may stand where).
 */
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { Problem } from "../problem.ts";
import { DEFAULTS, isRecord, MARK_ATTRIBUTES, NEEDED, NODE_ATTRIBUTES } from "./attributes.ts";
import { newBlockId, withBlockIds } from "./block-ids.ts";
import { migrateDocument } from "./migrate.ts";
import { MOST_PICTURES_IN_GALLERY, SCHEMA_VERSION } from "./nodes.ts";
import { proseMirrorSchema } from "./schema.ts";

const DEEPEST = 50;
const LONGEST_BYTES = 2 * 1024 * 1024;
const KEYS: ReadonlySet<string> = new Set(["type", "attrs", "content", "marks", "text"]);

/** What Postgres and XML can't hold: controls other than tab and line feed, halves of letters, non-letters. */
const UNPRINTABLE = /[\p{Cs}\ufffe\uffff]|(?![\t\n])\p{Cc}/gu;

function refuse(why: string): Problem {
  return new Problem("invalid", `This text was not saved: ${why}`);
}

type Found = Record<string, unknown>;

function attributesOf(
  name: string,
  found: unknown,
  rules: Readonly<Record<string, (value: unknown) => boolean>>,
) {
  const attrs: Found = {};
  if (found !== undefined && found !== null && !isRecord(found)) throw refuse(`"${name}" is malformed.`);
  for (const [key, value] of Object.entries(found ?? {})) {
    if (value === null) continue;
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (!rule) throw refuse(`"${name}" can't have "${key}".`);
    if (!rule(value))
      throw refuse(
        key === "href" || key === "url"
          ? badLink(value)
          : `"${key}" of "${name}" has a value that it can't have.`,
      );
    const kept = typeof value === "string" ? value.replace(UNPRINTABLE, "") : value;
    if (kept !== DEFAULTS[key]) attrs[key] = kept;
  }
  const needed = NEEDED[name];
  if (needed && attrs[needed] === undefined) throw refuse(`"${name}" lacks its "${needed}".`);
  return Object.keys(attrs).length > 0 ? attrs : undefined;
}

function badLink(href: unknown): string {
  const shown = typeof href === "string" ? ` (${href.slice(0, 80)})` : "";
  return `a link leads where readers can't go${shown}. Links may begin with https, http, mailto or tel.`;
}

function marksOf(found: unknown): NodeJson["marks"] {
  if (!Array.isArray(found)) throw refuse("its marks are malformed.");
  return found.map((mark: unknown) => {
    const type = isRecord(mark) ? mark.type : undefined;
    if (!isRecord(mark) || typeof type !== "string" || !Object.hasOwn(MARK_ATTRIBUTES, type)) {
      throw refuse(`it holds a mark that the newsroom doesn't know (${shown(type)}).`);
    }
    const attrs = attributesOf(type, mark.attrs, MARK_ATTRIBUTES[type as keyof typeof MARK_ATTRIBUTES]);
    return attrs ? { type, attrs } : { type };
  });
}

function shown(name: unknown): string {
  return typeof name === "string" ? `"${name.slice(0, 40)}"` : "without a name";
}

/** One node, checked and rebuilt from what is known. Null: text that had nothing printable in it. */
function nodeOf(found: unknown, depth: number): NodeJson | null {
  if (depth > DEEPEST) throw refuse(`it is nested more than ${DEEPEST} levels deep.`);
  const type = isRecord(found) ? found.type : undefined;
  if (!isRecord(found) || typeof type !== "string" || !Object.hasOwn(NODE_ATTRIBUTES, type)) {
    throw refuse(`it holds something that the newsroom doesn't know (${shown(type)}).`);
  }
  const stray = Object.keys(found).find((key) => !KEYS.has(key));
  if (stray !== undefined) throw refuse(`"${type}" can't have "${stray.slice(0, 40)}".`);
  const attrs = attributesOf(type, found.attrs, NODE_ATTRIBUTES[type as keyof typeof NODE_ATTRIBUTES]);
  const node: NodeJson = attrs ? { type, attrs } : { type };
  if (type === "text") {
    if (typeof found.text !== "string") throw refuse("a piece of text has no letters.");
    node.text = found.text.replace(UNPRINTABLE, "");
    if (node.text === "") return null;
  } else if (found.text !== undefined) throw refuse(`"${type}" can't have "text".`);
  if (found.marks !== undefined) {
    const marks = marksOf(found.marks);
    if (marks && marks.length > 0) node.marks = marks;
  }
  if (found.content === undefined || found.content === null) return node;
  if (!Array.isArray(found.content)) throw refuse(`the contents of "${type}" are malformed.`);
  const content = found.content.map((child) => nodeOf(child, depth + 1)).filter((child) => child !== null);
  if (type === "gallery" && content.length > MOST_PICTURES_IN_GALLERY)
    throw refuse(`a gallery has more than ${MOST_PICTURES_IN_GALLERY} pictures.`);
  if (content.length > 0) node.content = content;
  return node;
}

function checkFit(doc: NodeJson): void {
  try {
    proseMirrorSchema().nodeFromJSON(doc).check();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw refuse(`its parts don't fit together (${error.message.slice(0, 200)}).`);
  }
}

/**
 * A body that may be stored, in today's schema, every block named. Throws Problem("invalid")
 * with a sentence for the writer on anything that the schema doesn't know, on links that
 * readers can't follow, on more than 2 MB and on nesting beyond 50.
 */
export function parseDocument(input: unknown): StoredDocument {
  if (
    !isRecord(input) ||
    !isRecord(input.doc) ||
    !Number.isInteger(input.schemaVersion) ||
    Number(input.schemaVersion) < 1
  ) {
    throw refuse("it isn't the body of a story.");
  }
  const { doc } = migrateDocument({ schemaVersion: Number(input.schemaVersion), doc: input.doc as NodeJson });
  const body = nodeOf(doc, 0);
  if (body === null || body.type !== "doc") throw refuse("it isn't the body of a story.");
  if (new TextEncoder().encode(JSON.stringify(body)).length > LONGEST_BYTES)
    throw refuse("it is larger than 2 MB.");
  checkFit(body);
  return { schemaVersion: SCHEMA_VERSION, doc: withBlockIds(body) };
}

/** The body of a story that nobody has begun: one paragraph to type into. */
export function emptyDocument(): StoredDocument {
  const paragraph = { type: "paragraph", attrs: { id: newBlockId() } };
  return { schemaVersion: SCHEMA_VERSION, doc: { type: "doc", content: [paragraph] } };
}
