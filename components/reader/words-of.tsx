import { isolateRuns } from "#domain/languages/isolates.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";

/** A line of the newsroom's text: scores, sums and telephone numbers hold together in right-to-left lines. */
export function WordsOf({ text, language }: { text: string; language: Language }) {
  if (LANGUAGES[language].direction === "ltr") return text;
  return isolateRuns(text).map((run, place) =>
    run.isolate ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: printed once, never reordered
      <bdi dir="ltr" key={place}>
        {run.text}
      </bdi>
    ) : (
      run.text
    ),
  );
}
