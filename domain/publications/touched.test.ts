import { desc } from "drizzle-orm";
import { expect } from "vitest";
import { changes } from "#db/schema.ts";
import { addContributor, addTopic } from "../choices/add.ts";
import { publishUpdate } from "../stories/publish.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aLiveStory, saveAgain } from "../testing/a-story.ts";
import { type Scene, test } from "../testing/test.ts";
import { localDay } from "../time.ts";

async function newestChange(scene: Scene) {
  const [change] = await scene.db.select().from(changes).orderBy(desc(changes.seq)).limit(1);
  return change;
}

test("a story that leaves a topic touches the list that it left and the one that it came to", async ({
  scene,
}) => {
  const { dilan, rawa } = scene.newsroom;
  const water = await addTopic(scene.as(rawa), { label: "Water", language: "en" });
  const roads = await addTopic(scene.as(rawa), { label: "Roads", language: "en" });
  const byline = await addContributor(scene.as(rawa), { label: "Rawa Aziz", language: "en" });
  const live = await aLiveStory(scene, {
    fields: { topicIds: [water.id], byline: [{ contributorId: byline.id, role: "writing" }] },
  });
  const month = localDay(live.publishedAt, "Asia/Baghdad").slice(0, 7);
  expect((await newestChange(scene))?.keys).toEqual(
    expect.arrayContaining(["topic:en:water", `topic:en:water:${month}`, "by:en:rawa-aziz"]),
  );
  const moved = await saveAgain(scene.as(dilan), live.storyId, live.revisionId, {
    fields: { topicIds: [roads.id] },
  });
  const again = await publishUpdate(scene.as(dilan), {
    ...{ storyId: live.storyId, revisionId: moved.revisionId, seenPublicationId: live.publicationId },
    ...{ kind: "minor", note: "" },
  });
  const change = await newestChange(scene);
  expect(change?.keys).toEqual(expect.arrayContaining(["topic:en:water", "topic:en:roads"]));
  expect(change?.keys).not.toContain(`named:${live.storyNumber}`);
  await withdrawStory(scene.as(dilan), { storyId: live.storyId, note: "" });
  const gone = await newestChange(scene);
  expect(gone?.keys).toEqual(
    expect.arrayContaining(["topic:en:roads", "by:en:rawa-aziz", `named:${live.storyNumber}`]),
  );
  expect(gone?.keys).not.toContain("topic:en:water");
  expect(again.changeSeq).toBeLessThan(gone?.seq ?? 0);
});
