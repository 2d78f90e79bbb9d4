/** Shows in the text what is looked for, and where one is among it. */
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { type Found, findInBody } from "#domain/document/find.ts";
import type { Language } from "#domain/vocabulary.ts";

type Finding = { words: string; found: Found[]; at: number };
export type FindingChange = { words?: string; at?: number };

export const FIND = new PluginKey<Finding>("find");

export function findPlugin(language: Language): Plugin<Finding> {
  return new Plugin<Finding>({
    key: FIND,
    state: {
      init: () => ({ words: "", found: [], at: 0 }),
      apply: (tr, before, _old, state) => {
        const change = tr.getMeta(FIND) as FindingChange | undefined;
        if (!change && !tr.docChanged) return before;
        const words = change?.words ?? before.words;
        const found = findInBody(state.doc, words, language);
        const wanted =
          change?.at ?? (change?.words === undefined ? before.at : nearest(found, tr.selection.from));
        return { words, found, at: found.length === 0 ? 0 : Math.min(wanted, found.length - 1) };
      },
    },
    props: {
      decorations: (state) => {
        const finding = FIND.getState(state);
        if (!finding || finding.found.length === 0) return null;
        const marks = finding.found.map(({ from, to }, at) =>
          Decoration.inline(from, to, { class: at === finding.at ? "found found-here" : "found" }),
        );
        return DecorationSet.create(state.doc, marks);
      },
    },
  });
}

/** The first at or behind the cursor, so that looking begins where one is. */
function nearest(found: readonly Found[], cursor: number): number {
  return Math.max(
    0,
    found.findIndex(({ to }) => to >= cursor),
  );
}
