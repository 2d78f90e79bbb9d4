import { expect, test } from "vitest";
import {
  br,
  divider,
  doc,
  em,
  embed,
  facts,
  gallery,
  h,
  li,
  link,
  ol,
  p,
  pic,
  pictureId,
  pull,
  quote,
  strong,
  struck,
  ul,
  underlined,
  withAttrs,
} from "../testing/doc.ts";
import { SCHEMA_VERSION } from "./nodes.ts";
import { emptyDocument, parseDocument } from "./validate.ts";

const body = (...content: unknown[]) => ({ schemaVersion: SCHEMA_VERSION, doc: { type: "doc", content } });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const linked = (href: unknown) =>
  body(paragraph({ type: "text", text: "here", marks: [{ type: "link", attrs: { href } }] }));

test("a body with everything that a story may hold is stored as it was written", () => {
  const everything = doc(
    h(2, "What we know"),
    p(
      "Plain, ",
      strong("bold"),
      em("italic"),
      underlined("under"),
      struck("gone"),
      link("https://esta.krd/en/", "link"),
    ),
    ul(li(p("one"), ol(li(p("nested"))))),
    quote(p("He said", br(), "nothing.")),
    divider(),
    withAttrs(pic("a", "A ", strong("bus")), { size: "wide", crop: "square", credit: "AFP", alt: "Bus" }),
    gallery(withAttrs(pic("b"), { decorative: true }), pic("c", "Two")),
    pull("Sara Ahmed", "We were firm"),
    facts("In figures", p("40"), ul(li(p("a"))), pic("b")),
    embed("https://youtu.be/x", { provider: "youtube", title: "The ride" }),
    withAttrs(p("«Reuters»"), {
      dir: "ltr",
      lang: "en",
      source: { blockId: "block-000001", hash: "0123456789abcdef" },
    }),
  );
  expect(parseDocument(everything)).toEqual(everything);
});

test("a new story has one paragraph to type into, and it has a name", () => {
  const empty = emptyDocument();
  expect(parseDocument(empty)).toEqual(empty);
});

test("what an editor sends as null or default is not stored", () => {
  const sent = body({
    type: "paragraph",
    attrs: { id: "block-000001", dir: null, lang: null, suggestion: null, source: null },
  });
  expect(parseDocument(sent)).toEqual(doc(p()));
});

test("a block without a name, or with a name that another has, gets its own; the first keeps it", () => {
  const named = (id: string | null) => ({ type: "paragraph", attrs: { id } });
  const [first, second, third] =
    parseDocument(body(named("block-000001"), named("block-000001"), named(null))).doc.content ?? [];
  expect(first?.attrs?.id).toBe("block-000001");
  expect(second?.attrs?.id).toMatch(/^[0-9a-z]{16}$/);
  expect(third?.attrs?.id).toMatch(/^[0-9a-z]{16}$/);
  expect(second?.attrs?.id).not.toBe(third?.attrs?.id);
});

test("letters that the database can't hold are left out, and nothing else", () => {
  const stored = parseDocument(
    body(paragraph({ type: "text", text: "a\u0000b\ud800c\u0008 د\u200cە 😀\t" })),
  );
  expect(stored.doc.content?.[0]?.content?.[0]?.text).toBe("abc د\u200cە 😀\t");
});

const deep = (levels: number): unknown =>
  levels === 0 ? paragraph({ type: "text", text: "x" }) : { type: "blockquote", content: [deep(levels - 1)] };
const long = "x".repeat(2 * 1024 * 1024);

