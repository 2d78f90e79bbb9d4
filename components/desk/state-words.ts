/** Which word says where a story stands: what readers have comes first, then the work. Pure. */
import type { LiveState, Stage } from "#domain/vocabulary.ts";
import type { Tone } from "../ui/badge.tsx";

export type StateKey = "writing" | "review" | "ready" | "live" | "livePending" | "withdrawn" | "killed";

export function stateOf({ stage, live }: { stage: Stage | null; live: LiveState }): StateKey {
  if (live === "published") return stage === null ? "live" : "livePending";
  if (live === "withdrawn" || live === "killed") return live;
  return stage ?? "writing";
}

export const STATE_TONES: Record<StateKey, Tone> = {
  writing: "neutral",
  review: "accent",
  ready: "care",
  live: "good",
  livePending: "good",
  withdrawn: "bad",
  killed: "bad",
};
