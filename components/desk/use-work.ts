/** Doing something to an open story: one thing at a time, and a sentence when it was refused. */
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import type { Answer, Autosave } from "../editor/autosave.ts";
import type { Draft } from "./actions.ts";

export type Work = {
  /** What is being done now, by name; null: nothing. */
  doing: string | null;
  problem: string | null;
  clearProblem: () => void;
  /** Saves what is on the screen, then does it with that revision. Null when it wasn't done. */
  perform: <R>(name: string, act: (revisionId: string) => Promise<Answer<R>>) => Promise<R | null>;
};

export type Sentences = { noAnswer: string; notSaved: string; readersBehind: string };

export function useWork(autosave: Autosave<Draft>, sentences: Sentences): Work {
  const router = useRouter();
  const [doing, setDoing] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { noAnswer, notSaved, readersBehind } = sentences;
  const perform = useCallback<Work["perform"]>(
    async (name, act) => {
      setDoing(name);
      setProblem(null);
      const isSaved = await autosave.flush();
      const answer = isSaved
        ? await act(autosave.state().revisionId).then(
            (given) => given,
            () => null,
          )
        : null;
      setDoing(null);
      if (answer?.ok) {
        if (answer.readersBehind) setProblem(readersBehind);
        router.refresh();
        return answer.value;
      }
      setProblem(isSaved ? (answer?.problem.message ?? noAnswer) : (autosave.state().sentence ?? notSaved));
      return null;
    },
    [autosave, router, noAnswer, notSaved, readersBehind],
  );
  return { doing, problem, clearProblem: useCallback(() => setProblem(null), []), perform };
}
