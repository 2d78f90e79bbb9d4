import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { events, revisions, stories, storySources } from "#db/schema.ts";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { hashOfEverything } from "../testing/people.ts";
import { test } from "../testing/test.ts";
import { getDeskStory } from "./find.ts";
import { approveStory, submitStory } from "./move.ts";
import { saveStory } from "./save.ts";

test("what a writer saves is the head, and the list's columns follow it", async ({ scene }) => {
  const { rawa, worldId } = scene.newsroom;
  const story = await aStory(scene, {
    by: rawa,
    fields: { headline: "Snow closes the road", sectionId: worldId },
  });
  const [row] = await scene.db.select().from(stories).where(eq(stories.id, story.storyId));
  expect(row).toMatchObject({ headline: "Snow closes the road", sectionId: worldId, stage: "writing" });
  expect(row?.headRevisionId).toBe(story.revisionId);
  expect(row?.words).toBe(5);
});

test("saving the same text again stores nothing", async ({ scene }) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa });
  const before = await hashOfEverything(scene.db);
  const again = await saveAgain(scene.as(scene.newsroom.rawa), story.storyId, story.revisionId, {});
  expect(again).toMatchObject({ outcome: "unchanged", revisionId: story.revisionId });
  expect(await hashOfEverything(scene.db)).toBe(before);
});

test("the later of two writers is told, keeps every word and overwrites nothing", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const first = await saveAgain(scene.as(dilan), story.storyId, story.revisionId, {
    document: doc(p("Dilan's lead.")),
  });
  const second = await saveAgain(scene.as(rawa), story.storyId, story.revisionId, {
    document: doc(p("Rawa's lead.")),
  });
  expect(second).toMatchObject({
    outcome: "aside",
    head: { revisionId: first.revisionId, authorName: "Dilan Karim" },
  });
  const seen = await getDeskStory(scene.as(rawa), { storyId: story.storyId });
  expect(JSON.stringify(seen.head.document)).toContain("Dilan's lead.");
  const [kept] = await scene.db.select().from(revisions).where(eq(revisions.id, second.revisionId));
  expect(JSON.stringify(kept?.document)).toContain("Rawa's lead.");
  expect(kept?.kind).toBe("aside");
});

test("a writer who was overtaken can put the own text on top of what they have now seen", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const theirs = await saveAgain(scene.as(dilan), story.storyId, story.revisionId, {
    fields: { kicker: "Bread" },
  });
  const mine = await saveAgain(scene.as(rawa), story.storyId, theirs.revisionId, {
    fields: { kicker: "Prices" },
  });
  expect(mine.outcome).toBe("saved");
});

test("a save whose answer got lost doesn't set its writer against themselves", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const { head } = await getDeskStory(scene.as(rawa), story);
  const send = (person: typeof rawa, revisionId: string, unanswered: string[], text: string) =>
    saveStory(scene.as(person), {
      storyId: story.storyId,
      baseRevisionId: story.revisionId,
      revisionId,
      unanswered,
      fields: head.fields,
      document: doc(p(text)),
    });
  const [lost, next, other] = [1, 2, 3].map((n) => `01a20000-0000-7000-8000-00000000000${n}`) as [
    string,
    string,
    string,
  ];
  await send(rawa, lost, [], "Bread costs more.");
  expect(await send(rawa, next, [lost], "Bread costs much more.")).toMatchObject({
    outcome: "saved",
    revisionId: next,
  });
  expect(await send(dilan, other, [], "Dilan knows nothing of it.")).toMatchObject({ outcome: "aside" });
});

test("two saves at the same moment on the same base leave one head and one aside", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const outcomes = await Promise.all(
    [rawa, dilan].map((person) =>
      saveAgain(scene.as(person), story.storyId, story.revisionId, { fields: { kicker: person.name } }),
    ),
  );
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["aside", "saved"]);
});

