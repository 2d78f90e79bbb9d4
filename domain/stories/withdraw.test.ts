import { desc, eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { readerStories, readerWithdrawn } from "#db/reader.ts";
import { changes, notices, stories } from "#db/schema.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { hashOfEverything } from "../testing/people.ts";
import { test } from "../testing/test.ts";
import { publishStory } from "./publish.ts";
import { withdrawStory } from "./withdraw.ts";

test("a withdrawn story leaves every list and its address says that it is gone", async ({ scene }) => {
  const live = await aLiveStory(scene);
  const { changeSeq } = await withdrawStory(scene.as(scene.newsroom.dilan), {
    storyId: live.storyId,
    note: "Wrong town",
  });
  const [story] = await scene.db.select().from(stories).where(eq(stories.id, live.storyId));
  expect(story).toMatchObject({ live: "withdrawn", stage: "writing" });
  expect(await scene.db.select().from(readerStories).where(eq(readerStories.id, live.storyId))).toEqual([]);
  const [gone] = await scene.db
    .select()
    .from(readerWithdrawn)
    .where(eq(readerWithdrawn.number, story?.number ?? 0));
  expect(gone).toMatchObject({ live: "withdrawn", language: "en" });
  const [change] = await scene.db.select().from(changes).orderBy(desc(changes.seq)).limit(1);
  expect(change).toMatchObject({
    seq: changeSeq,
    hard: "hard",
    gone: { storyNumber: story?.number, language: "en" },
  });
  const [notice] = await scene.db.select().from(notices).where(eq(notices.storyId, live.storyId));
  expect(notice).toMatchObject({ kind: "withdrawal", note: "Wrong town" });
});

test("a story that comes back keeps its address and its first time", async ({ scene }) => {
  const { dilan } = scene.newsroom;
  const live = await aLiveStory(scene);
  await withdrawStory(scene.as(dilan), { storyId: live.storyId, note: "" });
  const back = await publishStory(scene.as(dilan), { ...live, seenPublicationId: live.publicationId });
  expect(back.path).toBe(live.path);
  const [story] = await scene.db.select().from(stories).where(eq(stories.id, live.storyId));
  expect(story?.live).toBe("published");
  expect(story?.firstPublishedAt).toEqual(live.publishedAt);
});

test("a screen from before the story was published and withdrawn can't bring it back", async ({ scene }) => {
  const { dilan, hana } = scene.newsroom;
  const live = await aLiveStory(scene);
  await withdrawStory(scene.as(dilan), { storyId: live.storyId, note: "" });
  await expect(publishStory(scene.as(hana), { ...live, seenPublicationId: null })).rejects.toMatchObject({
    kind: "conflict",
  });
});

test("a reporter can't withdraw, and a draft can't be withdrawn", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const live = await aLiveStory(scene);
  const draft = await aStory(scene, { by: rawa });
  const before = await hashOfEverything(scene.db);
  await expect(withdrawStory(scene.as(rawa), { storyId: live.storyId, note: "" })).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(withdrawStory(scene.as(dilan), { storyId: draft.storyId, note: "" })).rejects.toMatchObject({
    kind: "conflict",
  });
  expect(await hashOfEverything(scene.db)).toBe(before);
});

test("the reader's role sees published stories and nothing of the newsroom's", async ({ scene }) => {
  const live = await aLiveStory(scene);
  await scene.db.transaction(async (tx) => {
    await tx.execute(sql`set local role dateline_reader`);
    const seen = await tx.select().from(readerStories).where(eq(readerStories.id, live.storyId));
    expect(seen).toHaveLength(1);
    await expect(
      tx.transaction((inner) => inner.execute(sql`select * from public.stories`)),
    ).rejects.toThrow();
    await expect(
      tx.transaction((inner) => inner.execute(sql`select * from public.people`)),
    ).rejects.toThrow();
  });
});
