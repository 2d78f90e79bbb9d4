"use client";
import type { Editor } from "@tiptap/react";
import type { Snippet } from "#domain/writing/snippets.ts";
import type { Asked } from "../insertions.ts";
import { Bubble } from "./bubble.client.tsx";
import { SlashMenu } from "./slash-menu.client.tsx";

type WritingAidsProps = {
  editor: Editor;
  onAsk: (asked: Asked) => void;
  listSnippets: () => Promise<Snippet[]>;
};

/** What helps while one writes and nobody waits for: it comes after the text itself is there. */
export function WritingAids({ editor, onAsk, listSnippets }: WritingAidsProps) {
  return (
    <>
      <SlashMenu editor={editor} onAsk={onAsk} listSnippets={listSnippets} />
      <Bubble editor={editor} onAsk={onAsk} />
    </>
  );
}
