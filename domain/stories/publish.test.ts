import { desc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { changes, events, notices, publications, stories } from "#db/schema.ts";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { hashOfEverything } from "../testing/people.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { localDay } from "../time.ts";
import { importPublication, publishStory, publishUpdate } from "./publish.ts";
import { setEmbargo } from "./set-embargo.ts";

async function newestChange(scene: Scene) {
  const [change] = await scene.db.select().from(changes).orderBy(desc(changes.seq)).limit(1);
  return change;
}

test("publishing adds an immutable publication and points readers at it", async ({ scene }) => {
  const live = await aLiveStory(scene, { fields: { headline: "Snow closes the Azmar road" } });
  expect(live.path).toBe(`/en/news/${live.storyNumber}-snow-closes-the-azmar-road`);
  const [story] = await scene.db.select().from(stories).where(eq(stories.id, live.storyId));
  expect(story).toMatchObject({ live: "published", stage: null, livePublicationId: live.publicationId });
  await expect(
    scene.db.update(publications).set({ kind: "minor" }).where(eq(publications.id, live.publicationId)),
  ).rejects.toThrow();
});

test("publications are dated by the database's clock, not by the caller's", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const yearsAgo = new Date("2001-01-01T00:00:00Z");
  const published = await publishStory(scene.as(dilan, yearsAgo), { ...story, seenPublicationId: null });
  expect(published.publishedAt.getFullYear()).toBeGreaterThan(2020);
});

test("a reporter can't publish, and nothing changes when they try", async ({ scene }) => {
  const { rawa } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const before = await hashOfEverything(scene.db);
  await expect(publishStory(scene.as(rawa), { ...story, seenPublicationId: null })).rejects.toMatchObject({
    kind: "forbidden",
  });
  expect(await hashOfEverything(scene.db)).toBe(before);
});

test("a draft that changed under the editor goes out as the editor saw it, and says what was left", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two."), p("Three.")) });
  const newer = await saveAgain(scene.as(rawa), story.storyId, story.revisionId, {
    document: doc(p("One."), p("Two."), p("Three, changed.")),
  });
  const published = await publishStory(scene.as(dilan), { ...story, seenPublicationId: null });
  expect(published.notSent).toMatchObject({
    authorName: "Rawa Aziz",
    paragraphs: [3],
    fields: [],
    revisionId: newer.revisionId,
  });
  const [publication] = await scene.db
    .select()
    .from(publications)
    .where(eq(publications.id, published.publicationId));
  expect(publication?.bodyHtml).toContain("Three.");
  expect(publication?.bodyHtml).not.toContain("Three, changed.");
  const [row] = await scene.db.select().from(stories).where(eq(stories.id, story.storyId));
  expect(row?.stage).toBe("writing");
});

test("an editor's own words aside aren't blamed on the colleague who was first", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two."), p("Three.")) });
  const change = (text: string, at: number) =>
    doc(...["One.", "Two.", "Three."].map((old, index) => p(index === at ? text : old)));
  await saveAgain(scene.as(rawa), story.storyId, story.revisionId, { document: change("Three by Rawa.", 2) });
  const aside = await saveAgain(scene.as(dilan), story.storyId, story.revisionId, {
    document: change("One by Dilan.", 0),
  });
  const more = await saveAgain(scene.as(dilan), story.storyId, aside.revisionId, {
    document: change("One by Dilan, again.", 0),
  });
  const published = await publishStory(scene.as(dilan), {
    storyId: story.storyId,
    revisionId: more.revisionId,
    seenPublicationId: null,
  });
  expect(published.notSent).toMatchObject({ authorName: "Rawa Aziz", paragraphs: [3] });
});

test("text that isn't on the server yet is not published", async ({ scene }) => {
  const story = await aStory(scene, { by: scene.newsroom.dilan });
  await expect(
    publishStory(scene.as(scene.newsroom.dilan), {
      storyId: story.storyId,
      revisionId: "0190b3a4-0000-7000-8000-000000000000",
      seenPublicationId: null,
    }),
  ).rejects.toMatchObject({ kind: "conflict" });
});

