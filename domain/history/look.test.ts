import { expect } from "vitest";
import { aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p, withAttrs } from "../testing/doc.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { lookAtStory } from "./look.ts";
import { listParagraphAuthors } from "./paragraph-authors.ts";
import { pruneHistories } from "./prune.ts";

const minute = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const named = (id: string, text: string) => withAttrs(p(text), { id: `block-${id}-000000` });

async function edited(scene: Scene) {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(named("a", "One."), named("b", "Two.")) });
  const looked = await lookAtStory(scene.as(rawa, minute(1)), story);
  const after = await saveAgain(scene.as(dilan, minute(20)), story.storyId, story.revisionId, {
    document: doc(named("a", "One and only."), named("b", "Two.")),
  });
  return { ...story, looked, after };
}

test("whoever comes back hears who changed how much since, and from which version on", async ({ scene }) => {
  const { rawa } = scene.newsroom;
  const { storyId, revisionId, looked, after } = await edited(scene);
  expect(looked.since).toBeNull();
  const { since } = await lookAtStory(scene.as(rawa, minute(60)), { storyId, revisionId: after.revisionId });
  expect(since).toMatchObject({ names: ["Dilan Karim"], wordsIn: 2, wordsOut: 0, fromId: revisionId });
  expect(since?.lookedAt).toEqual(minute(1));
  const again = await lookAtStory(scene.as(rawa, minute(62)), { storyId, revisionId: after.revisionId });
  expect(again.since).toEqual(since);
  const later = await lookAtStory(scene.as(rawa, minute(120)), { storyId, revisionId: after.revisionId });
  expect(later.since).toBeNull();
});

test("nobody is told of their own words", async ({ scene }) => {
  const { dilan, rawa } = scene.newsroom;
  const { storyId, after } = await edited(scene);
  await lookAtStory(scene.as(dilan, minute(21)), { storyId, revisionId: after.revisionId });
  const own = await saveAgain(scene.as(dilan, minute(40)), storyId, after.revisionId, {
    document: doc(named("a", "Nothing.")),
  });
  const seen = await lookAtStory(scene.as(dilan, minute(90)), { storyId, revisionId: own.revisionId });
  expect(seen.since).toBeNull();
  const { since } = await lookAtStory(scene.as(rawa, minute(90)), { storyId, revisionId: own.revisionId });
  expect(since).toMatchObject({ names: ["Dilan Karim"], wordsOut: 2, wordsIn: 1 });
});

test("each paragraph names the people whose words are in it, the last one first", async ({ scene }) => {
  const { rawa } = scene.newsroom;
  const { storyId, after } = await edited(scene);
  const { blocks } = await listParagraphAuthors(scene.as(rawa), { storyId, revisionId: after.revisionId });
  expect(blocks.map(({ authors }) => authors.map(({ name }) => name))).toEqual([
    ["Dilan Karim", "Rawa Aziz"],
    ["Rawa Aziz"],
  ]);
});

test("pruning forgets nobody's paragraph of a joint stretch", async ({ scene }) => {
  const { rawa, dilan, shilan } = scene.newsroom;
  const { storyId, after } = await edited(scene);
  const turns = [rawa, shilan, rawa, dilan, shilan, rawa, dilan, rawa, shilan, dilan, rawa, rawa];
  let base = after.revisionId;
  const lines: string[] = [];
  for (const [turn, who] of turns.entries()) {
    lines.push(who.name);
    const document = doc(...lines.map((name, at) => named(`l${at}`, `${name} wrote line ${at}.`)));
    base = (await saveAgain(scene.as(who, minute(30 + turn / 3)), storyId, base, { document })).revisionId;
  }
  const ask = () => listParagraphAuthors(scene.as(rawa), { storyId, revisionId: base });
  const before = (await ask()).blocks.map(({ authors }) => authors.map(({ name }) => name));
  expect(before).toEqual(turns.map(({ name }) => [name]));
  const { pruned } = await pruneHistories(scene.as({ kind: "system", name: "night" }, minute(90)), "recent");
  expect(pruned).toBeGreaterThan(5);
  const kept = (await ask()).blocks.map(({ authors }) => authors.map(({ name }) => name));
  for (const [at, names] of before.entries()) expect(kept[at]).toEqual(expect.arrayContaining(names));
});
