import { desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { events } from "#db/schema.ts";
import { getDeskStory } from "../stories/find.ts";
import { listDeskStories } from "../stories/list.ts";
import { publishUpdate } from "../stories/publish.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { hashOfEverything } from "../testing/people.ts";
import { type Scene, test } from "../testing/test.ts";
import type { UpdateKind } from "../vocabulary.ts";
import { getSharing } from "./find-sharing.ts";
import { addHandLine, changedHandLine, removeHandLine } from "./hand-lines.ts";
import { addHandLineInput } from "./input.ts";

const onTelegram = { channel: "telegram" as const, url: "https://t.me/zagros/7", note: "" };

async function aPostedStory(scene: Scene) {
  const live = await aLiveStory(scene);
  const ctx = scene.as(scene.newsroom.rawa);
  const { handLineId } = await addHandLine(ctx, { storyId: live.storyId, ...onTelegram });
  return { ...live, handLineId };
}

const postsOf = async (scene: Scene, storyId: string) =>
  (await getDeskStory(scene.as(scene.newsroom.dilan), { storyId })).posts;
const toDo = async (scene: Scene, storyId: string) =>
  (await postsOf(scene, storyId)).map((post) => post.toDo);

const tell = (scene: Scene, live: Awaited<ReturnType<typeof aPostedStory>>, kind: UpdateKind) =>
  publishUpdate(scene.as(scene.newsroom.dilan), {
    storyId: live.storyId,
    revisionId: live.revisionId,
    seenPublicationId: live.publicationId,
    kind,
    note: "The price was wrong.",
  });

describe("a post made by hand", () => {
  test("is kept with its place, its maker and its time, and written down", async ({ scene }) => {
    const { storyId, handLineId } = await aPostedStory(scene);
    expect(await postsOf(scene, storyId)).toMatchObject([
      { id: handLineId, ...onTelegram, postedByName: "Rawa Aziz", changedAt: null, toDo: null },
    ]);
    const [event] = await scene.db
      .select()
      .from(events)
      .where(eq(events.subjectId, handLineId))
      .orderBy(desc(events.happenedAt));
    expect(event).toMatchObject({ act: "story.hand-line", storyId, actorName: "Rawa Aziz" });
    expect(event?.after).toMatchObject({ did: "posted", channel: "telegram" });
  });

  test.for(["update", "correction", "clarification", "editors-note"] as const)(
    "is to be changed after a notice of kind %s, until somebody says that it was",
    async (kind, { scene }) => {
      const live = await aPostedStory(scene);
      await tell(scene, live, kind);
      expect(await toDo(scene, live.storyId)).toEqual([kind]);
      await changedHandLine(scene.as(scene.newsroom.dilan), live);
      expect(await toDo(scene, live.storyId)).toEqual([null]);
      expect((await postsOf(scene, live.storyId))[0]).toMatchObject({ changedByName: "Dilan Karim" });
    },
  );

  test("is left alone by a minor fix, and asked for again by every later notice", async ({ scene }) => {
    const live = await aPostedStory(scene);
    const minor = await tell(scene, live, "minor");
    expect(await toDo(scene, live.storyId)).toEqual([null]);
    await tell(scene, { ...live, publicationId: minor.publicationId }, "correction");
    await changedHandLine(scene.as(scene.newsroom.rawa), live);
    await withdrawStory(scene.as(scene.newsroom.dilan), { storyId: live.storyId, note: "" });
    expect(await toDo(scene, live.storyId)).toEqual(["withdrawal"]);
  });

  test("made after the notice has nothing to be changed", async ({ scene }) => {
    const live = await aPostedStory(scene);
    await tell(scene, live, "correction");
    await addHandLine(scene.as(scene.newsroom.rawa), {
      ...{ storyId: live.storyId, channel: "x", url: "", note: "Sports account" },
    });
    const posts = await postsOf(scene, live.storyId);
    expect(posts.map(({ channel, toDo }) => [channel, toDo])).toEqual([
      ["telegram", "correction"],
      ["x", null],
    ]);
  });

  test("that is gone is listed no more and asked for no more", async ({ scene }) => {
    const live = await aPostedStory(scene);
    await tell(scene, live, "correction");
    await removeHandLine(scene.as(scene.newsroom.rawa), live);
    expect(await postsOf(scene, live.storyId)).toEqual([]);
    await expect(changedHandLine(scene.as(scene.newsroom.rawa), live)).rejects.toMatchObject({
      kind: "missing",
    });
  });
});

test("the desk's list says how many posts are to be changed, and can show those stories alone", async ({
  scene,
}) => {
  const live = await aPostedStory(scene);
  const other = await aPostedStory(scene);
  await tell(scene, live, "correction");
  const list = (stage?: "posts") => listDeskStories(scene.as(scene.newsroom.dilan), { stage, limit: 100 });
  const counts = new Map((await list()).rows.map(({ id, postsToChange }) => [id, postsToChange]));
  expect([counts.get(live.storyId), counts.get(other.storyId)]).toEqual([1, 0]);
  const shown = (await list("posts")).rows.map(({ id }) => id);
  expect(shown).toContain(live.storyId);
  expect(shown).not.toContain(other.storyId);
});

test("only who may write or publish the story keeps its posts, and only once readers have it", async ({
  scene,
}) => {
  const { rawa, shilan, dilan } = scene.newsroom;
  const live = await aPostedStory(scene);
  const draft = await aStory(scene, { by: rawa });
  const elsewhere = { ...dilan, grants: [{ ...dilan.grants[0], deskId: draft.storyId }] } as typeof dilan;
  const before = await hashOfEverything(scene.db);
  const add = { ...onTelegram, storyId: live.storyId };
  await expect(addHandLine(scene.as(shilan), add)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(addHandLine(scene.as(elsewhere), add)).rejects.toMatchObject({ kind: "missing" });
  await expect(changedHandLine(scene.as(shilan), live)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(removeHandLine(scene.as(shilan), live)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(addHandLine(scene.as(dilan), { ...add, storyId: draft.storyId })).rejects.toMatchObject({
    kind: "conflict",
  });
  expect(await hashOfEverything(scene.db)).toBe(before);
});

test.each(["javascript:alert(1)", "t.me/zagros", "https://a b"])("“%s” is no link to a post", (url) => {
  const storyId = "01999999-0000-7000-8000-000000000000";
  expect(addHandLineInput.safeParse({ ...onTelegram, storyId, url }).success).toBe(false);
});

test("what is copied are the words that readers have, with the short address; of a draft there are none", async ({
  scene,
}) => {
  const { rawa } = scene.newsroom;
  const live = await aLiveStory(scene);
  const draft = await aStory(scene, { by: rawa });
  const origin = "https://news.example.org";
  const sharing = await getSharing(scene.as(rawa), { storyId: live.storyId, origin });
  expect(sharing.url).toBe(`${origin}/s/${live.storyNumber}`);
  expect(sharing.texts.x).toBe(`Bakers of Sulaimani raise the price of bread\n${sharing.url}`);
  expect(sharing.card).toBeNull();
  await expect(getSharing(scene.as(rawa), { storyId: draft.storyId, origin })).rejects.toMatchObject({
    kind: "conflict",
  });
});