test("an update is refused when another publication went out unseen", async ({ scene }) => {
  const { dilan } = scene.newsroom;
  const live = await aLiveStory(scene);
  await publishUpdate(scene.as(dilan), {
    ...live,
    seenPublicationId: live.publicationId,
    kind: "minor",
    note: "",
  });
  const before = await hashOfEverything(scene.db);
  await expect(
    publishUpdate(scene.as(dilan), {
      ...live,
      seenPublicationId: live.publicationId,
      kind: "update",
      note: "",
    }),
  ).rejects.toMatchObject({ kind: "conflict" });
  expect(await hashOfEverything(scene.db)).toBe(before);
});

test("two editors who press Publish at once make one publication", async ({ scene }) => {
  const { rawa, dilan, hana } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const pressed = await Promise.allSettled(
    [dilan, hana].map((editor) => publishStory(scene.as(editor), { ...story, seenPublicationId: null })),
  );
  expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a minor fix moves no visible time and prints no notice", async ({ scene }) => {
  const { dilan } = scene.newsroom;
  const live = await aLiveStory(scene);
  const fixed = await publishUpdate(scene.as(dilan), {
    ...live,
    seenPublicationId: live.publicationId,
    kind: "minor",
    note: "a comma",
  });
  const rows = await scene.db.select().from(publications).where(eq(publications.storyId, live.storyId));
  const [first, second] = rows.sort((a, b) => a.number - b.number);
  expect(second?.id).toBe(fixed.publicationId);
  expect(second?.significantAt).toEqual(first?.significantAt);
  expect(second?.firstPublishedAt).toEqual(first?.firstPublishedAt);
  expect(await scene.db.select().from(notices).where(eq(notices.storyId, live.storyId))).toEqual([]);
});

test("an update prints a notice and moves the significant time; its note is optional", async ({ scene }) => {
  const { dilan } = scene.newsroom;
  const live = await aLiveStory(scene);
  const updated = await publishUpdate(scene.as(dilan), {
    ...live,
    seenPublicationId: live.publicationId,
    kind: "update",
    note: "",
  });
  const [notice] = await scene.db.select().from(notices).where(eq(notices.storyId, live.storyId));
  expect(notice).toMatchObject({ kind: "update", note: "", publicationId: updated.publicationId });
  expect(notice?.noticedAt).toEqual(updated.publishedAt);
});

test.for(["correction", "clarification", "editors-note"] as const)(
  "a %s without a note is refused: readers must hear what was wrong",
  async (kind, { scene }) => {
    const live = await aLiveStory(scene);
    await expect(
      publishUpdate(scene.as(scene.newsroom.dilan), {
        ...live,
        seenPublicationId: live.publicationId,
        kind,
        note: "  ",
      }),
    ).rejects.toMatchObject({ kind: "invalid", field: "note" });
  },
);

test("a correction drops the old page hard, a publish softly", async ({ scene }) => {
  const live = await aLiveStory(scene);
  expect(await newestChange(scene)).toMatchObject({ seq: live.changeSeq, hard: "soft" });
  await publishUpdate(scene.as(scene.newsroom.dilan), {
    ...live,
    seenPublicationId: live.publicationId,
    kind: "correction",
    note: "The price rose by 50 dinars, not 500.",
  });
  expect(await newestChange(scene)).toMatchObject({ hard: "hard" });
});

test("a publish touches the story, its lists, its neighbours and its siblings, and no more", async ({
  scene,
}) => {
  const { worldId, rawa } = scene.newsroom;
  const fields = { sectionId: worldId };
  const older = await aLiveStory(scene, { fields });
  const far = await aLiveStory(scene, { fields });
  const between = await aLiveStory(scene, { fields });
  const sibling = await aLiveStory(scene, { language: "ckb", familyId: between.familyId, fields });
  const newest = await aLiveStory(scene, { fields, by: rawa });
  const change = await newestChange(scene);
  const day = localDay(newest.publishedAt, "Asia/Baghdad");
  const month = day.slice(0, 7);
  expect(change?.keys.toSorted()).toEqual(
    [
      ...[`story:${newest.storyNumber}`, `story:${between.storyNumber}`],
      ...["section:en:world", `section:en:world:${month}`],
      ...["language:en", `language:en:${month}`, `day:en:${day}`],
      ...["sitemap", `sitemap:en:${newest.publishedAt.toISOString().slice(0, 7)}`],
    ].toSorted(),
  );
  await publishUpdate(scene.as(scene.newsroom.dilan), {
    ...between,
    seenPublicationId: between.publicationId,
    kind: "minor",
    note: "",
  });
  const second = await newestChange(scene);
  expect(second?.keys).toEqual(
    expect.arrayContaining([far, newest, sibling].map(({ storyNumber }) => `story:${storyNumber}`)),
  );
  expect(second?.keys).not.toContain(`story:${older.storyNumber}`);
});

