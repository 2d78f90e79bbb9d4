/** What went wrong, in kinds that every boundary (action, route, collab) knows how to answer. */
export const PROBLEM_KINDS = [
  "invalid",
  "signed-out",
  "forbidden",
  "missing",
  "conflict",
  "unavailable",
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/**
 * A failure that a person must hear. `message` is a whole sentence for that person;
 * `field` names the input that it is about, `details` carries what a screen needs to act on it.
 */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly field: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(
    kind: ProblemKind,
    message: string,
    more: { field?: string; details?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = "Problem";
    this.kind = kind;
    this.field = more.field;
    this.details = more.details;
  }
}

/**
 * The same sentence for "isn't there" and "isn't yours to see", so that ids can't be probed.
 */
export function missing(what: string): Problem {
  return new Problem("missing", `There is no such ${what}, or it isn't open to you.`);
}
