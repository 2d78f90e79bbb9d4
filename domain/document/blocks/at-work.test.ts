// @vitest-environment happy-dom
/** Pictures and boxes in an editor at work: what keys, buttons and deletions may do to them. */
import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import type { NodeJson, StoredDocument } from "#db/shapes.ts";
import { divider, doc, facts, gallery, h, li, p, pic, pictureId, pull, ul } from "../../testing/doc.ts";
import { editorExtensionsFor } from "../schema.ts";
import { parseDocument } from "../validate.ts";
import { moveBlock, placeBlock } from "./place.ts";

let editor: Editor;
afterEach(() => editor.destroy());

function open(story: StoredDocument): Editor {
  editor = new Editor({
    element: document.createElement("div"),
    extensions: editorExtensionsFor("en"),
    content: story.doc,
  });
  return editor;
}

function press(key: string, held: { altKey?: boolean; shiftKey?: boolean } = {}): void {
  const event = new KeyboardEvent("keydown", { key, ...held });
  editor.view.someProp("handleKeyDown", (handle) => handle(editor.view, event));
}

/** Puts the cursor behind (or, with "before", in front of) these words. */
function goTo(words: string, side: "before" | "behind" = "behind"): void {
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (at >= 0) editor.commands.setTextSelection(pos + at + (side === "behind" ? words.length : 0));
  });
}

type Plain = string | [string, ...Plain[]];
const shape = ({ type, content, text }: NodeJson): Plain =>
  type === "text" ? (text ?? "") : [type, ...(content ?? []).map(shape)];
const blocks = () =>
  (parseDocument({ schemaVersion: 2, doc: editor.getJSON() }).doc.content ?? []).map(shape);

test.each([
  ["heading", () => editor.commands.toggleHeading({ level: 2 })],
  ["plain text", () => editor.commands.setParagraph()],
  ["list", () => editor.commands.toggleBulletList()],
  ["quotation", () => editor.commands.toggleBlockquote()],
])("no button makes a %s of a picture whose caption has the cursor", (_what, act) => {
  open(doc(p("One"), pic("a", "A bus"), p("Two")));
  goTo("A bus");
  act();
  expect(blocks()).toEqual([
    ["paragraph", "One"],
    ["picture", "A bus"],
    ["paragraph", "Two"],
  ]);
});

test("signs typed into a caption stay letters, and the picture a picture", () => {
  open(doc(pic("a"), p("Two"))).commands.setTextSelection(1);
  for (const letter of "## 1. - > ") {
    const { from, to } = editor.state.selection;
    const insert = () => editor.state.tr.insertText(letter, from, to);
    if (!editor.view.someProp("handleTextInput", (handle) => handle(editor.view, from, to, letter, insert)))
      editor.view.dispatch(insert());
  }
  expect(blocks()[0]).toEqual(["picture", "## 1. - > "]);
});

test("Enter in a caption goes on below the picture; the caption stays whole", () => {
  open(doc(pic("a", "A bus"), p("Two")));
  goTo("A ");
  press("Enter");
  editor.commands.insertContent("New");
  expect(blocks()).toEqual([
    ["picture", "A bus"],
    ["paragraph", "New"],
    ["paragraph", "Two"],
  ]);
});

test("Enter in a gallery's caption goes on below the gallery", () => {
  open(doc(gallery(pic("a", "One"), pic("b", "Two"))));
  goTo("One");
  press("Enter");
  expect(blocks()).toEqual([["gallery", ["picture", "One"], ["picture", "Two"]], ["paragraph"]]);
});

test("Enter in a pull quote takes what stands behind it out of it", () => {
  open(doc(pull("Sara", "Firm. And so on.")));
  goTo("Firm.");
  press("Enter");
  expect(blocks()).toEqual([
    ["pullQuote", "Firm."],
    ["paragraph", " And so on."],
  ]);
});

test("Enter on the empty last line of a fact box leads out of it", () => {
  open(doc(facts("Figures", p("40"), p()), p("Two")));
  goTo("40");
  editor.commands.setTextSelection(editor.state.selection.to + 2);
  press("Enter");
  editor.commands.insertContent("New");
  expect(blocks()).toEqual([
    ["factBox", ["paragraph", "40"]],
    ["paragraph", "New"],
    ["paragraph", "Two"],
  ]);
});

