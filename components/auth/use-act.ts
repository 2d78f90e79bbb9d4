import { useCallback, useState } from "react";

/** What a server action answers. */
export type Answer<V> = { ok: true; value: V } | { ok: false; problem: ActProblem };
export type ActProblem = {
  kind: string;
  message: string;
  field?: string;
  details?: Readonly<Record<string, unknown>>;
};
export type Act<I, V> = (input: I) => Promise<Answer<V>>;

/**
 * One act at a time from a form or a button: while it is under way, and the problem that came of
 * it. `perform` gives the value, or null when it wasn't done; no answer at all is a problem too.
 */
export function useAct(noAnswer: string) {
  const [isActing, setIsActing] = useState(false);
  const [problem, setProblem] = useState<ActProblem | null>(null);
  const perform = useCallback(
    async <V>(act: () => Promise<Answer<V>>): Promise<V | null> => {
      setIsActing(true);
      setProblem(null);
      const lost: Answer<V> = { ok: false, problem: { kind: "unavailable", message: noAnswer } };
      const answer = await act().then(
        (given) => given,
        () => lost,
      );
      setIsActing(false);
      if (answer.ok) return answer.value;
      setProblem(answer.problem);
      return null;
    },
    [noAnswer],
  );
  return { isActing, problem, perform, clearProblem: useCallback(() => setProblem(null), []) };
}

/** The sentence for one field, when the problem is about it. */
export function errorOf(problem: ActProblem | null, field: string): string | null {
  const issues = problem?.details?.issues;
  if (Array.isArray(issues)) {
    const issue = issues.find((each: { field?: unknown }) => each.field === field);
    if (issue) return String(issue.message);
  }
  return problem?.field === field ? problem.message : null;
}

/** Whether the problem is about a field of one of these groups. */
export function isAbout(problem: ActProblem | null, ...groups: string[]): boolean {
  const issues: { field?: unknown }[] = Array.isArray(problem?.details?.issues) ? problem.details.issues : [];
  const fields = [problem?.field, ...issues.map(({ field }) => field)];
  return fields.some((field) => groups.some((group) => String(field ?? "").startsWith(group)));
}
