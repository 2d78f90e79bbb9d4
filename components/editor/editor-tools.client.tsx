"use client";
import type { Editor } from "@tiptap/react";
import { lazy, Suspense } from "react";
import type { Language } from "#domain/vocabulary.ts";
import type { Snippet } from "#domain/writing/snippets.ts";
import type { Asked } from "./insertions.ts";
import { Toolbar } from "./toolbar.client.tsx";

const WritingAids = lazy(() =>
  import("./aids/writing-aids.client.tsx").then(({ WritingAids: loaded }) => ({ default: loaded })),
);
const FindBar = lazy(() =>
  import("./aids/find-bar.client.tsx").then(({ FindBar: loaded }) => ({ default: loaded })),
);

type EditorToolsProps = {
  editor: Editor | null;
  isMac: boolean;
  language: Language;
  asking: {
    ask: (asked: Asked) => void;
    isFinding: boolean;
    endFinding: () => void;
    listSnippets: () => Promise<Snippet[]>;
  };
};

/** The tools over the text; what helps while one writes follows when the text is there. */
export function EditorTools({ editor, isMac, language, asking }: EditorToolsProps) {
  return (
    <>
      <Toolbar editor={editor} isMac={isMac} onAsk={asking.ask} />
      {editor && (
        <Suspense>
          {asking.isFinding && <FindBar editor={editor} language={language} onClose={asking.endFinding} />}
          <WritingAids editor={editor} onAsk={asking.ask} listSnippets={asking.listSnippets} />
        </Suspense>
      )}
    </>
  );
}
