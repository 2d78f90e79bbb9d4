// @vitest-environment happy-dom
import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import type { StoredDocument } from "#db/shapes.ts";
import { editorExtensionsFor } from "#domain/document/schema.ts";
import { doc, facts, h, p, pic } from "#domain/testing/doc.ts";
import { toggleShape } from "./around-pictures.ts";

let editor: Editor;
afterEach(() => editor.destroy());

function open(story: StoredDocument): Editor {
  const element = document.createElement("div");
  editor = new Editor({ element, extensions: editorExtensionsFor("en"), content: story.doc });
  editor.commands.selectAll();
  return editor;
}

const shapes = () => editor.state.doc.children.map(({ type }) => type.name);
const list = () => toggleShape(editor, { name: "bulletList" }, (chain) => chain.toggleBulletList());
const heading = () =>
  toggleShape(editor, { name: "heading", level: 2 }, (chain) => chain.toggleHeading({ level: 2 }));

test("of a whole text with a picture each stretch becomes a list, and text again, in one step", () => {
  open(doc(p("One."), p("Two."), pic("1", "A caption"), p("Three.")));
  list();
  expect(shapes()).toEqual(["bulletList", "picture", "bulletList"]);
  expect(editor.state.doc.child(0).childCount).toBe(2);
  expect(editor.state.doc.child(1).textContent).toBe("A caption");
  list();
  expect(shapes()).toEqual(["paragraph", "paragraph", "picture", "paragraph"]);
  editor.commands.undo();
  expect(shapes()).toEqual(["bulletList", "picture", "bulletList"]);
});

test("what has the shape already keeps it while the rest gets it", () => {
  open(doc(h(2, "One"), facts("Key", p("…")), p("Two.")));
  heading();
  expect(shapes()).toEqual(["heading", "factBox", "heading"]);
  expect(editor.state.doc.child(1).textContent).toBe("…");
  heading();
  expect(shapes()).toEqual(["paragraph", "factBox", "paragraph"]);
});

test("without a picture it is what it always was", () => {
  open(doc(p("One."), p("Two.")));
  list();
  expect(shapes()).toEqual(["bulletList"]);
});
