/** Which paragraph an update's notice is about: what the editor chose, else the only one that changed. */
import type { Editor } from "@tiptap/react";
import { useEffect, useMemo, useState } from "react";
import { changedBlocks, removedParagraphs } from "#domain/document/changed-paragraphs.ts";
import { numberedParagraphs } from "#domain/document/paragraphs.ts";
import { documentOf } from "../editor/body-editor.ts";
import { useStory } from "./story-context.ts";

export function useAboutParagraph(editor: Editor | null) {
  const { desk, actions } = useStory();
  const [document] = useState(() => editor && documentOf(editor));
  const paragraphs = useMemo(
    () => (document ? numberedParagraphs(document).filter(({ id }) => id !== "") : []),
    [document],
  );
  const [proposed, setProposed] = useState<string | null>(null);
  /** Null until somebody chooses; "" is the whole story. */
  const [chosen, setChosen] = useState<string | null>(null);
  const liveRevisionId = desk.livePublication?.revisionId;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    if (!document || !liveRevisionId) return;
    let isOpen = true;
    // Without an answer nothing is proposed: the choice is still there.
    const nothing = () => null;
    void actions.lookAt({ revisionId: liveRevisionId }).then((answer) => {
      if (!isOpen || !answer.ok) return;
      const live = answer.value.document;
      const [block, ...more] = changedBlocks(live, document);
      if (more.length > 0 || removedParagraphs(live, document).length > 0) return;
      setProposed(paragraphs.find(({ id }) => id === block?.id)?.id ?? null);
    }, nothing);
    return () => {
      isOpen = false;
    };
  }, []);

  return { paragraphs, about: chosen ?? proposed ?? "", choose: setChosen };
}
