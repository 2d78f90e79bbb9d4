/** Marks blocks that both sides had changed, on this screen only: "merged 21:04, look here". */
import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

type Marked = { blocks: ReadonlySet<string>; words: string };

const key = new PluginKey<Marked>("mergedHere");
const NOTHING: Marked = { blocks: new Set(), words: "" };

export const MergedHere = Extension.create({
  name: "mergedHere",
  addProseMirrorPlugins: () => [
    new Plugin<Marked>({
      key,
      state: {
        init: () => NOTHING,
        apply: (tr, marked) => tr.getMeta(key) ?? marked,
      },
      props: {
        decorations(state) {
          const marked = key.getState(state) ?? NOTHING;
          if (marked.blocks.size === 0) return null;
          const found: Decoration[] = [];
          state.doc.descendants((node, pos) => {
            if (marked.blocks.has(node.attrs.id)) {
              const attrs = { class: "merged-here", "data-merged": marked.words };
              found.push(Decoration.node(pos, pos + node.nodeSize, attrs));
            }
            return !node.isTextblock;
          });
          return DecorationSet.create(state.doc, found);
        },
      },
    }),
  ],
});

export function markMerged(editor: Editor, blocks: readonly string[], words: string): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { blocks: new Set(blocks), words }));
}

/** Brings the first of them into view. */
export function lookAtMerged(editor: Editor): void {
  editor.view.dom.querySelector(".merged-here")?.scrollIntoView({ block: "center", behavior: "smooth" });
}
