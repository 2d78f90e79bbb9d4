/** The Tiptap editor of a story's body: which extensions, what is pasted, what counts as typing. */

import { Placeholder } from "@tiptap/extensions/placeholder";
import { type Content, type Editor, useEditor } from "@tiptap/react";
import type { StoredDocument } from "#db/shapes.ts";
import { SCHEMA_VERSION } from "#domain/document/nodes.ts";
import { editorExtensionsFor } from "#domain/document/schema.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { withViews } from "./blocks/block-views.ts";
import { filesIn, pasteIntoLine, spotUnder } from "./files.ts";
import { cleanPastedHtml, cleanPastedText } from "./paste.ts";

type BodyParts = {
  language: Language;
  document: StoredDocument;
  isEditable: boolean;
  label: string;
  placeholder?: string;
  onTyped?: () => void;
  /** Pictures that were dropped or pasted, and where. */
  onFiles?: (files: File[], at: number | null) => void;
};

/** Null on the server and for the first moment in the browser. */
export function useBodyEditor(parts: BodyParts): Editor | null {
  const { language, document, isEditable, label, placeholder, onTyped, onFiles } = parts;
  return useEditor({
    extensions: [
      ...withViews(editorExtensionsFor(language)),
      ...(placeholder === undefined ? [] : [Placeholder.configure({ placeholder })]),
    ],
    content: document.doc,
    editable: isEditable,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    enableContentCheck: true,
    editorProps: {
      attributes: {
        class: "story-body",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label,
        "aria-readonly": String(!isEditable),
        lang: language,
        dir: LANGUAGES[language].direction,
        spellcheck: "true",
      },
      transformPastedHTML: (html) => cleanPastedHtml(html, language),
      transformPastedText: (text) => cleanPastedText(text, language),
      handlePaste: (view, event) => {
        const files = onFiles ? filesIn(event.clipboardData) : [];
        if (files.length > 0) onFiles?.(files, null);
        return files.length > 0 || pasteIntoLine(view, event.clipboardData, language);
      },
      handleDrop: (view, event, _slice, isMoved) => {
        const files = onFiles && !isMoved ? filesIn(event.dataTransfer) : [];
        if (files.length > 0) onFiles?.(files, spotUnder(view, event));
        return files.length > 0;
      },
    },
    // Naming blocks on opening is no typing: it must not make a revision of a story only looked at.
    onUpdate: ({ transaction }) => {
      if (transaction.getMeta("addToHistory") !== false) onTyped?.();
    },
  });
}

/**
 * The body as it stands on the screen. Copied through text: ProseMirror's attributes have no
 * prototype, and React sends such objects to a server action as nothing but a reference.
 */
export function documentOf(editor: Editor): StoredDocument {
  return { schemaVersion: SCHEMA_VERSION, doc: JSON.parse(JSON.stringify(editor.getJSON())) };
}

/** Puts another text on the screen without that counting as typing; undo brings the former back. */
export function showDocument(editor: Editor, document: StoredDocument): void {
  editor.commands.setContent(document.doc as Content, { emitUpdate: false });
}
