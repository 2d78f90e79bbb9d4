// @vitest-environment happy-dom
/** The extension list in an editor at work: names of blocks, links, lists and direction. */
import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { doc, li, link, ol, p, pic, pictureId, quote, ul, withAttrs } from "../testing/doc.ts";
import type { Language } from "../vocabulary.ts";
import { editorExtensionsFor } from "./schema.ts";
import { parseDocument } from "./validate.ts";

let editor: Editor;
afterEach(() => editor.destroy());

function open(story: StoredDocument, language: Language = "en"): Editor {
  editor = new Editor({
    element: document.createElement("div"),
    extensions: editorExtensionsFor(language),
    content: story.doc,
  });
  return editor;
}

const stored = () => parseDocument({ schemaVersion: 1, doc: editor.getJSON() });
const blocks = () => stored().doc.content ?? [];

function namesIn(node: NodeJson): string[] {
  const own = typeof node.attrs?.id === "string" ? [node.attrs.id] : [];
  return [...own, ...(node.content ?? []).flatMap(namesIn)];
}

function type(text: string): void {
  for (const letter of text) {
    const { from, to } = editor.state.selection;
    const insert = () => editor.state.tr.insertText(letter, from, to);
    const handled = editor.view.someProp("handleTextInput", (handle) =>
      handle(editor.view, from, to, letter, insert),
    );
    if (!handled) editor.view.dispatch(insert());
  }
}

test("opening and saving a story that nobody touched changes nothing", () => {
  const story = doc(
    p("One"),
    ul(li(p("a")), li(p("b"))),
    quote(withAttrs(p("c"), { lang: "ar", dir: "rtl" })),
    ol(li(p("d"))),
  );
  open(story);
  expect(stored()).toEqual(story);
});

test("of a paragraph that is split, the first half keeps the name", () => {
  open(doc(p("Hello there")))
    .chain()
    .setTextSelection(6)
    .splitBlock()
    .run();
  const [first, second] = blocks();
  expect(first?.attrs?.id).toBe("block-000001");
  expect(second?.attrs?.id).toMatch(/^[0-9a-z]{16}$/);
});

test("both halves of a translated paragraph come from its source; a new paragraph after it doesn't", () => {
  const source = { blockId: "block-000009", hash: "0123456789abcdef" };
  open(doc(withAttrs(p("Hello there"), { source })))
    .chain()
    .setTextSelection(6)
    .splitBlock()
    .run();
  editor
    .chain()
    .setTextSelection(editor.state.doc.content.size - 1)
    .splitBlock()
    .run();
  expect(blocks().map((block) => block.attrs?.source)).toEqual([source, source, undefined]);
});

test("pasted blocks get names of their own, nested ones too", () => {
  const story = doc(p("One"), ul(li(p("a"))));
  open(story).commands.setTextSelection(1);
  editor.view.pasteHTML(
    '<p data-id="block-000001">One</p><ul data-id="block-000002"><li data-id="block-000003"><p data-id="block-000004">a</p></li></ul><p>x</p>',
  );
  const names = namesIn(stored().doc);
  expect(names.length).toBeGreaterThan(5);
  expect(new Set(names).size).toBe(names.length);
});

test("of pasted markup only what a story may hold comes in", () => {
  open(doc(p()));
  editor.view.pasteHTML(
    '<h1>Big</h1><p style="color:red" onclick="alert(1)">a <b>b</b><script>alert(1)</script><img src=x onerror=alert(1)> ' +
      '<a href="javascript:alert(1)">bad</a> <a href="/local">local</a> <a href=" https://a.example/x y " target="_blank">good</a></p>' +
      '<object data="https://evil.example"></object><ol type="a" start="x"><li>one</li></ol><p dir="RTL" lang="AR-sa">عربي</p>',
  );
  const markup = JSON.stringify(blocks());
  expect(markup).not.toMatch(/script|object|evil|img|onclick|style|target|local"|"type":"a"/);
  expect(markup).toContain('{"href":"https://a.example/x%20y"}');
  expect(blocks().find((block) => block.attrs?.lang)?.attrs).toMatchObject({ dir: "rtl", lang: "AR-sa" });
});

test("a link is set as it was meant, or not at all", () => {
  open(doc(p("Esta"))).commands.selectAll();
  expect(editor.commands.setLink({ href: "javascript:alert(1)" })).toBe(false);
  expect(blocks()).toEqual([doc(p("Esta")).doc.content?.[0]]);
  expect(editor.commands.setLink({ href: "esta.krd/en" })).toBe(true);
  expect(blocks()).toEqual([doc(p(link("https://esta.krd/en", "Esta"))).doc.content?.[0]]);
});

test("an address becomes a link while it is typed", () => {
  open(doc(p())).commands.setTextSelection(1);
  type("see www.esta.krd now");
  expect(JSON.stringify(blocks())).toContain('{"href":"https://www.esta.krd"}');
});

test.each(["1. ", "١. ", "۱) "])("%j at the start of a line begins a list", (typed) => {
  open(doc(p()), "ckb").commands.setTextSelection(1);
  type(typed);
  expect(blocks()[0]?.type).toBe("orderedList");
});

test("a year at the start of a line begins no list", () => {
  open(doc(p())).commands.setTextSelection(1);
  type("2026. ");
  expect(blocks()[0]?.type).toBe("paragraph");
});

test("the story's language sets the direction, and nothing guesses it from the first word", () => {
  open(doc(p("Reuters: هەواڵ")), "ckb");
  expect(editor.view.dom.getAttribute("dir")).toBe("rtl");
  expect(editor.view.dom.getAttribute("lang")).toBe("ckb");
  expect(editor.view.dom.innerHTML).not.toContain("dir=");
  editor.commands.setTextDirection("ltr");
  expect(blocks()[0]?.attrs?.dir).toBe("ltr");
});

test("a picture from somebody else's page stays outside, whatever its markup claims to be", () => {
  open(doc(p()));
  editor.view.pasteHTML(
    '<figure><img src="https://a.example/a.jpg" alt="x"><figcaption>Theirs</figcaption></figure>' +
      '<figure data-picture="../../etc/passwd"><figcaption>Forged</figcaption></figure>' +
      '<p class="embed"><a href="javascript:alert(1)">x</a></p><aside class="pull"><p>Said</p></aside>',
  );
  expect(blocks().map(({ type }) => type)).not.toEqual(expect.arrayContaining(["picture"]));
  expect(JSON.stringify(blocks())).not.toMatch(/embed|javascript|passwd/);
});

test("a picture that was cut is pasted with all that was said of it", () => {
  const said = { size: "wide", crop: "square", credit: "AFP", alt: 'A "bus"' };
  open(doc(withAttrs(pic("a", "A bus"), said), p("x"))).commands.setNodeSelection(0);
  const { dom } = editor.view.serializeForClipboard(editor.state.selection.content());
  editor.commands.setContent(doc(p("x")).doc);
  editor.view.pasteHTML(dom.innerHTML);
  expect(blocks().find(({ type }) => type === "picture")).toMatchObject({
    attrs: { pictureId: pictureId("a"), ...said },
    content: [{ type: "text", text: "A bus" }],
  });
});

test("a change can be undone", () => {
  open(doc(p("One")))
    .chain()
    .setTextSelection(4)
    .insertContent("!")
    .run();
  editor.commands.undo();
  expect(stored()).toEqual(doc(p("One")));
});
