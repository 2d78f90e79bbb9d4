import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { stories } from "#db/schema.ts";
import { aStory } from "../testing/a-story.ts";
import { test } from "../testing/test.ts";
import { createStory } from "./create.ts";
import { setEmbargo } from "./set-embargo.ts";

test("a story in a second language joins the family and knows where it comes from", async ({ scene }) => {
  const { rawa, shilan } = scene.newsroom;
  const original = await aStory(scene, { by: rawa });
  const ckb = await createStory(scene.as(shilan), { language: "ckb", familyId: original.familyId });
  const [row] = await scene.db.select().from(stories).where(eq(stories.id, ckb.storyId));
  expect(row).toMatchObject({
    familyId: original.familyId,
    relation: "translation",
    sourceStoryId: original.storyId,
  });
  await expect(
    createStory(scene.as(shilan), { language: "ckb", familyId: original.familyId }),
  ).rejects.toMatchObject({ kind: "conflict" });
});

test("a family that an embargo closes to somebody isn't there for them", async ({ scene }) => {
  const { shilan, dilan } = scene.newsroom;
  const original = await aStory(scene, { by: dilan });
  const until = new Date("2026-01-12T18:00:00Z");
  await setEmbargo(scene.as(dilan), { storyId: original.storyId, until, from: "The court", people: [] });
  await expect(
    createStory(scene.as(shilan), { language: "ar", familyId: original.familyId }),
  ).rejects.toMatchObject({ kind: "missing" });
});

test("a new story lacks nothing that publishing needs but a headline", async ({ scene }) => {
  const made = await createStory(scene.as(scene.newsroom.rawa), { language: "en" });
  const [row] = await scene.db.select().from(stories).where(eq(stories.id, made.storyId));
  expect(row).toMatchObject({ stage: "writing", live: "none", sectionId: scene.newsroom.newsId });
});
