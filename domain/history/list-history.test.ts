import { expect } from "vitest";
import type { Person } from "../context.ts";
import { publishStory } from "../stories/publish.ts";
import { aStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { listHistory } from "./list-history.ts";
import { nameVersion } from "./name-version.ts";
import { pruneHistories } from "./prune.ts";

const minute = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** Saves one after the other, each at its minute, each with its text. */
async function written(scene: Scene, saves: [who: Person, at: number, text: string][]) {
  const { rawa } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("Bread costs more.")) });
  let base = story.revisionId;
  const ids: string[] = [base];
  for (const [who, at, text] of saves) {
    const ctx = scene.as(who, minute(at));
    const document = doc(...text.split("|").map((line) => p(line)));
    base = (await saveAgain(ctx, story.storyId, base, { document })).revisionId;
    ids.push(base);
  }
  return { ...story, ids, revisionId: base };
}

test("a history is told by stretches of writing: who, from when to when, how many words", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const { storyId, ids } = await written(scene, [
    [rawa, 60, "Bread costs more from Monday."],
    [dilan, 62, "Bread costs more from Monday, bakers say."],
    [rawa, 64, "Bread costs a lot more from Monday, bakers say."],
    [dilan, 90, "Bread costs a lot more, bakers say."],
  ]);
  const { lines } = await listHistory(scene.as(rawa, minute(91)), { storyId, limit: 10 });
  expect(lines.map(({ people, wordsIn, wordsOut, steps }) => [people, wordsIn, wordsOut, steps])).toEqual([
    [["Dilan Karim"], 0, 2, 1],
    [["Rawa Aziz", "Dilan Karim"], 6, 0, 3],
    [["Rawa Aziz"], 3, 0, 2],
  ]);
  expect(lines[0]).toMatchObject({ isHead: true, revisionId: ids[4], beforeId: ids[3] });
  expect([lines[1]?.startedAt, lines[1]?.endedAt]).toEqual([minute(60), minute(64)]);
});

test("versions that were named or sent out stand out, and end their stretch", async ({ scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const { storyId, ids, revisionId } = await written(scene, [
    [rawa, 1, "One."],
    [rawa, 2, "Two."],
    [rawa, 3, "Three."],
  ]);
  await nameVersion(scene.as(rawa), { storyId, revisionId: ids[1] ?? "", name: "  Before   the lawyer " });
  await publishStory(scene.as(dilan), { storyId, revisionId, seenPublicationId: null });
  const { lines } = await listHistory(scene.as(dilan), { storyId, limit: 10 });
  expect(lines.map(({ marks }) => marks.map(({ name, sent }) => name ?? sent))).toEqual([
    [[1]],
    ["Before the lawyer"],
  ]);
  await nameVersion(scene.as(dilan), { storyId, revisionId: ids[1] ?? "", name: "" });
  const after = await listHistory(scene.as(dilan), { storyId, limit: 10 });
  expect(after.lines.flatMap(({ marks }) => marks.map(({ name }) => name))).toEqual([null]);
});

test("a field without a word of text is told by its name, a text kept aside by its own line", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const { storyId, revisionId } = await written(scene, [[rawa, 1, "One."]]);
  await saveAgain(scene.as(dilan, minute(20)), storyId, revisionId, { fields: { kicker: "Prices" } });
  await saveAgain(scene.as(rawa, minute(21)), storyId, revisionId, { document: doc(p("One, aside.")) });
  const { lines } = await listHistory(scene.as(rawa, minute(30)), { storyId, limit: 2 });
  expect(lines).toMatchObject([
    { kind: "aside", people: ["Rawa Aziz"], wordsIn: 1, fields: [], isHead: false },
    { kind: "save", people: ["Dilan Karim"], wordsIn: 0, wordsOut: 0, fields: ["kicker"], isHead: true },
  ]);
});

test("the history says the same after the steps within it were pruned, page by page, too", async ({
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const saves = Array.from({ length: 40 }, (_, at): [Person, number, string] => [
    at % 3 === 0 ? dilan : rawa,
    at < 20 ? at / 4 : 60 + at / 4,
    `Word ${at} of many|And ${"more ".repeat(at % 7)}of it`,
  ]);
  const { storyId } = await written(scene, saves);
  const ctx = scene.as(rawa, minute(200));
  const before = await listHistory(ctx, { storyId, limit: 10 });
  const machine = scene.as({ kind: "system", name: "night" }, minute(200));
  expect((await pruneHistories(machine, "recent")).pruned).toBeGreaterThan(20);
  const after = await listHistory(ctx, { storyId, limit: 10 });
  expect(after).toEqual(before);
  const [newest] = (await listHistory(ctx, { storyId, limit: 1 })).lines;
  const rest = await listHistory(ctx, { storyId, limit: 10, before: newest?.seq });
  expect([newest, ...rest.lines]).toEqual(before.lines);
});

test("a history of a story that isn't open to somebody isn't there", async ({ scene }) => {
  const { storyId } = await written(scene, []);
  const stranger: Person = {
    kind: "person",
    personId: scene.newsroom.shilan.personId,
    name: "X",
    grants: [],
  };
  await expect(listHistory(scene.as(stranger), { storyId, limit: 1 })).rejects.toMatchObject({
    kind: "missing",
  });
  await expect(
    nameVersion(scene.as(stranger), { storyId, revisionId: storyId, name: "Mine" }),
  ).rejects.toMatchObject({ kind: "missing" });
});
