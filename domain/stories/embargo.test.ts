import { expect } from "vitest";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { noon, test } from "../testing/test.ts";
import { getDeskStory } from "./find.ts";
import { listDeskStories } from "./list.ts";
import { listRevisions } from "./revisions.ts";
import { liftEmbargo, setEmbargo } from "./set-embargo.ts";

const tonight = new Date("2026-01-12T18:00:00Z");
const afterwards = new Date("2026-01-12T18:00:01Z");

test("an embargoed story exists only for the people named, until its time", async ({ scene }) => {
  const { rawa, shilan, dilan, hana } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, fields: { headline: "Qaradagh report under embargo" } });
  await setEmbargo(scene.as(dilan), {
    storyId: story.storyId,
    until: tonight,
    from: "The ministry",
    people: [],
  });

  for (const named of [rawa, dilan]) {
    expect((await getDeskStory(scene.as(named), story)).story.embargoFrom).toBe("The ministry");
  }
  for (const other of [shilan, hana]) {
    const ctx = scene.as(other);
    await expect(getDeskStory(ctx, story)).rejects.toMatchObject({ kind: "missing" });
    await expect(listRevisions(ctx, { storyId: story.storyId, limit: 10 })).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(saveAgain(ctx, story.storyId, story.revisionId, {})).rejects.toMatchObject({
      kind: "missing",
    });
    const found = await listDeskStories(ctx, { search: "qaradagh", limit: 10 });
    expect(found.rows).toEqual([]);
  }
  const later = scene.as(hana, afterwards);
  expect((await listDeskStories(later, { search: "qaradagh", limit: 10 })).rows).toHaveLength(1);
});

test("an embargo can be lifted early, can't begin in the past and comes too late for a live story", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const ctx = scene.as(dilan);
  const story = await aStory(scene, { by: dilan });
  const terms = { storyId: story.storyId, from: "The court", people: [] };
  await expect(setEmbargo(ctx, { ...terms, until: noon })).rejects.toMatchObject({ kind: "invalid" });
  await setEmbargo(ctx, { ...terms, until: tonight });
  await liftEmbargo(ctx, { storyId: story.storyId });
  expect((await getDeskStory(scene.as(rawa), story)).story.embargoUntil).toBeNull();
  const live = await aLiveStory(scene);
  await expect(setEmbargo(ctx, { ...terms, storyId: live.storyId, until: tonight })).rejects.toMatchObject({
    kind: "conflict",
  });
});
