import { expect, test } from "vitest";
import { LANGUAGE_CODES } from "../vocabulary.ts";
import { bylineRuns } from "./byline-runs.ts";
import { bylineLines } from "./reader-words.ts";

test("in pieces a byline says what it says in one, in every language", () => {
  const byline = [
    { name: "Rawa", role: "writing" },
    { name: "Dana", role: "photos" },
    { name: "Soran 2", role: "writing" },
    { name: "Shilan", role: "writing" },
  ] as const;
  for (const language of LANGUAGE_CODES) {
    const lines = bylineRuns(byline, language).map((runs) =>
      runs.map((run) => ("signer" in run ? run.signer.name : run.text)).join(""),
    );
    expect(lines).toEqual(bylineLines(byline, language));
  }
});
