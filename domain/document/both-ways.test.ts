/**
 * The editor's own HTML (ProseMirror's serializer over the same extension list) against ours:
 * readers must get the words and the structure that the writer saw.
 */
import { DOMParser, DOMSerializer } from "@tiptap/pm/model";
import fc from "fast-check";
import { Window } from "happy-dom";
import { expect, test } from "vitest";
import type { NodeJson } from "#db/shapes.ts";
import { picturesInBody } from "../pictures/uses.ts";
import { picturedStories, stories } from "../testing/any-story.ts";
import { DEFAULTS } from "./attributes.ts";
import { picturesNamedIn } from "./figure.ts";
import { BLOCK_NAMES } from "./nodes.ts";
import { renderHtml } from "./render-html.ts";
import { proseMirrorSchema } from "./schema.ts";
import { parseDocument } from "./validate.ts";

const page = new Window().document as unknown as Document;
const schema = proseMirrorSchema();

function elementOf(html: string): HTMLElement {
  const element = page.createElement("div");
  element.innerHTML = html;
  return element;
}

function editorsHtml(body: NodeJson): string {
  const element = page.createElement("div");
  DOMSerializer.fromSchema(schema).serializeFragment(
    schema.nodeFromJSON(body).content,
    { document: page },
    element,
  );
  return element.innerHTML.replaceAll(/ (?:data-id|rel)="[^"]*"/g, "");
}

function withoutNames(node: NodeJson): NodeJson {
  const { id: _id, ...attrs } = node.attrs ?? {};
  const kept = Object.fromEntries(
    Object.entries(attrs).filter(([key, value]) => value !== null && value !== DEFAULTS[key]),
  );
  const { attrs: _attrs, content, ...rest } = node;
  return {
    ...rest,
    ...(Object.keys(kept).length > 0 && { attrs: kept }),
    ...(content && { content: content.map(withoutNames) }),
  };
}

test("whatever a story holds, readers get the words and the structure that the writer saw", () => {
  fc.assert(
    fc.property(stories, (story) => {
      const stored = parseDocument(story);
      const ours = elementOf(
        renderHtml(stored, { language: "en" }).replaceAll(/<\/?bdi[^>]*>| rel="[^"]*"/g, ""),
      );
      expect(ours.innerHTML).toBe(elementOf(editorsHtml(stored.doc)).innerHTML);
    }),
    { numRuns: 300, seed: 12 },
  );
});

test("a printed page, pasted into an editor, is the same story again", () => {
  fc.assert(
    fc.property(stories, (story) => {
      const pasted = DOMParser.fromSchema(schema).parse(elementOf(renderHtml(story, { language: "en" })), {
        preserveWhitespace: "full",
      });
      expect(withoutNames(parseDocument({ schemaVersion: 1, doc: pasted.toJSON() }).doc)).toEqual(
        withoutNames(joined(story.doc)),
      );
    }),
    { numRuns: 200, seed: 12 },
  );
});

test("what is cut in one story and pasted into another comes in whole, pictures and cards too", () => {
  fc.assert(
    fc.property(picturedStories, (story) => {
      const stored = parseDocument(story);
      const pasted = DOMParser.fromSchema(schema).parse(elementOf(editorsHtml(stored.doc)), {
        preserveWhitespace: "full",
      });
      expect(withoutNames(parseDocument({ schemaVersion: 1, doc: pasted.toJSON() }).doc)).toEqual(
        withoutNames(joined(stored.doc)),
      );
    }),
    { numRuns: 200, seed: 12 },
  );
});

test("whatever is typed around pictures, a page names exactly the pictures that stand in the story", () => {
  fc.assert(
    fc.property(picturedStories, (story) => {
      expect(picturesNamedIn(renderHtml(parseDocument(story), { language: "ckb" }))).toEqual(
        picturesInBody(story),
      );
    }),
    { numRuns: 200, seed: 12 },
  );
});

/** ProseMirror joins neighbouring text with equal marks; so does this, to compare. */
function joined(node: NodeJson): NodeJson {
  if (!node.content) return node;
  const content: NodeJson[] = [];
  for (const child of node.content.map(joined)) {
    const last = content.at(-1);
    const joins =
      child.type === "text" &&
      last?.type === "text" &&
      JSON.stringify(last.marks) === JSON.stringify(child.marks);
    if (joins) content.splice(-1, 1, { ...child, text: `${last.text}${child.text}` });
    else content.push(child);
  }
  return { ...node, content };
}

test("the types of nodes.ts and the schema name the same blocks", () => {
  const blocks = Object.values(schema.nodes).filter((type) => type.isBlock && type.name !== "doc");
  expect(blocks.map((type) => type.name).sort()).toEqual([...BLOCK_NAMES].sort());
  for (const type of blocks)
    expect(Object.keys(type.spec.attrs ?? {})).toEqual(
      expect.arrayContaining(["id", "dir", "lang", "suggestion", "source"]),
    );
});
