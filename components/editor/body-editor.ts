/** The Tiptap editor of a story's body: which extensions, what is pasted, what counts as typing. */

import { Placeholder } from "@tiptap/extensions/placeholder";
import { type Content, type Editor, type Extensions, type UseEditorOptions, useEditor } from "@tiptap/react";
import { useEffect } from "react";
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
  /** Where colleagues write too: what stands there is shown, not `document`. */
  room?: BodyRoom | null;
  /** Pictures that were dropped or pasted, and where. */
  onFiles?: (files: File[], at: number | null) => void;
};

/** What a room adds to the editor, and the part of its document that is the body. */
export type BodyRoom = { extensions: Extensions };

/** A room undoes what oneself did, so the editor's own undoing stays out. */
function extensionsFor(language: Language, room: BodyRoom | null | undefined): Extensions {
  const extensions = withViews(editorExtensionsFor(language));
  if (!room) return extensions;
  return [...extensions.filter(({ name }) => name !== "undoRedo"), ...room.extensions];
}

/** Null on the server and for the first moment in the browser. */
export function useBodyEditor(parts: BodyParts): Editor | null {
  const { language, document, isEditable, label, placeholder, onTyped, onFiles, room } = parts;
  const options = {
    extensions: [
      ...extensionsFor(language, room),
      ...(placeholder === undefined ? [] : [Placeholder.configure({ placeholder })]),
    ],
    ...(room ? {} : { content: document.doc }),
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
  } satisfies UseEditorOptions;
  const editor = useEditor(options, [room]);
  useEffect(() => {
    if (editor?.isEditable === isEditable) return;
    editor?.setOptions({ editorProps: options.editorProps });
    editor?.setEditable(isEditable, false);
  });
  return editor;
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
