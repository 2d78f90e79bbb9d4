"use client";
import type { Editor } from "@tiptap/react";
import type { StoredDocument } from "#db/shapes.ts";
import { SCHEMA_VERSION } from "#domain/document/nodes.ts";
import { SnippetDialog } from "../writing/snippet-dialog.client.tsx";
import { useStory } from "./story-context.ts";
import type { Moves } from "./use-moves.ts";

/** Keeps the words that are chosen in the text under a name; without any, an empty snippet to write. */
export function SnippetOfWords({ editor, moves }: { editor: Editor; moves: Moves }) {
  const { desk, languages, actions } = useStory();
  return (
    <SnippetDialog
      draft={{ name: "", language: desk.story.language, owner: "own", document: chosenWords(editor) }}
      languages={languages}
      mayShare={desk.may.keepWords}
      keep={actions.writing.snippets.keep}
      onKept={() => moves.tell({ kind: "snippetSaved" })}
      onClose={moves.close}
    />
  );
}

function chosenWords({ state }: Editor): StoredDocument {
  const chosen = state.selection.empty ? null : JSON.parse(JSON.stringify(state.selection.content().content));
  const content = Array.isArray(chosen) && chosen.length > 0 ? chosen : [{ type: "paragraph" }];
  return { schemaVersion: SCHEMA_VERSION, doc: { type: "doc", content } };
}
