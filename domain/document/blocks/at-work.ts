/**
 * How pictures and boxes behave while somebody writes. What must hold: no key, button or paste
 * makes anything else of a picture (its caption is a line of text, and ProseMirror would turn the
 * whole picture into a heading with it); no place of a gallery stays without its picture; Enter
 * leads out of a caption, a pull quote and a box, never into half of one.
 */
import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import {
  type EditorState,
  NodeSelection,
  Plugin,
  PluginKey,
  Selection,
  type Transaction,
} from "@tiptap/pm/state";
import { ReplaceAroundStep } from "@tiptap/pm/transform";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { moveBlock } from "./place.ts";

/** A line of text that is one block with what stands over it. */
const LINES: ReadonlySet<string> = new Set(["picture", "pullQuote"]);

/** A step that keeps a picture's words and changes what they are the words of. */
function turnsPicture({ steps, docs }: Transaction): boolean {
  return steps.some(
    (step, at) =>
      step instanceof ReplaceAroundStep &&
      step.gapFrom === step.from + 1 &&
      docs[at]?.nodeAt(step.from)?.type.name === "picture" &&
      step.slice.content.firstChild?.type.name !== "picture",
  );
}

const hasPicture = ({ attrs }: Node) => attrs.pictureId !== null;

/** Tidied on the screen where it was done, once; each screen doing it again would write it twice. */
const isColleagues = (tr: Transaction) => tr.getMeta("y-sync$") !== undefined;

/** What a deletion left of galleries: empty places go, and one picture alone needs no gallery. */
function tidyPictures(state: EditorState): Transaction | null {
  const untidy: { node: Node; pos: number }[] = [];
  state.doc.descendants((node, pos) => {
    const isEmpty = node.type.name === "picture" && !hasPicture(node);
    const isHalf = node.type.name === "gallery" && (node.childCount < 2 || !node.children.every(hasPicture));
    if (isEmpty || isHalf) untidy.push({ node, pos });
    return !isHalf && !node.isTextblock;
  });
  const { tr } = state;
  for (const { node, pos } of untidy.reverse()) {
    const kept = node.type.name === "gallery" ? node.children.filter(hasPicture) : [];
    const instead = kept.length > 1 ? node.type.create(node.attrs, kept) : kept;
    tr.replaceWith(pos, pos + node.nodeSize, instead);
  }
  return tr.docChanged ? tr : null;
}

/** From a caption or a pull quote to the text below it: what stands behind the cursor goes along. */
function leaveLine(editor: Editor): boolean {
  const { $from, $to } = editor.state.selection;
  if (!$from.sameParent($to) || !LINES.has($from.parent.type.name)) return false;
  const { paragraph } = editor.schema.nodes;
  const depth = $from.node(-1).type.name === "gallery" ? $from.depth - 1 : $from.depth;
  return editor.commands.command(({ tr }) => {
    if (!paragraph) return false;
    const isQuote = $from.parent.type.name === "pullQuote";
    const rest = isQuote ? $from.parent.content.cut($to.parentOffset) : null;
    const end = isQuote ? $from.end() : $to.pos;
    tr.delete($from.pos, end);
    const after = tr.mapping.map($from.after(depth));
    tr.insert(after, paragraph.create(null, rest));
    tr.setSelection(Selection.near(tr.doc.resolve(after + 1))).scrollIntoView();
    return true;
  });
}

/** Enter on the empty last line of a box leads out of it. */
function leaveBox(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  const box = $from.depth > 1 ? $from.node(-1) : null;
  if (!empty || box?.type.name !== "factBox" || $from.parent.content.size > 0) return false;
  if (box.childCount < 2 || $from.index(-1) !== box.childCount - 1) return false;
  return editor.commands.command(({ tr }) => {
    const line = $from.parent;
    tr.delete($from.before(), $from.after());
    const after = tr.mapping.map($from.after(-1));
    tr.insert(after, line.type.create());
    tr.setSelection(Selection.near(tr.doc.resolve(after + 1))).scrollIntoView();
    return true;
  });
}

/** Backspace before a caption's first letter chooses the picture; once more takes it away. */
function chooseBlock(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== "picture") return false;
  return editor.commands.command(({ tr }) => {
    tr.setSelection(NodeSelection.create(tr.doc, $from.before()));
    return true;
  });
}

/** Marks the pictures and boxes that the cursor is in, so that a screen can show what they offer. */
function cursorMarks(state: EditorState): DecorationSet {
  const { $from } = state.selection;
  const marks = Array.from({ length: $from.depth }, (_, above) => $from.depth - above)
    .filter((depth) => $from.node(depth).type.spec.group === "standing")
    .map((depth) => Decoration.node($from.before(depth), $from.after(depth), { class: "has-cursor" }));
  return DecorationSet.create(state.doc, marks);
}

/** Signs that would begin a heading or a list in a paragraph are letters in a caption. */
function typeIntoCaption(view: EditorView, from: number, to: number, typed: string): boolean {
  const { $from } = view.state.selection;
  if ($from.parent.type.name !== "picture") return false;
  if (/\p{L}/u.test($from.parent.textBetween(0, $from.parentOffset))) return false;
  view.dispatch(view.state.tr.insertText(typed, from, to).scrollIntoView());
  return true;
}

const move =
  (step: -1 | 1) =>
  ({ editor }: { editor: Editor }) =>
    editor.commands.command(({ tr }) => moveBlock(tr, step));

export const BlocksAtWork = Extension.create({
  name: "blocksAtWork",
  priority: 200,
  addKeyboardShortcuts: () => ({
    // biome-ignore lint/correctness/noComponentHookFactories: the name of a key
    Enter: ({ editor }) => leaveLine(editor) || leaveBox(editor),
    // biome-ignore lint/correctness/noComponentHookFactories: the name of a key
    Backspace: ({ editor }) => chooseBlock(editor),
    "Alt-Shift-ArrowUp": move(-1),
    "Alt-Shift-ArrowDown": move(1),
  }),
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("blocksAtWork"),
      props: { handleTextInput: typeIntoCaption, decorations: cursorMarks },
      filterTransaction: (tr) => !turnsPicture(tr),
      appendTransaction: (transactions, _before, state) =>
        transactions.some((tr) => tr.docChanged && !isColleagues(tr)) ? tidyPictures(state) : null,
    }),
  ],
});
