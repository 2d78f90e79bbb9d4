import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { readerShareTotals } from "#db/reader.ts";
import { shareCounts } from "#db/schema-circulation.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { noon, test } from "../testing/test.ts";
import { addShares } from "./add-shares.ts";

const machine = { kind: "system", name: "Share counts" } as const;

test("shares add up by story, way and the newsroom's own day, and readers see their sum", async ({
  scene,
}) => {
  const { storyId, storyNumber } = await aLiveStory(scene);
  const evening = new Date("2026-01-12T20:59:00Z");
  const nextDay = new Date("2026-01-12T21:01:00Z");
  const pressed = [{ storyNumber, channel: "whatsapp" as const, shares: 2 }];
  for (const at of [noon, evening, nextDay]) await addShares(scene.as(machine, at), pressed);
  await addShares(scene.as(machine), [{ storyNumber, channel: "x", shares: 1 }]);
  const rows = await scene.db
    .select()
    .from(shareCounts)
    .where(eq(shareCounts.storyId, storyId))
    .orderBy(asc(shareCounts.day), asc(shareCounts.channel));
  expect(rows).toEqual([
    { storyId, channel: "whatsapp", day: "2026-01-12", shares: 4 },
    { storyId, channel: "x", day: "2026-01-12", shares: 1 },
    { storyId, channel: "whatsapp", day: "2026-01-13", shares: 2 },
  ]);
  const [total] = await scene.db
    .select()
    .from(readerShareTotals)
    .where(eq(readerShareTotals.storyId, storyId));
  expect(total?.shares).toBe(7);
});

test("drafts, withdrawn stories and numbers that never were aren't counted, and no person may count", async ({
  scene,
}) => {
  const draft = await aStory(scene, { by: scene.newsroom.rawa });
  const gone = await aLiveStory(scene);
  await withdrawStory(scene.as(scene.newsroom.dilan), { storyId: gone.storyId, note: "" });
  const before = await scene.db.select().from(shareCounts);
  const pressed = [draft.number, gone.storyNumber, 999_999].map((storyNumber) => ({
    storyNumber,
    channel: "x" as const,
    shares: 9,
  }));
  await addShares(scene.as(machine), pressed);
  expect(await scene.db.select().from(shareCounts)).toEqual(before);
  await expect(addShares(scene.as(scene.newsroom.hana), pressed)).rejects.toMatchObject({
    kind: "forbidden",
  });
});
