import { expect } from "vitest";
import { restoreRevision } from "../history/restore.ts";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { test } from "../testing/test.ts";
import { getDeskStory } from "./find.ts";
import { getRevision, listRevisions } from "./revisions.ts";

test("an older text comes back as a new revision; what stood between is still there", async ({ scene }) => {
  const { rawa } = scene.newsroom;
  const ctx = scene.as(rawa);
  const story = await aStory(scene, { by: rawa, document: doc(p("The first words.")) });
  const second = await saveAgain(ctx, story.storyId, story.revisionId, {
    document: doc(p("The second words.")),
  });
  const restored = await restoreRevision(ctx, {
    storyId: story.storyId,
    revisionId: story.revisionId,
    baseRevisionId: second.revisionId,
  });
  const { head } = await getDeskStory(ctx, story);
  expect(head.revisionId).toBe(restored.revisionId);
  expect(JSON.stringify(head.document)).toContain("The first words.");
  const history = await listRevisions(ctx, { storyId: story.storyId, limit: 10 });
  expect(history.map(({ kind }) => kind)).toEqual(["restore", "save", "save", "save"]);
  const between = await getRevision(ctx, { revisionId: second.revisionId });
  expect(JSON.stringify(between.document)).toContain("The second words.");
});

test("restoring is refused when a colleague wrote since, and to whom the story is closed", async ({
  scene,
}) => {
  const { rawa, shilan, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  await saveAgain(scene.as(dilan), story.storyId, story.revisionId, { fields: { kicker: "Bread" } });
  const terms = { storyId: story.storyId, revisionId: story.revisionId, baseRevisionId: story.revisionId };
  await expect(restoreRevision(scene.as(rawa), terms)).rejects.toMatchObject({ kind: "conflict" });
  const live = await aLiveStory(scene);
  await expect(
    restoreRevision(scene.as(shilan), { ...live, baseRevisionId: live.revisionId }),
  ).rejects.toMatchObject({ kind: "forbidden" });
});

test("the history says which revision went out", async ({ scene }) => {
  const live = await aLiveStory(scene);
  const [newest] = await listRevisions(scene.as(scene.newsroom.rawa), { storyId: live.storyId, limit: 1 });
  expect(newest).toMatchObject({ id: live.revisionId, publicationNumber: 1, publicationKind: "first" });
});
