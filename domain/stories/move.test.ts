import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { events, stories } from "#db/schema.ts";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { test } from "../testing/test.ts";
import { approveStory, sendBackStory, submitStory } from "./move.ts";

test("a story goes from writing over review to ready, and back when an editor says so", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  expect(await submitStory(scene.as(rawa), story)).toEqual({ stage: "review" });
  expect(await approveStory(scene.as(dilan), story)).toEqual({ stage: "ready" });
  expect(await sendBackStory(scene.as(dilan), story)).toEqual({ stage: "writing" });
  const [row] = await scene.db.select().from(stories).where(eq(stories.id, story.storyId));
  expect(row?.approvedRevisionId).toBeNull();
  const acts = await scene.db
    .select({ act: events.act })
    .from(events)
    .where(eq(events.storyId, story.storyId));
  expect(acts.map(({ act }) => act)).toEqual(
    expect.arrayContaining(["story.submitted", "story.approved", "story.sent-back"]),
  );
});

test("an approval names the text that was read: newer text isn't approved by it", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  await submitStory(scene.as(rawa), story);
  await saveAgain(scene.as(rawa), story.storyId, story.revisionId, { fields: { kicker: "After the fact" } });
  await expect(approveStory(scene.as(dilan), story)).rejects.toMatchObject({ kind: "conflict" });
});

test("a reporter can submit a live story's pending change, and can't approve anything", async ({ scene }) => {
  const { rawa } = scene.newsroom;
  const live = await aLiveStory(scene);
  const saved = await saveAgain(scene.as(rawa), live.storyId, live.revisionId, {
    fields: { kicker: "More" },
  });
  const change = { storyId: live.storyId, revisionId: saved.revisionId };
  expect(await submitStory(scene.as(rawa), change)).toEqual({ stage: "review" });
  await expect(approveStory(scene.as(rawa), change)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(sendBackStory(scene.as(rawa), change)).rejects.toMatchObject({ kind: "forbidden" });
});

test("a live story with nothing pending has nothing to submit", async ({ scene }) => {
  const live = await aLiveStory(scene);
  await expect(submitStory(scene.as(scene.newsroom.dilan), live)).rejects.toMatchObject({ kind: "conflict" });
});
