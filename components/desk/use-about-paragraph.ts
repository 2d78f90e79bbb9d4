/**
 * Which paragraph an update's notice is about: the only one that changed, until the editor chooses.
 * What is chosen when the dialog opens stays chosen: Enter may follow at once, and publishes what the
 * editor saw. So the text that readers have is fetched before, and one that comes too late is not used.
 */
import type { Editor } from "@tiptap/react";
import { useMemo, useState } from "react";
import type { StoredDocument } from "#db/shapes.ts";
import { numberedParagraphs } from "#domain/document/paragraphs.ts";
import { proposedParagraph } from "#domain/document/proposed-paragraph.ts";
import { documentOf } from "../editor/body-editor.ts";

/** `live`: what readers have; null: not known. */
export function useAboutParagraph(editor: Editor | null, live: StoredDocument | null) {
  const [document] = useState(() => editor && documentOf(editor));
  const paragraphs = useMemo(
    () => (document ? numberedParagraphs(document).filter(({ id }) => id !== "") : []),
    [document],
  );
  /** "" is the whole story. */
  const [about, choose] = useState(() => (live && document && proposedParagraph(live, document)) ?? "");
  return { paragraphs, about, choose };
}