test("a reporter can write in a colleague's draft until it is submitted, and not after", async ({
  scene,
}) => {
  const { rawa, shilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const helped = await saveAgain(scene.as(shilan), story.storyId, story.revisionId, {
    fields: { kicker: "Bread" },
  });
  expect(helped.outcome).toBe("saved");
  await submitStory(scene.as(rawa), { storyId: story.storyId, revisionId: helped.revisionId });
  const before = await hashOfEverything(scene.db);
  await expect(
    saveAgain(scene.as(shilan), story.storyId, helped.revisionId, { fields: { kicker: "Mine" } }),
  ).rejects.toMatchObject({ kind: "forbidden" });
  expect(await hashOfEverything(scene.db)).toBe(before);
});

test("an approved draft is closed to its reporter until it is sent back", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  await submitStory(scene.as(rawa), story);
  await approveStory(scene.as(dilan), story);
  await expect(
    saveAgain(scene.as(rawa), story.storyId, story.revisionId, { fields: { kicker: "Late" } }),
  ).rejects.toMatchObject({ kind: "forbidden" });
});

test("the reporter of a live story types into its pending change; readers' publication stays", async ({
  scene,
}) => {
  const { rawa } = scene.newsroom;
  const story = await aLiveStory(scene);
  const saved = await saveAgain(scene.as(rawa), story.storyId, story.revisionId, {
    fields: { kicker: "New" },
  });
  expect(saved.outcome).toBe("saved");
  const [row] = await scene.db.select().from(stories).where(eq(stories.id, story.storyId));
  expect(row).toMatchObject({ stage: "writing", live: "published", livePublicationId: story.publicationId });
});

test("a live story's approved change starts over when its reporter types on, and not when an editor does", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const live = await aLiveStory(scene);
  const stageNow = async () => (await getDeskStory(scene.as(dilan), live)).story;
  const change = await saveAgain(scene.as(rawa), live.storyId, live.revisionId, {
    fields: { kicker: "More" },
  });
  await approveStory(scene.as(dilan), { storyId: live.storyId, revisionId: change.revisionId });
  const byEditor = await saveAgain(scene.as(dilan), live.storyId, change.revisionId, {
    fields: { kicker: "Most" },
  });
  expect(await stageNow()).toMatchObject({ stage: "ready" });
  await saveAgain(scene.as(rawa), live.storyId, byEditor.revisionId, { fields: { kicker: "Unread" } });
  expect(await stageNow()).toMatchObject({ stage: "writing", approvedRevisionId: null });
});

test("a body that the schema doesn't know is refused with a sentence and never stored", async ({ scene }) => {
  const { rawa } = scene.newsroom;
  const story = await aStory(scene, { by: rawa });
  const { head } = await getDeskStory(scene.as(rawa), { storyId: story.storyId });
  const before = await hashOfEverything(scene.db);
  await expect(
    saveStory(scene.as(rawa), {
      storyId: story.storyId,
      baseRevisionId: story.revisionId,
      fields: head.fields,
      document: { schemaVersion: 1, doc: { type: "doc", content: [{ type: "iframe" }] } },
    }),
  ).rejects.toMatchObject({ kind: "invalid" });
  expect(await hashOfEverything(scene.db)).toBe(before);
});

test("revisions and events can't be rewritten, not even by SQL", async ({ scene }) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa });
  await expect(
    scene.db.update(revisions).set({ words: 0 }).where(eq(revisions.id, story.revisionId)),
  ).rejects.toThrow();
  await expect(scene.db.delete(events).where(eq(events.storyId, story.storyId))).rejects.toThrow();
});

test("a story's sources are kept as rows", async ({ scene }) => {
  const url = "https://example.org/wire/1";
  const story = await aStory(scene, {
    by: scene.newsroom.rawa,
    fields: { sources: [{ agencyId: null, itemId: "W-1", at: "2026-01-12T08:00:00Z", url }] },
  });
  const rows = await scene.db.select().from(storySources).where(eq(storySources.storyId, story.storyId));
  expect(rows).toMatchObject([{ position: 0, agencyId: null, itemId: "W-1", url }]);
});
