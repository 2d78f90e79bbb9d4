import type { Editor } from "@tiptap/react";
import { useEffect, useState } from "react";
import { countWords } from "#domain/document/to-text.ts";
import { documentOf } from "../editor/body-editor.ts";

const PAUSE_MS = 300;

/** How many words the body has; counted when the typing pauses, because a long text takes its time. */
export function useWordCount(editor: Editor | null, first: number): number {
  const [words, setWords] = useState(first);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setWords(countWords(documentOf(editor))), PAUSE_MS);
    };
    editor.on("transaction", count);
    return () => {
      clearTimeout(timer);
      editor.off("transaction", count);
    };
  }, [editor]);
  return words;
}
