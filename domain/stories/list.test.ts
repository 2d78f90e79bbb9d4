import { expect } from "vitest";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { noon, test } from "../testing/test.ts";
import { listDeskStories } from "./list.ts";
import { submitStory } from "./move.ts";

test("the desk's list pages through everything once, the last changed first", async ({ scene }) => {
  const { hana } = scene.newsroom;
  const made: string[] = [];
  for (let minute = 0; minute < 7; minute += 1) {
    const later = { as: () => scene.as(hana, new Date(noon.getTime() + Math.floor(minute / 2) * 60_000)) };
    made.push((await aStory(later, { by: hana })).storyId);
  }
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listDeskStories(scene.as(hana), {
      mine: "mine",
      limit: 3,
      ...(after ? { after } : {}),
    });
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  expect(seen.toSorted()).toEqual(made.toSorted());
  expect(new Set(seen).size).toBe(made.length);
});

test("filters say what is in flight: by stage, by what readers have, by section, mine", async ({ scene }) => {
  const { rawa, shilan, dilan, worldId } = scene.newsroom;
  const draft = await aStory(scene, { by: shilan, fields: { sectionId: worldId } });
  const submitted = await aStory(scene, { by: shilan });
  await submitStory(scene.as(shilan), submitted);
  const live = await aLiveStory(scene, { by: shilan });
  await saveAgain(scene.as(dilan), live.storyId, live.revisionId, { fields: { kicker: "pending" } });
  const ids = async (filter: object) =>
    (await listDeskStories(scene.as(shilan), { mine: "mine", limit: 50, ...filter })).rows.map(
      ({ id }) => id,
    );
  expect(await ids({ stage: "review" })).toEqual([submitted.storyId]);
  expect(await ids({ live: "published" })).toEqual([live.storyId]);
  expect(await ids({ sectionId: worldId })).toEqual([draft.storyId]);
  expect((await ids({ stage: "pending" })).toSorted()).toEqual(
    [draft.storyId, submitted.storyId, live.storyId].toSorted(),
  );
  expect((await listDeskStories(scene.as(rawa), { live: "published", limit: 50 })).rows[0]).toMatchObject({
    hasPending: true,
    createdByName: "Shilan Omar",
  });
});

test("search finds a Kurdish headline typed on an Arabic keyboard, and the start of a word", async ({
  scene,
}) => {
  const { rawa } = scene.newsroom;
  const story = await aStory(scene, {
    by: rawa,
    language: "ckb",
    fields: { headline: "نرخی نان لە سلێمانی بەرز دەبێتەوە" },
  });
  const search = async (text: string) =>
    (await listDeskStories(scene.as(rawa), { search: text, limit: 10 })).rows.map(({ id }) => id);
  expect(await search("نرخي نان")).toContain(story.storyId);
  expect(await search("سلێما")).toContain(story.storyId);
  expect(await search("' & | ! ( :* \\")).toBeDefined();
});

test("sections are called what the one who looks calls them", async ({ scene }) => {
  const ctx = scene.as(scene.newsroom.rawa);
  await aStory(scene, { by: scene.newsroom.rawa });
  const labels = async (labelsIn?: "ckb") =>
    (await listDeskStories(ctx, { mine: "mine", limit: 1, ...(labelsIn && { labelsIn }) })).rows[0]
      ?.sectionLabel;
  expect([await labels(), await labels("ckb")]).toEqual(["News", "هەواڵ"]);
});
