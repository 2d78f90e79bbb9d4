/**
 * The one move table of a story's pending change.
 *
 *   writing ──submit──► review ──approve──► ready ──publish──► (nothing pending)
 *      ▲                  │                   │
 *      └────── send back ─┴───────────────────┘
 *
 * Publishing doesn't go through this table: an editor may publish from any step, and saving
 * into a live story with nothing pending opens a new pending change at "writing".
 */
import { Problem } from "../problem.ts";
import type { Stage } from "../vocabulary.ts";

export type Move = "submit" | "approve" | "send-back";

const MOVES: Record<Move, Partial<Record<Stage, Stage>>> = {
  submit: { writing: "review" },
  approve: { writing: "ready", review: "ready" },
  "send-back": { review: "writing", ready: "writing" },
};

const REFUSED: Record<Move, string> = {
  submit: "Only a story that is being written can be submitted.",
  approve: "Only a story that is being written or was submitted can be approved.",
  "send-back": "Only a submitted or approved story can be sent back.",
};

/** Where the pending change stands after the move; a Problem("conflict") when the table has no such move. */
export function afterMove(move: Move, stage: Stage | null): Stage {
  const next = stage === null ? undefined : MOVES[move][stage];
  if (next === undefined) throw new Problem("conflict", REFUSED[move]);
  return next;
}
