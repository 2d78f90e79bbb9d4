import { expect } from "vitest";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { test } from "../testing/test.ts";
import { listRelated } from "./related.ts";
import { setEmbargo } from "./set-embargo.ts";

test("what could stand beside a story: live ones that have the words, its language first, never itself", async ({
  scene,
}) => {
  const { rawa, shilan, dilan } = scene.newsroom;
  const kurdish = await aLiveStory(scene, {
    by: rawa,
    language: "ckb",
    fields: { headline: "Saffron نرخی زەعفەران" },
  });
  const english = await aLiveStory(scene, { by: rawa, fields: { headline: "Saffron fields bloom" } });
  const draft = await aStory(scene, { by: rawa, fields: { headline: "Saffron draft" } });
  const own = await aLiveStory(scene, { by: rawa, fields: { headline: "Saffron prices" } });
  const asked = { storyId: own.storyId, search: "saffr", ids: [] };
  const found = (await listRelated(scene.as(shilan), asked)).map(({ id }) => id);
  expect(found).toEqual([english.storyId, kurdish.storyId]);
  expect(found).not.toContain(draft.storyId);

  // Named already, it is shown whatever became of it; under an embargo only to whom it is open.
  const ids = [draft.storyId];
  expect((await listRelated(scene.as(shilan), { ...asked, ids })).map(({ live }) => live)).toEqual(["none"]);
  const until = new Date("2026-03-01T09:00:00Z");
  await setEmbargo(scene.as(dilan), { storyId: draft.storyId, until, from: "the ministry", people: [] });
  expect(await listRelated(scene.as(shilan), { ...asked, ids })).toEqual([]);
});

test("nobody looks for stories to stand beside one that isn't there for them", async ({ scene }) => {
  const { rawa, shilan, dilan } = scene.newsroom;
  const held = await aStory(scene, { by: rawa });
  const until = new Date("2026-03-01T09:00:00Z");
  await setEmbargo(scene.as(dilan), { storyId: held.storyId, until, from: "the ministry", people: [] });
  await expect(listRelated(scene.as(shilan), { storyId: held.storyId, search: "", ids: [] })).rejects.toThrow(
    /no such/i,
  );
});
