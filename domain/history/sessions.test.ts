import { expect, test } from "vitest";
import { type Session, type Step, sessionsOf } from "./sessions.ts";

const at = (minutes: number) => new Date(Date.parse("2026-01-12T18:00:00Z") + minutes * 60_000);

/** "rawa 0 1 2, dilan 3": who saved, at which minutes. */
function history(line: string, kind: Step["kind"] = "save"): Step[] {
  return line
    .split(", ")
    .flatMap((turn) => {
      const [who = "", ...minutes] = turn.split(" ");
      return minutes.map((minute) => ({ who, minute: Number(minute) }));
    })
    .toSorted((a, b) => a.minute - b.minute)
    .map(({ who, minute }, place) => ({
      ...{ id: `r${place + 1}`, seq: place + 1, kind, people: [who], at: at(minute) },
    }));
}

const told = (sessions: readonly Session[]) =>
  sessions.map(({ people, first, last }) => `${people.join("+")} ${first.id}-${last.id}`);
const none = new Set<string>();

test("who writes without a pause of five minutes writes one stretch", () => {
  expect(told(sessionsOf(history("rawa 0 1 5 9 14 20 21"), none))).toEqual(["rawa r1-r5", "rawa r6-r7"]);
});

test("two who take turns write together; who goes on alone begins anew", () => {
  expect(told(sessionsOf(history("rawa 0 2 4 6, dilan 1 3 5"), none))).toEqual(["rawa+dilan r1-r7"]);
  expect(told(sessionsOf(history("rawa 0 1 2, dilan 3 4 5"), none))).toEqual(["rawa r1-r3", "dilan r4-r6"]);
});

test("a version that stands out ends its stretch, and so does half an hour", () => {
  expect(told(sessionsOf(history("rawa 0 1 2 3"), new Set(["r2"])))).toEqual(["rawa r1-r2", "rawa r3-r4"]);
  const long = Array.from({ length: 20 }, (_, place) => place * 3).join(" ");
  expect(told(sessionsOf(history(`rawa ${long}`), none))).toEqual(["rawa r1-r10", "rawa r11-r20"]);
});

test("bringing back is a line of its own", () => {
  const steps = history("rawa 0 1 2 3");
  const back = steps.map((step) => (step.id === "r3" ? { ...step, kind: "restore" as const } : step));
  expect(told(sessionsOf(back, none))).toEqual(["rawa r1-r2", "rawa r3-r3", "rawa r4-r4"]);
});

test("no revisions, no stretches", () => {
  expect(sessionsOf([], none)).toEqual([]);
});
