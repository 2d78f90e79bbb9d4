import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { contributors } from "#db/schema.ts";
import { createStory } from "../stories/create.ts";
import { getDeskStory } from "../stories/find.ts";
import { aStory } from "../testing/a-story.ts";
import { test } from "../testing/test.ts";
import { addAgency, addContributor, addPlace, addTopic } from "./add.ts";
import { listStoryChoices } from "./list.ts";

test("whoever writes can add a name, a place, a topic and an agency, and finds them in the story's language", async ({
  scene,
}) => {
  const ctx = scene.as(scene.newsroom.rawa);
  await addContributor(ctx, { label: "Nian Rashid", language: "en" });
  await addPlace(ctx, { label: "HALABJA", language: "en", labels: { en: "HALABJA", ckb: "هەڵەبجە" } });
  await addTopic(ctx, { label: "Prices", language: "en" });
  await addAgency(ctx, { label: "Reuters", language: "en" });
  const choices = await listStoryChoices(ctx, { language: "ckb" });
  expect(choices.places.map(({ label }) => label)).toContain("هەڵەبجە");
  expect(choices.contributors).toMatchObject([{ slug: "nian-rashid", label: "Nian Rashid" }]);
  expect(choices.topics[0]?.slug).toBe("prices");
  expect(choices.agencies[0]?.slug).toBe("reuters");
  expect(choices.sections.map(({ slug }) => slug)).toEqual(["news", "world"]);
});

test("of many places those that stories were written from lately are offered first", async ({ scene }) => {
  const { newsroom, as } = scene;
  const ctx = as(newsroom.rawa);
  await addPlace(ctx, { label: "ABUJA", language: "en" });
  const zakho = await addPlace(ctx, { label: "ZAKHO", language: "en" });
  await aStory(scene, { by: newsroom.rawa, fields: { dateline: { placeId: zakho.id, text: "" } } });
  const { places } = await listStoryChoices(ctx, { language: "en" });
  expect(places[0]?.label).toBe("ZAKHO");
});

test("two people with one name are two contributors, also when both are added at once", async ({ scene }) => {
  const ctx = scene.as(scene.newsroom.rawa);
  const added = await Promise.all(
    [1, 2, 3].map(() => addContributor(ctx, { label: "Ahmed Ali", language: "en" })),
  );
  expect(added.map(({ slug }) => slug).toSorted()).toEqual(["ahmed-ali", "ahmed-ali-2", "ahmed-ali-3"]);
});

test("a name without Latin letters gets an address that counts", async ({ scene }) => {
  const ctx = scene.as(scene.newsroom.rawa);
  const first = await addPlace(ctx, { label: "پێنجوێن", language: "ckb" });
  const second = await addPlace(ctx, { label: "سەیدسادق", language: "ckb" });
  expect([first.slug, second.slug]).toEqual(["place", "place-2"]);
});

test("a linked contributor signs the writer's new stories", async ({ scene }) => {
  const { shilan } = scene.newsroom;
  const ctx = scene.as(shilan);
  const own = await addContributor(ctx, { label: shilan.name, language: "en", personId: shilan.personId });
  const story = await createStory(ctx, { language: "en" });
  const { head } = await getDeskStory(ctx, story);
  expect(head.fields.byline).toEqual([{ contributorId: own.id, role: "writing" }]);
  const [row] = await scene.db.select().from(contributors).where(eq(contributors.id, own.id));
  expect(row?.personId).toBe(shilan.personId);
});

test("somebody without a role adds nothing", async ({ scene }) => {
  const nobody = {
    kind: "person",
    personId: scene.newsroom.rawa.personId,
    name: "Nobody",
    grants: [],
  } as const;
  await expect(addTopic(scene.as(nobody), { label: "Sport", language: "en" })).rejects.toMatchObject({
    kind: "forbidden",
  });
});
