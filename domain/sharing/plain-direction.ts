import { isolateRuns } from "../languages/isolates.ts";
import { LANGUAGES, type Language } from "../vocabulary.ts";

const RIGHT_TO_LEFT_MARK = "\u200f";
const LEFT_TO_RIGHT_MARK = "\u200e";
const ISOLATE = ["\u2066", "\u2069"] as const;
const FIRST_LETTER = /\p{L}/u;
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/**
 * A line of text for a place that knows no markup (a message, a post, a drawing), where the first
 * letter decides the direction and numbers fall apart: marked with Unicode's own characters (UAX
 * #9) so that it reads as on our page. Text that reads right by itself stays as it is.
 */
export function inPlainDirection(text: string, language: Language): string {
  const isFromRight = LANGUAGES[language].direction === "rtl";
  const held = isFromRight
    ? isolateRuns(text)
        .map((run) => (run.isolate ? ISOLATE[0] + run.text + ISOLATE[1] : run.text))
        .join("")
    : text;
  const first = FIRST_LETTER.exec(text)?.[0] ?? "";
  if (FROM_THE_RIGHT.test(first) === isFromRight && first !== "") return held;
  return (isFromRight ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK) + held;
}