test("a story that moves to another section touches both sections' lists", async ({ scene }) => {
  const { dilan, worldId } = scene.newsroom;
  const live = await aLiveStory(scene);
  const moved = await saveAgain(scene.as(dilan), live.storyId, live.revisionId, {
    fields: { sectionId: worldId },
  });
  await publishUpdate(scene.as(dilan), {
    storyId: live.storyId,
    revisionId: moved.revisionId,
    seenPublicationId: live.publicationId,
    kind: "minor",
    note: "",
  });
  expect((await newestChange(scene))?.keys).toEqual(
    expect.arrayContaining(["section:en:news", "section:en:world"]),
  );
});

test("nothing but an empty headline or a live embargo stops a story in a hurry", async ({ scene }) => {
  const { dilan } = scene.newsroom;
  const ctx = scene.as(dilan);
  const nameless = await aStory(scene, { by: dilan, fields: { headline: "  " } });
  await expect(publishStory(ctx, { ...nameless, seenPublicationId: null })).rejects.toMatchObject({
    field: "headline",
  });
  const closed = await aStory(scene, { by: dilan });
  const until = new Date("2999-01-01T00:00:00Z");
  await setEmbargo(ctx, { storyId: closed.storyId, until, from: "The university", people: [] });
  await expect(publishStory(ctx, { ...closed, seenPublicationId: null })).rejects.toMatchObject({
    kind: "conflict",
  });
});

test("an editor who publishes an own story alone may, and it is written down", async ({ scene }) => {
  const { dilan } = scene.newsroom;
  const own = await aStory(scene, { by: dilan });
  await publishStory(scene.as(dilan), { ...own, seenPublicationId: null });
  const theirs = await aLiveStory(scene);
  const alone = async (storyId: string) => {
    const rows = await scene.db.select().from(events).where(eq(events.storyId, storyId));
    return rows.find(({ act }) => act === "story.published")?.after?.alone;
  };
  expect(await alone(own.storyId)).toBe(true);
  expect(await alone(theirs.storyId)).toBe(false);
});

test("only the machine can date a publication by anything but the clock", async ({ scene }) => {
  const story = await aStory(scene, { by: scene.newsroom.hana });
  const terms = { ...story, kind: "first", note: "", blockId: null, at: noon } as const;
  await expect(importPublication(scene.as(scene.newsroom.hana), terms)).rejects.toMatchObject({
    kind: "forbidden",
  });
  const machine = scene.as({ kind: "system", name: "import" });
  expect((await importPublication(machine, terms)).publishedAt).toEqual(noon);
});

test("a notice is about a paragraph that goes out with it, or about none", async ({ scene }) => {
  const { db, newsroom, as } = scene;
  const live = await aLiveStory(scene, { document: doc(p("One."), p("Two.")) });
  const terms = {
    ...{ storyId: live.storyId, revisionId: live.revisionId, seenPublicationId: live.publicationId },
    ...({ kind: "correction", note: "It was two." } as const),
  };
  const before = await hashOfEverything(db);
  await expect(
    publishUpdate(as(newsroom.dilan), { ...terms, blockId: "block-000009" }),
  ).rejects.toMatchObject({ kind: "invalid", field: "blockId" });
  expect(await hashOfEverything(db)).toBe(before);

  await publishUpdate(as(newsroom.dilan), { ...terms, blockId: "block-000002" });
  const told = await db.select().from(notices).where(eq(notices.storyId, live.storyId));
  expect(told).toMatchObject([{ kind: "correction", blockId: "block-000002" }]);
});
