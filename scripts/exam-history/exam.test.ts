import { expect } from "vitest";
import { noon, test } from "#domain/testing/test.ts";
import { dice } from "#server/front/testing/judge.ts";
import { liveThroughDay } from "./day.ts";
import { judge } from "./judge.ts";
import { byAgeAlone, realPruning } from "./prunings.ts";

const short = { edits: 9000, startsAt: noon, hours: 1.5 };
const anHourLater = (at: Date) => new Date(at.getTime() + 3_600_000);

test("after a short day nothing that stood out is lost, and little else is there", async ({ scene }) => {
  const chance = dice(41);
  const day = await liveThroughDay({
    ...{ ...short, scene, chance },
    onTenMinutes: (now, storyId) => realPruning(scene, now, storyId),
  });
  await realPruning(scene, anHourLater(day.endsAt), day.storyId);
  const { rows, lost, inexact, forgotten } = await judge(scene, day);
  expect({ lost, inexact, forgotten }).toEqual({ lost: [], inexact: [], forgotten: [] });
  expect(day.saves).toBeGreaterThan(300);
  expect(rows).toBeLessThan(60);
});

test("a pruning by age alone is found out", async ({ scene }) => {
  const day = await liveThroughDay({
    ...{ ...short, scene, chance: dice(42) },
    onTenMinutes: (now, storyId) => byAgeAlone(scene, now, storyId),
  });
  const { lost } = await judge(scene, day);
  expect(lost.length).toBeGreaterThan(0);
});
