import { Problem } from "../problem.ts";

/** What the database answered, or a Problem while nobody has set the outlet up: nothing is printed yet. */
export function opened<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new Problem("unavailable", "This newspaper has not opened yet.");
  return answer;
}
