/** Doing something to an open story: one thing at a time, and a sentence when it was refused. */
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import type { Answer } from "../editor/autosave.ts";
import type { Saver } from "../editor/saver.ts";

export type Work = {
  /** What is being done now, by name; null: nothing. */
  doing: string | null;
  problem: string | null;
  clearProblem: () => void;
  /** Saves what is on the screen, then does it with that revision. Null when it wasn't done. */
  perform: <R>(name: string, act: (revisionId: string) => Promise<Answer<R>>) => Promise<R | null>;
  /** The same for what can't wait for a text that is refused: taking a story back, ending an embargo. */
  performAnyway: Work["perform"];
};

export type Sentences = { noAnswer: string; notSaved: string; readersBehind: string };

export function useWork(saver: Saver, sentences: Sentences): Work {
  const router = useRouter();
  const [doing, setDoing] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { noAnswer, notSaved, readersBehind } = sentences;
  const ask = useCallback(
    async <R>(
      name: string,
      act: (revisionId: string) => Promise<Answer<R>>,
      isReady: () => Promise<boolean>,
    ) => {
      setDoing(name);
      setProblem(null);
      const ready = await isReady();
      const answer = ready
        ? await act(saver.state().revisionId).then(
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
      setProblem(ready ? (answer?.problem.message ?? noAnswer) : (saver.state().sentence ?? notSaved));
      return null;
    },
    [saver, router, noAnswer, notSaved, readersBehind],
  );
  const perform = useCallback<Work["perform"]>((name, act) => ask(name, act, saver.flush), [ask, saver]);
  const performAnyway = useCallback<Work["perform"]>(
    (name, act) => ask(name, act, async () => (await saver.flush()) || true),
    [ask, saver],
  );
  const clearProblem = useCallback(() => setProblem(null), []);
  return { doing, problem, clearProblem, perform, performAnyway };
}
