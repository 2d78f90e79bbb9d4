/** The outlet's lists on this screen, with the names that were added here since it was opened. */
import { useCallback, useState } from "react";
import type { Language } from "#domain/vocabulary.ts";
import type { DeskActions, StoryChoices, Word, WordKind } from "./actions.ts";

const LIST = {
  contributor: "contributors",
  topic: "topics",
  place: "places",
  agency: "agencies",
} as const satisfies Record<WordKind, keyof StoryChoices>;

type Parts = {
  given: StoryChoices;
  language: Language;
  add: DeskActions["addWord"];
  onRefused: (sentence: string) => void;
};

export function useChoices({ given, language, add, onRefused }: Parts) {
  const [choices, setChoices] = useState(given);
  const addWord = useCallback(
    async (kind: WordKind, label: string): Promise<Word | null> => {
      const answer = await add({ kind, label, language });
      if (!answer.ok) {
        onRefused(answer.problem.message);
        return null;
      }
      const list = LIST[kind];
      setChoices((now) => ({
        ...now,
        [list]: [...now[list].filter(({ id }) => id !== answer.value.id), answer.value],
      }));
      return answer.value;
    },
    [add, language, onRefused],
  );
  return { choices, addWord };
}
