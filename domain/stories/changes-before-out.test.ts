import { expect } from "vitest";
import { aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { type Scene, test } from "../testing/test.ts";
import { getChangesBeforeOut } from "./changes-before-out.ts";
import { listDeskStories } from "./list.ts";
import { publishStory, publishUpdate } from "./publish.ts";

const later = new Date("2026-02-20T09:00:00Z");

/** Rawa writes, Dilan edits (or not) and publishes. */
async function sent(scene: Scene, edit: Parameters<typeof saveAgain>[3] | null) {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, {
    by: rawa,
    fields: { headline: "Bread is dear", kicker: "" },
    document: doc(p("Bread costs more from Monday."), p("Bakers said so.")),
  });
  const edited = edit ? await saveAgain(scene.as(dilan), story.storyId, story.revisionId, edit) : story;
  const published = await publishStory(scene.as(dilan), {
    storyId: story.storyId,
    revisionId: edited.revisionId,
    seenPublicationId: null,
  });
  return { ...story, editedId: edited.revisionId, publicationId: published.publicationId };
}

const edit = {
  fields: { headline: "Bread costs more", kicker: "Prices" },
  document: doc(p("Bread will cost more from Monday."), p("Bakers said so.")),
};

async function isNoted(scene: Scene, who: "rawa" | "dilan", storyId: string, now?: Date): Promise<boolean> {
  const { rows } = await listDeskStories(scene.as(scene.newsroom[who], now), { limit: 100 });
  return rows.find(({ id }) => id === storyId)?.changedBeforeOut ?? false;
}

test("a writer sees word for word what an editor changed, and by whom", async ({ scene }) => {
  const { storyId } = await sent(scene, edit);
  const { sent: seen, language } = await getChangesBeforeOut(scene.as(scene.newsroom.rawa), { storyId });
  expect(language).toBe("en");
  expect(seen).toMatchObject({ number: 1, writerName: "Rawa Aziz", editors: ["Dilan Karim"] });
  expect(seen?.fields.map(({ name }) => name).sort()).toEqual(["headline", "kicker"]);
  expect(seen?.blocks.map(({ how }) => how)).toEqual(["changed", "same"]);
  const changed = seen?.blocks[0]?.pieces.filter(({ how }) => how !== "same");
  expect(changed).toEqual([
    { text: "costs", marks: [], how: "out" },
    { text: "will cost", marks: [], how: "in" },
  ]);
});

test("what went out as it was written shows nothing, and no note", async ({ scene }) => {
  const { storyId } = await sent(scene, null);
  const { sent: seen, publications } = await getChangesBeforeOut(scene.as(scene.newsroom.rawa), { storyId });
  expect(publications.map(({ isChanged }) => isChanged)).toEqual([false]);
  expect(seen?.fields).toEqual([]);
  expect(seen?.blocks.every(({ how }) => how === "same")).toBe(true);
  expect(await isNoted(scene, "rawa", storyId)).toBe(false);
});

test("the writer's list notes it for a week, and nobody else's does", async ({ scene }) => {
  const { storyId } = await sent(scene, edit);
  const now = new Date();
  expect(await isNoted(scene, "rawa", storyId, now)).toBe(true);
  expect(await isNoted(scene, "dilan", storyId, now)).toBe(false);
  expect(await isNoted(scene, "rawa", storyId, new Date(now.getTime() + 8 * 86_400_000))).toBe(false);
});

test("changes before an earlier publication stay to be seen after the writer's own update", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const { storyId, editedId, publicationId } = await sent(scene, edit);
  const own = await saveAgain(scene.as(rawa, later), storyId, editedId, {
    document: doc(p("Bread will cost more from Tuesday."), p("Bakers said so.")),
  });
  await publishUpdate(scene.as(dilan, later), {
    ...{ storyId, revisionId: own.revisionId, seenPublicationId: publicationId, kind: "minor", note: "" },
  });
  const all = await getChangesBeforeOut(scene.as(rawa), { storyId });
  expect(all.publications.map(({ number, isChanged }) => [number, isChanged])).toEqual([
    [2, false],
    [1, true],
  ]);
  expect(all.sent?.number).toBe(1);
  const second = all.publications[0]?.id ?? "";
  expect(
    (await getChangesBeforeOut(scene.as(rawa), { storyId, publicationId: second })).sent?.fields,
  ).toEqual([]);
});

test("who edited it, and who never typed in it, see what was done with its writer's text", async ({
  scene,
}) => {
  const { storyId } = await sent(scene, edit);
  for (const who of ["dilan", "hana"] as const) {
    const { sent: seen } = await getChangesBeforeOut(scene.as(scene.newsroom[who]), { storyId });
    expect(seen).toMatchObject({ writerName: "Rawa Aziz", editors: ["Dilan Karim"] });
  }
});

test("a colleague whose lines were changed, too, sees her own", async ({ scene }) => {
  const { rawa, shilan, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("Bread is dear.")) });
  const added = await saveAgain(scene.as(shilan), story.storyId, story.revisionId, {
    document: doc(p("Bread is dear."), p("Flour, too.")),
  });
  const edited = await saveAgain(scene.as(dilan), story.storyId, added.revisionId, {
    document: doc(p("Bread is dear."), p("So is flour.")),
  });
  const { storyId } = story;
  await publishStory(scene.as(dilan), { storyId, revisionId: edited.revisionId, seenPublicationId: null });
  const { sent: seen } = await getChangesBeforeOut(scene.as(shilan), { storyId });
  expect(seen).toMatchObject({ writerName: "Shilan Omar", editors: ["Dilan Karim"] });
  expect(seen?.blocks.map(({ how }) => how)).toEqual(["same", "changed"]);
});

test("a story that readers never had has nothing to compare; a publication of another story is none of it", async ({
  scene,
}) => {
  const { rawa } = scene.newsroom;
  const draft = await aStory(scene, { by: rawa });
  const { storyId: draftId } = draft;
  expect(await getChangesBeforeOut(scene.as(rawa), { storyId: draftId })).toMatchObject({
    publications: [],
    sent: null,
  });
  const { publicationId } = await sent(scene, edit);
  await expect(getChangesBeforeOut(scene.as(rawa), { storyId: draftId, publicationId })).rejects.toThrow(
    /no such/i,
  );
});
