/** The outlet's lists on this screen, with the names that were added here since it was opened. */
import { useCallback, useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import type { DeskActions, StoryChoices, Word, WordKind } from "./actions.ts";

const LIST = {
  contributor: ["contributors", "addContributor"],
  topic: ["topics", "addTopic"],
  place: ["places", "addPlace"],
  agency: ["agencies", "addAgency"],
} as const satisfies Record<WordKind, [keyof StoryChoices, keyof DeskActions]>;

type Parts = {
  given: StoryChoices;
  language: Language;
  actions: DeskActions;
  onRefused: (sentence: string) => void;
};

export function useChoices({ given, language, actions, onRefused }: Parts) {
  const [choices, setChoices] = useState(given);
  const addWord = useCallback(
    async (kind: WordKind, label: string): Promise<Word | null> => {
      const [list, add] = LIST[kind];
      const answer = await actions[add]({ label, language });
      if (!answer.ok) {
        onRefused(answer.problem.message);
        return null;
      }
      setChoices((now) => ({
        ...now,
        [list]: [...now[list].filter(({ id }) => id !== answer.value.id), answer.value],
      }));
      return answer.value;
    },
    [actions, language, onRefused],
  );
  return { choices, addWord };
}
