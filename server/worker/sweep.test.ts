import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { shareCards } from "#db/schema-circulation.ts";
import { aLiveStory } from "#domain/testing/a-story.ts";
import { noon, test } from "#domain/testing/test.ts";
import { sweepExpired } from "./sweep.ts";

const daysAgo = (days: number) => new Date(noon.getTime() - days * 86_400_000);

test("a share card goes a month after another took its place, and the newest never", async ({ scene }) => {
  const { storyId, publicationId } = await aLiveStory(scene);
  const card = (name: string, days: number) => ({
    ...{ storyId, publicationId, name, width: 1200, height: 630, bytes: 1, createdAt: daysAgo(days) },
  });
  await scene.db.insert(shareCards).values([card("oldest", 90), card("older", 60), card("newer", 29)]);
  const alone = await aLiveStory(scene);
  await scene.db
    .insert(shareCards)
    .values({ ...card("alone", 400), storyId: alone.storyId, publicationId: alone.publicationId });
  expect((await sweepExpired(scene.url, noon)).cards).toBe(1);
  const left = await scene.db
    .select({ name: shareCards.name })
    .from(shareCards)
    .where(eq(shareCards.storyId, storyId))
    .orderBy(asc(shareCards.createdAt));
  expect(left.map(({ name }) => name)).toEqual(["older", "newer"]);
  expect((await sweepExpired(scene.url, noon)).cards).toBe(0);
});
