import type { Answer, Autosave } from "./autosave.ts";

type Kept = { revisionId: string; savedAt: Date };

type Parts<D, H extends Kept> = {
  autosave: Autosave<D>;
  /** Asks the newsroom for the newest text. */
  open: () => Promise<Answer<{ head: H }>>;
  show: (theirs: H) => void;
  noAnswer: string;
};

/**
 * Puts a colleague's text on the screen once the server has every word that stood there, also
 * what was typed while theirs was on its way. Answers with the sentence that says why it couldn't
 * be fetched; when the own text couldn't be saved, the saving line says so and the screen stays.
 */
export async function loadTheirs<D, H extends Kept>(parts: Parts<D, H>): Promise<string | null> {
  const { autosave, open, show, noAnswer } = parts;
  if (!(await autosave.flush())) return null;
  const answer = await open().then(
    (given) => given,
    () => null,
  );
  if (!answer?.ok) return answer?.problem.message ?? noAnswer;
  if (!(await autosave.flush())) return null;
  const { head } = answer.value;
  show(head);
  autosave.rebase(head.revisionId, head.savedAt);
  return null;
}