test("Backspace before a caption chooses the picture, once more takes it away, and undo brings it back", () => {
  open(doc(p("One"), pic("a", "A bus"), p("Two")));
  goTo("A bus", "before");
  press("Backspace");
  expect(editor.state.selection.toJSON().type).toBe("node");
  press("Backspace");
  expect(blocks().map(([type]) => type)).toEqual(["paragraph", "paragraph"]);
  editor.commands.undo();
  expect(blocks()[1]).toEqual(["picture", "A bus"]);
});

test("of a gallery of two, one deleted leaves a picture; of three, two stay together", () => {
  open(doc(gallery(pic("a", "One"), pic("b", "Two")), p("x")));
  editor.commands.setNodeSelection(1);
  editor.commands.deleteSelection();
  expect(blocks()).toEqual([
    ["picture", "Two"],
    ["paragraph", "x"],
  ]);
  editor.destroy();
  open(doc(gallery(pic("a", "One"), pic("b", "Two"), pic("c", "Three")), p("x")));
  editor.commands.setNodeSelection(1);
  editor.commands.deleteSelection();
  expect(blocks()[0]).toEqual(["gallery", ["picture", "Two"], ["picture", "Three"]]);
});

const place = (node: NodeJson, at?: number) =>
  editor.commands.command(({ tr }) => placeBlock(tr, editor.schema.nodeFromJSON(node), at));

test("a picture takes the place of the empty line that it was asked for on", () => {
  open(doc(p("One"), p(), p("Two"))).commands.setTextSelection(6);
  expect(place(pic("a"))).toBe(true);
  expect(blocks().map(([type]) => type)).toEqual(["paragraph", "picture", "paragraph"]);
  editor.commands.insertContent("Its caption");
  expect(blocks()[1]).toEqual(["picture", "Its caption"]);
});

test("asked for in the middle of a paragraph, a list or a caption, it stands behind that", () => {
  open(doc(ul(li(p("one")), li(p("two"))), pic("b", "Bus"), p("end")));
  goTo("one");
  place(pic("a"));
  goTo("Bus");
  place(divider());
  expect(blocks().map(([type]) => type)).toEqual([
    "bulletList",
    "picture",
    "picture",
    "horizontalRule",
    "paragraph",
  ]);
});

test("in a fact box it stands inside; a box in a box can't be", () => {
  open(doc(facts("Figures", p("40"))));
  goTo("40");
  place(pic("a"));
  goTo("40");
  place(facts("", p("y")));
  expect(blocks().slice(0, 2)).toEqual([
    ["factBox", ["paragraph", "40"], ["picture"]],
    ["factBox", ["paragraph", "y"]],
  ]);
});

test("a body that would end with a picture has a line more to write on", () => {
  open(doc(p("One")));
  goTo("One");
  place(pic("a"));
  expect(blocks()).toEqual([["paragraph", "One"], ["picture"], ["paragraph"]]);
});

test("what is dropped between two blocks stands there", () => {
  open(doc(p("One"), p("Two")));
  place(pic("a"), 5);
  expect(blocks().map(([type]) => type)).toEqual(["paragraph", "picture", "paragraph"]);
});

test("keys move a block past its neighbour and keep the cursor in its words", () => {
  open(doc(h(2, "H"), pic("a", "A bus"), p("Two")));
  goTo("A ");
  press("ArrowDown", { altKey: true, shiftKey: true });
  expect(blocks().map(([type]) => type)).toEqual(["heading", "paragraph", "picture"]);
  editor.commands.insertContent("red ");
  expect(blocks()[2]).toEqual(["picture", "A red bus"]);
  press("ArrowDown", { altKey: true, shiftKey: true });
  expect(blocks().map(([type]) => type)).toEqual(["heading", "paragraph", "picture"]);
});

test("within a gallery they move a picture among the others, and its name goes with it", () => {
  open(doc(gallery(pic("a", "One"), pic("b", "Two"))));
  editor.commands.setNodeSelection(1);
  editor.commands.command(({ tr }) => moveBlock(tr, 1));
  const [row] = parseDocument({ schemaVersion: 2, doc: editor.getJSON() }).doc.content ?? [];
  expect(row?.content?.map(({ attrs }) => attrs?.pictureId)).toEqual([pictureId("b"), pictureId("a")]);
  expect(row?.content?.map(({ attrs }) => attrs?.id)).toEqual(["block-000003", "block-000002"]);
});
