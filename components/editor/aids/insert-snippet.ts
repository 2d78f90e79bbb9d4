import type { Editor } from "@tiptap/react";
import type { StoredDocument } from "#db/shapes.ts";

/** A snippet of one paragraph goes into the line as words, anything longer as blocks of its own. */
export function insertSnippet(editor: Editor, { doc }: StoredDocument): void {
  const blocks = doc.content ?? [];
  const [only] = blocks;
  const content = blocks.length === 1 && only?.type === "paragraph" ? (only.content ?? []) : blocks;
  editor
    .chain()
    .focus()
    .insertContent(content.map((node) => ({ ...node, attrs: { ...node.attrs, id: null } })))
    .run();
}
