import { useEffect, useRef, useState } from "react";
import type { Act } from "../../auth/use-act.ts";
import type { PreviewAsked } from "./preview-pane.client.tsx";

/** So long after the last keystroke is a page printed. */
const REST_MS = 350;

/**
 * The page for what is on the screen, a moment after it rests. While something can't be printed
 * the last page stays, and a sentence says why.
 */
export function usePreview(
  asked: PreviewAsked,
  preview: Act<PreviewAsked, { html: string }>,
  noAnswer: string,
) {
  const [html, setHtml] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef(0);
  const key = JSON.stringify(asked);
  useEffect(() => {
    newest.current += 1;
    const turn = newest.current;
    const rest = setTimeout(async () => {
      const answer = await preview(JSON.parse(key)).then(
        (given) => given,
        () => ({ ok: false as const, problem: { kind: "unavailable", message: noAnswer } }),
      );
      if (turn !== newest.current) return;
      setProblem(answer.ok ? null : answer.problem.message);
      if (answer.ok) setHtml(answer.value.html);
    }, REST_MS);
    return () => clearTimeout(rest);
  }, [key, preview, noAnswer]);
  return { html, problem };
}
