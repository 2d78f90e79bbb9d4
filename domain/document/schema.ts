/**
 * What a body may hold: one list of Tiptap extensions for the editor, the server and the tests.
 * It needs neither React nor a DOM. Whoever adds a node or mark here also adds it to nodes.ts,
 * then to render-html.ts and validate.ts (the compiler asks for both), and raises SCHEMA_VERSION,
 * with a step in migrate.ts when old documents mean something else from then on.
 */
import { type AnyExtension, type Extensions, getSchema } from "@tiptap/core";
import { UniqueID } from "@tiptap/extension-unique-id";
import type { Schema } from "@tiptap/pm/model";
import { StarterKit } from "@tiptap/starter-kit";
import type { Language } from "../vocabulary.ts";
import { baseDirection, blockAttributes } from "./block-attributes.ts";
import { newBlockId } from "./block-ids.ts";
import { BlocksAtWork } from "./blocks/at-work.ts";
import { Embed, FactBox, PullQuote } from "./blocks/box-extensions.ts";
import { Gallery, Picture } from "./blocks/figure-extensions.ts";
import { narrowLink } from "./link-extension.ts";
import { hrefFrom } from "./links.ts";
import { narrowOrderedList } from "./list-extension.ts";
import { BLOCK_NAMES, HEADING_LEVELS } from "./nodes.ts";

const kit = StarterKit.configure({
  code: false,
  codeBlock: false,
  trailingNode: false,
  heading: { levels: [...HEADING_LEVELS] },
  link: {
    openOnClick: false,
    defaultProtocol: "https",
    isAllowedUri: (address) => hrefFrom(address) !== null,
    shouldAutoLink: (address) => hrefFrom(address) !== null && !/^\d+(?:\.\d+){3}$/.test(address),
    HTMLAttributes: { target: null, rel: null, class: null },
  },
});

/** Parts of the kit that say nothing about a body: only an editor at work has them. */
const AT_WORK: ReadonlySet<string> = new Set(["undoRedo", "listKeymap", "dropCursor", "gapCursor"]);

const { name, options, storage } = kit;
const parts: Extensions = kit.config.addExtensions?.call({ name, options, storage, parent: undefined }) ?? [];

/** A split keeps the first's name, a paste makes new ones, nested blocks too. */
const blockNames = UniqueID.configure({ types: [...BLOCK_NAMES], generateID: () => newBlockId() });

const STANDING: Extensions = [Picture, Gallery, PullQuote, FactBox, Embed];

function narrowed(extension: AnyExtension): AnyExtension {
  // Paragraphs first: what has to be filled in is filled with text.
  if (extension.name === "doc") return extension.extend({ content: "(block | standing)+" });
  if (extension.name === "link") return extension.extend(narrowLink);
  if (extension.name === "orderedList") return extension.extend(narrowOrderedList);
  return extension;
}

/** The list itself, for a story's language: the schema is the same in each, base direction differs. */
export function extensionsFor(language: Language): Extensions {
  const body = parts.filter((part) => !AT_WORK.has(part.name)).map(narrowed);
  return [...body, ...STANDING, blockAttributes(language), baseDirection(language), blockNames];
}

/** The same list for an editor at work, who also undoes, leaves lists by keyboard and drops things. */
export function editorExtensionsFor(language: Language): Extensions {
  return [...extensionsFor(language), ...parts.filter((part) => AT_WORK.has(part.name)), BlocksAtWork];
}

let schema: Schema | undefined;

/** The same list as a ProseMirror schema, made once; needs no DOM. */
export function proseMirrorSchema(): Schema {
  schema ??= getSchema(extensionsFor("en"));
  return schema;
}