test.each<[string, unknown]>([
  ["nothing", null],
  ["a list", []],
  ["a text", "<p>Hello</p>"],
  ["no version", { doc: { type: "doc", content: [paragraph()] } }],
  ["a version that never was", { schemaVersion: 0, doc: { type: "doc", content: [paragraph()] } }],
  ["a paragraph as the whole body", { schemaVersion: 1, doc: paragraph() }],
  ["no blocks", body()],
  ["an unknown node", body({ type: "iframe", attrs: { src: "https://evil.example" } })],
  ["a node named like an object's own parts", body({ type: "constructor" })],
  ["an unknown mark", body(paragraph({ type: "text", text: "x", marks: [{ type: "code" }] }))],
  [
    "a mark named like an object's own parts",
    body(paragraph({ type: "text", text: "x", marks: [{ type: "toString" }] })),
  ],
  ["an unknown attribute", body({ type: "paragraph", attrs: { onclick: "alert(1)" } })],
  [
    "an unknown attribute of a link",
    body(
      paragraph({
        type: "text",
        text: "x",
        marks: [{ type: "link", attrs: { href: "https://a.example", target: "_blank" } }],
      }),
    ),
  ],
  ["an unknown key", body({ type: "paragraph", html: "<b>" })],
  [
    "a prototype",
    JSON.parse(
      '{"schemaVersion":1,"doc":{"type":"doc","content":[{"type":"paragraph","__proto__":{"x":1}}]}}',
    ),
  ],
  ["a level that breaks out", body({ type: "heading", attrs: { level: "1 onload=alert(1)" } })],
  ["a level that isn't printed", body({ type: "heading", attrs: { level: 1 } })],
  ["a heading without its level", body({ type: "heading" })],
  ["a link without its address", body(paragraph({ type: "text", text: "x", marks: [{ type: "link" }] }))],
  ["a link to an object", linked({ toString: "javascript:alert(1)" })],
  ["a link to a list", linked(["https://a.example"])],
  ["a link to a script", linked("javascript:alert(1)")],
  ["a direction that isn't one", body({ type: "paragraph", attrs: { dir: "auto" } })],
  ["a language that isn't one", body({ type: "paragraph", attrs: { lang: '"><script>' } })],
  ["a name that is too short", body({ type: "paragraph", attrs: { id: "p1" } })],
  ["a name that is an object", body({ type: "paragraph", attrs: { id: {} } })],
  ["a source without its hash", body({ type: "paragraph", attrs: { source: { blockId: "block-000001" } } })],
  ["a suggestion with depth", body({ type: "paragraph", attrs: { suggestion: { op: { deep: true } } } })],
  [
    "a number that a list can't start with",
    body({
      type: "orderedList",
      attrs: { start: 1.5 },
      content: [{ type: "listItem", content: [paragraph()] }],
    }),
  ],
  ["text without letters", body(paragraph({ type: "text" }))],
  ["text that is a number", body(paragraph({ type: "text", text: 7 }))],
  ["text outside a paragraph", body({ type: "text", text: "x" })],
  ["a bold paragraph", body({ type: "paragraph", marks: [{ type: "bold" }] })],
  [
    "the same mark twice",
    body(paragraph({ type: "text", text: "x", marks: [{ type: "bold" }, { type: "bold" }] })),
  ],
  ["a list item outside a list", body({ type: "listItem", content: [paragraph()] })],
  [
    "a heading first in a list item",
    body({
      type: "bulletList",
      content: [{ type: "listItem", content: [{ type: "heading", attrs: { level: 2 } }] }],
    }),
  ],
  ["a picture without its id", body({ type: "picture" })],
  [
    "a picture whose id is an address",
    body({ type: "picture", attrs: { pictureId: "https://a.example/a.jpg" } }),
  ],
  ["a size that breaks out", body(withAttrs(pic("a"), { size: 'x"><script>' }))],
  ["a crop that isn't one", body(withAttrs(pic("a"), { crop: "round" }))],
  ["a credit of several lines", body(withAttrs(pic("a"), { credit: "a\nb" }))],
  ["an alt text without end", body(withAttrs(pic("a"), { alt: "x".repeat(1001) }))],
  ["a picture inside a quotation", body(quote(pic("a")))],
  ["a picture inside a picture", body({ ...pic("a"), content: [pic("b")] })],
  ["a gallery of nothing", body({ type: "gallery" })],
  ["a gallery of text", body(gallery(p("x")))],
  ["a gallery that nobody looks through", body(gallery(...Array.from({ length: 31 }, () => pic("a"))))],
  ["a fact box inside a fact box", body(facts("", facts("", p("x"))))],
  ["an embed of nothing", body({ type: "embed" })],
  ["an embed that is a script", body(embed("javascript:alert(1)"))],
  ["an embed that is a letter", body(embed("mailto:a@b.example"))],
  ["an embed of a provider that isn't one", body(embed("https://a.example", { provider: "constructor" }))],
  ["51 levels", body(deep(51))],
  ["5,000 levels", body(deep(5000))],
  ["more than 2 MB", body(paragraph({ type: "text", text: long }))],
])("%s is refused with a sentence for the writer", (_what, input) => {
  expect(() => parseDocument(input)).toThrow(
    expect.objectContaining({
      kind: "invalid",
      message: expect.stringMatching(/^This text was not saved: .+\.$/),
    }),
  );
});

test("a body of a newer version says to reload, and is not stored", () => {
  expect(() =>
    parseDocument({ schemaVersion: SCHEMA_VERSION + 1, doc: { type: "doc", content: [{ type: "chart" }] } }),
  ).toThrow(/Reload the page/);
});

test("what nobody said of a picture isn't stored, and what can't be printed is taken out of it", () => {
  const said = { size: "text", crop: "full", credit: "A\u0000FP", alt: "", decorative: false };
  const [block] = parseDocument(body(withAttrs(pic("a"), said))).doc.content ?? [];
  expect(block?.attrs).toEqual({ pictureId: pictureId("a"), credit: "AFP", id: expect.any(String) });
});

test("a body from before there were pictures is read as it was", () => {
  const old = { schemaVersion: 1, doc: doc(p("Old.")).doc };
  expect(parseDocument(old)).toEqual(doc(p("Old.")));
});
