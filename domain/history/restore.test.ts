import { expect } from "vitest";
import type { StoryFields } from "#db/shapes.ts";
import { toText } from "../document/to-text.ts";
import { openRoom } from "../rooms/open-room.ts";
import { getDeskStory } from "../stories/find.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p, withAttrs } from "../testing/doc.ts";
import { type Scene, test } from "../testing/test.ts";
import { compareVersions } from "./compare-versions.ts";
import type { Part } from "./input.ts";
import { nameVersion } from "./name-version.ts";
import { restorePart } from "./restore.ts";

const named = (id: string, text: string) => withAttrs(p(text), { id: `block-${id}-000000` });

/** Two versions of Rawa's, the second by Dilan, and a part of the first brought back by Rawa. */
async function changed(scene: Scene, was: Partial<StoryFields>, is: Partial<StoryFields>) {
  const { rawa, dilan } = scene.newsroom;
  const document = doc(named("a", "One."), named("b", "Two."));
  const story = await aStory(scene, { by: rawa, fields: was, document });
  const after = await saveAgain(scene.as(dilan), story.storyId, story.revisionId, {
    fields: is,
    document: doc(named("a", "One, changed."), named("c", "Three.")),
  });
  const restore = (part: Part, baseRevisionId = after.revisionId) =>
    restorePart(scene.as(rawa), { ...story, baseRevisionId, part });
  return { ...story, after, restore };
}

test("one paragraph comes back, and nothing else is touched", async ({ scene }) => {
  const { storyId, restore } = await changed(scene, {}, { kicker: "New" });
  const back = await restore({ kind: "block", blockId: "block-b-000000" });
  expect(toText(back.document)).toBe("One, changed.\n\nTwo.\n\nThree.");
  expect(back.fields.kicker).toBe("New");
  const again = await restore({ kind: "block", blockId: "block-c-000000" }, back.revisionId);
  expect(toText(again.document)).toBe("One, changed.\n\nTwo.");
  const { head } = await getDeskStory(scene.as(scene.newsroom.rawa), { storyId });
  expect(head).toMatchObject({ revisionId: again.revisionId, authorName: "Rawa Aziz" });
});

test("one field comes back; of the lead picture its words, or the picture alone", async ({ scene }) => {
  const [one, two] = [await aPicture(scene), await aPicture(scene)];
  const use = { caption: "Bread.", credit: "AFP", alt: "Loaves", decorative: false, crop: "full" as const };
  const { restore } = await changed(
    scene,
    { kicker: "Prices", lead: { ...use, pictureId: one.pictureId } },
    { kicker: "", lead: { ...use, pictureId: two.pictureId, caption: "Flour." } },
  );
  const kicker = await restore({ kind: "field", name: "kicker" });
  expect(kicker.fields).toMatchObject({
    kicker: "Prices",
    lead: { pictureId: two.pictureId, caption: "Flour." },
  });
  const caption = await restore({ kind: "field", name: "leadCaption" }, kicker.revisionId);
  expect(caption.fields.lead).toMatchObject({ pictureId: two.pictureId, caption: "Bread." });
  const picture = await restore({ kind: "field", name: "leadPicture" }, caption.revisionId);
  expect(picture.fields.lead).toMatchObject({ pictureId: one.pictureId, caption: "Bread." });
});

test("a part is refused on a text that this person hasn't seen, and when neither version has it", async ({
  scene,
}) => {
  const { revisionId, restore } = await changed(scene, {}, {});
  await expect(restore({ kind: "field", name: "kicker" }, revisionId)).rejects.toMatchObject({
    kind: "conflict",
  });
  await expect(restore({ kind: "block", blockId: "block-z-000000" })).rejects.toMatchObject({
    kind: "missing",
  });
});

test("in a room a part comes back into what colleagues have written meanwhile", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const { storyId, revisionId, after, restore } = await changed(scene, {}, {});
  await openRoom(scene.as(rawa), { storyId });
  await saveAgain(scene.as(dilan), storyId, after.revisionId, {
    document: doc(named("a", "One, changed."), named("c", "Three."), named("d", "Four, by Dilan.")),
  });
  await restore({ kind: "block", blockId: "block-b-000000" });
  const { head } = await getDeskStory(scene.as(rawa), { storyId });
  expect(toText(head.document)).toBe("One, changed.\n\nTwo.\n\nThree.\n\nFour, by Dilan.");
  const wrong = restore({ kind: "field", name: "kicker" }, storyId);
  await expect(wrong).rejects.toMatchObject({ kind: "conflict" });
  expect(revisionId).not.toBe(head.revisionId);
});

test("who may read a story and not write in it brings nothing back and names nothing", async ({ scene }) => {
  const { shilan } = scene.newsroom;
  const story = await aLiveStory(scene);
  const wanted = { ...story, baseRevisionId: story.revisionId };
  const part = { kind: "field", name: "kicker" } as const;
  await expect(restorePart(scene.as(shilan), { ...wanted, part })).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(nameVersion(scene.as(shilan), { ...story, name: "Mine" })).rejects.toMatchObject({
    kind: "forbidden",
  });
});

test("choices are compared by what they are called: sections, marks, roles, pictures", async ({ scene }) => {
  const { worldId } = scene.newsroom;
  const { pictureId } = await aPicture(scene, { description: "A bakery" });
  const lead = { pictureId, caption: "", credit: "", alt: "", decorative: true, crop: "wide" as const };
  const { storyId, revisionId, after } = await changed(
    scene,
    { marks: [] },
    { marks: ["lead"], sectionId: worldId, lead },
  );
  const compared = await compareVersions(scene.as(scene.newsroom.rawa), {
    ...{ storyId, fromId: revisionId, toId: after.revisionId },
  });
  const field = (name: string) => compared.fields.find((each) => each.name === name);
  expect(field("sectionId")).toMatchObject({
    choices: [
      { how: "out", text: "News" },
      { how: "in", text: "World" },
    ],
  });
  expect(field("marks")).toMatchObject({ choices: [{ how: "in", words: [{ of: "mark", value: "lead" }] }] });
  expect(field("leadPicture")).toMatchObject({ before: null, after: { name: "A bakery", crop: "wide" } });
  expect(JSON.stringify(compared.fields)).not.toContain(worldId);
  expect(compared.blocks.map(({ how }) => how)).toEqual(["changed", "out", "in"]);
});

test("a version of another story can't be compared", async ({ scene }) => {
  const [one, two] = [await changed(scene, {}, {}), await changed(scene, {}, {})];
  await expect(
    compareVersions(scene.as(scene.newsroom.rawa), {
      ...{ storyId: one.storyId, fromId: one.revisionId, toId: two.revisionId },
    }),
  ).rejects.toMatchObject({ kind: "missing" });
});
