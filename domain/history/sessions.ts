/**
 * A history by the stretches of writing in it: "Rawa and Dilan, 21:02–21:19". A view over
 * revisions, which stay as they are.
 *
 * A stretch ends with five minutes of silence, after half an hour, with a version that was named,
 * submitted, approved or sent out, where something else begins (bringing back, moving in), and
 * where somebody else goes on alone: who takes turns within five minutes writes together.
 */
import type { RevisionKind } from "../vocabulary.ts";

export type Step = {
  id: string;
  seq: number;
  kind: RevisionKind;
  /** Who wrote in it; nobody: the machine. */
  people: readonly string[];
  at: Date;
};

export type Session = {
  steps: readonly Step[];
  first: Step;
  last: Step;
  /** In the order in which they came to it. */
  people: string[];
};

export const SILENCE_MINUTES = 5;
const LONGEST_MINUTES = 30;
const MINUTE = 60_000;

/** Steps in rising order, without those that were kept aside. `ends` are ids of versions that stand out. */
export function sessionsOf(steps: readonly Step[], ends: ReadonlySet<string>): Session[] {
  const sessions: Session[] = [];
  let open: Step[] = [];
  for (const [place, step] of steps.entries()) {
    if (open.length > 0 && isBreak(open, step, steps.slice(place + 1, place + 200), ends)) {
      sessions.push(sessionOf(open));
      open = [];
    }
    open.push(step);
  }
  if (open.length > 0) sessions.push(sessionOf(open));
  return sessions;
}

function isBreak(
  open: readonly Step[],
  next: Step,
  following: readonly Step[],
  ends: ReadonlySet<string>,
): boolean {
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return false;
  const after = (step: Step) => (next.at.getTime() - step.at.getTime()) / MINUTE;
  if (ends.has(last.id) || last.kind !== next.kind) return true;
  if (after(last) > SILENCE_MINUTES || after(first) >= LONGEST_MINUTES) return true;
  const people = new Set(open.flatMap((step) => step.people));
  const isOneOfThem = (step: Step) => step.people.some((personId) => people.has(personId));
  if (isOneOfThem(next) || (people.size === 0 && next.people.length === 0)) return false;
  const soon = following.filter(({ at }) => at.getTime() - next.at.getTime() <= SILENCE_MINUTES * MINUTE);
  return !soon.some(isOneOfThem);
}

function sessionOf(steps: readonly Step[]): Session {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) throw new Error("a session has steps");
  const people = new Set(steps.flatMap((step) => step.people));
  return { steps, first, last, people: [...people] };
}

/** Whether nothing that is written from now on can still belong to it. */
export function isOver({ last }: Session, now: Date): boolean {
  return now.getTime() - last.at.getTime() > 2 * SILENCE_MINUTES * MINUTE;
}
