/** What the text's own tools ask of the screen: a dialog, the picker, the bar for finding. */
import { useCallback, useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import type { Snippet } from "#domain/writing/snippets.ts";
import type { Asked } from "../editor/insertions.ts";
import type { DeskActions } from "./actions.ts";
import type { useBodyTools } from "./use-body-tools.ts";
import type { Moves } from "./use-moves.ts";

type Parts = {
  moves: Moves;
  pictures: ReturnType<typeof useBodyTools>;
  actions: DeskActions;
  language: Language;
};

export function useAsking({ moves, pictures, actions, language }: Parts) {
  const [isFinding, setFinding] = useState(false);
  const ask = (asked: Asked) => {
    if (asked === "find") setFinding(true);
    else if (asked === "addPicture" || asked === "gallery")
      pictures.addPictures({ isSeveral: asked === "gallery" });
    else moves.open(asked);
  };
  const { list } = actions.writing.snippets;
  const listSnippets = useCallback(async (): Promise<Snippet[]> => {
    const answer = await list({ language });
    return answer.ok ? answer.value : [];
  }, [list, language]);
  return { ask, isFinding, endFinding: () => setFinding(false), listSnippets };
}
