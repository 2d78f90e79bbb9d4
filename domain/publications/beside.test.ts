import { describe, expect } from "vitest";
import { addTopic } from "../choices/add.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { noon, test } from "../testing/test.ts";
import { relatedUntil } from "./beside.ts";
import { findStoryPage } from "./find-story-page.ts";

describe("what stands beside a story", () => {
  test("an editor's picks first, then the same topics, then the section; itself never, nothing twice", async ({
    scene,
  }) => {
    const { newsroom, db, as } = scene;
    const topic = async (label: string) => (await addTopic(as(newsroom.rawa), { label, language: "en" })).id;
    const [water, roads] = [await topic("Water"), await topic("Roads")];
    const world = { sectionId: newsroom.worldId };
    const oneTopic = await aLiveStory(scene, { fields: { ...world, topicIds: [water] } });
    const both = await aLiveStory(scene, { fields: { ...world, topicIds: [water, roads] } });
    const filler = await aLiveStory(scene);
    const previous = await aLiveStory(scene);
    const arabic = await aLiveStory(scene, { language: "ar", fields: { topicIds: [water] } });
    const pick = await aLiveStory(scene, { fields: { topicIds: [roads], sectionId: newsroom.worldId } });
    const kurdish = await aLiveStory(scene, { language: "ckb" });
    const itsSibling = await aLiveStory(scene, { familyId: kurdish.familyId, fields: world });
    const draft = await aStory(scene, { by: newsroom.rawa });
    const gone = await aLiveStory(scene, { fields: { topicIds: [water] } });
    await withdrawStory(as(newsroom.dilan), { storyId: gone.storyId, note: "" });
    const related = [kurdish.storyId, pick.storyId, draft.storyId, gone.storyId, arabic.storyId];
    const story = await aLiveStory(scene, { fields: { related, topicIds: [water, roads] } });

    const found = (await findStoryPage(db, story.storyNumber))?.story;
    expect(found?.related.map(({ number }) => number)).toEqual([
      itsSibling.storyNumber,
      pick.storyNumber,
      both.storyNumber,
      oneTopic.storyNumber,
      filler.storyNumber,
    ]);
    expect(found?.previous?.number).toBe(previous.storyNumber);
    expect(found?.words).toEqual([
      { kind: "topic", slug: "roads", labels: { en: "Roads" } },
      { kind: "topic", slug: "water", labels: { en: "Water" } },
    ]);
  });

  test("never more than six, and an old story keeps its company for a day", async ({ scene }) => {
    for (let count = 0; count < 9; count += 1) await aLiveStory(scene, { language: "ckb" });
    const story = await aLiveStory(scene, { language: "ckb" });
    const found = (await findStoryPage(scene.db, story.storyNumber))?.story;
    expect(found?.related).toHaveLength(6);
    const until = (first: string) =>
      relatedUntil({ firstPublishedAt: new Date(first) }, noon).getTime() - noon.getTime();
    expect(until("2026-01-12T08:00:00Z")).toBe(30 * 60_000);
    expect(until("2026-01-01T08:00:00Z")).toBe(24 * 3_600_000);
  });
});
