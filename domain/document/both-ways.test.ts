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
import {
  br,
  divider,
  doc,
  embed,
  facts,
  gallery,
  h,
  li,
  ol,
  p,
  pic,
  pull,
  quote,
  ul,
  withAttrs,
} from "../testing/doc.ts";
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

const MARKS = [
  { type: "link", attrs: { href: "https://esta.krd/en/" } },
  { type: "link", attrs: { href: "mailto:desk@esta.krd" } },
  { type: "bold" },
  { type: "italic" },
  { type: "strike" },
  { type: "underline" },
];
const letters = fc.stringMatching(/^[a-zک-ی<>&"'0-9-]{1,12}$/);
const marks = fc
  .subarray(MARKS)
  .map((some) =>
    some.filter(
      (mark, index) => mark.type !== "link" || some.findIndex((one) => one.type === "link") === index,
    ),
  )
  // In the order of the schema, as ProseMirror keeps them.
  .map((some) => some.toSorted((a, b) => rank(a.type) - rank(b.type)));
const rank = (name: string) => Object.keys(schema.marks).indexOf(name);
const text = fc
  .tuple(letters, marks)
  .map(([word, some]): NodeJson => ({ type: "text", text: word, ...(some.length > 0 && { marks: some }) }));
const inline = fc.array(
  fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: fc.constant(br()) }),
  { minLength: 1, maxLength: 5 },
);
const differing = fc.constantFrom({}, {}, {}, { lang: "ar", dir: "rtl" });
const paragraph = fc.tuple(inline, differing).map(([nodes, attrs]) => withAttrs(p(nodes), attrs));
const { block } = fc.letrec<{ block: NodeJson; item: NodeJson }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.array(tie("block"), { maxLength: 1 }))
    .map(([first, more]) => li(first, ...more)),
  block: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    paragraph,
    fc
      .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), inline)
      .map(([level, nodes]) => h(level, nodes)),
    fc.constant(divider()),
    fc.array(tie("item"), { minLength: 1, maxLength: 3 }).map((items) => ul(...items)),
    fc
      .tuple(fc.integer({ min: 1, max: 20 }), fc.array(tie("item"), { minLength: 1, maxLength: 3 }))
      .map(([start, items]) => withAttrs(ol(...items), start === 1 ? {} : { start })),
    fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((blocks) => quote(...blocks)),
  ),
}));
/** Words that would be markup, a comment or an attribute's end if anybody let them. */
const spoken = fc.constantFrom("", "Driver", `<!--picture {"a":1}-->`, `"a" & <b>b</b> --> é`, "ژمارە 3-2");
const boxed = fc.oneof(
  fc.tuple(spoken, inline).map(([by, nodes]) => pull(by, nodes)),
  fc
    .tuple(spoken, fc.array(block, { minLength: 1, maxLength: 3 }))
    .map(([title, blocks]) => facts(title, ...blocks)),
);
const picture = fc
  .record({
    caption: fc.oneof(inline, fc.constant<NodeJson[]>([])),
    letter: fc.constantFrom("a", "b", "c"),
    attrs: fc.record(
      {
        size: fc.constantFrom("small", "wide"),
        crop: fc.constantFrom("wide", "square", "portrait"),
        credit: spoken,
        alt: spoken,
        decorative: fc.constant(true),
        lang: fc.constant("ar"),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ caption, letter, attrs }) => withAttrs(pic(letter, caption), attrs));
const standing = fc.oneof(
  picture,
  fc.array(picture, { minLength: 2, maxLength: 4 }).map((pictures) => gallery(...pictures)),
  fc
    .record({ title: spoken, url: fc.constantFrom("https://youtu.be/x?a=1&b=2", "https://a.example/--!x--") })
    .map(({ title, url }) => embed(url, { title, ...(/youtu/.test(url) && { provider: "youtube" }) })),
);
const stories = fc
  .array(fc.oneof({ weight: 4, arbitrary: block }, boxed), { minLength: 1, maxLength: 6 })
  .map((blocks) => doc(...blocks));
const picturedStories = fc
  .array(fc.oneof(block, boxed, standing), { minLength: 1, maxLength: 6 })
  .map((blocks) => doc(...blocks));

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
