import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerContributors, readerListings, readerRedirects, readerTopics } from "#db/reader.ts";
import { changes, contributors, publications, topics } from "#db/schema.ts";
import { redirects } from "#db/schema-circulation.ts";
import { hideByline, showByline } from "../bylines/hide.ts";
import { addContributor, addTopic } from "../choices/add.ts";
import { listStoryChoices } from "../choices/list.ts";
import { createStory } from "../stories/create.ts";
import { getDeskStory } from "../stories/find.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { hashOfEverything } from "../testing/people.ts";
import { type Scene, test } from "../testing/test.ts";
import { addWord } from "./add-word.ts";
import { getWord } from "./get-word.ts";
import { listWords } from "./list-words.ts";
import { mergeWords, separateWord } from "./merge-words.ts";
import { moveWord } from "./move-word.ts";

const topic = async ({ newsroom, as }: Scene, label: string, labels = {}) =>
  addTopic(as(newsroom.rawa), { label, language: "en", labels: { en: label, ...labels } });

async function leadsTo({ db }: Scene, from: string): Promise<string | null> {
  const [row] = await db.select().from(readerRedirects).where(eq(readerRedirects.fromPath, from));
  return row?.toPath ?? null;
}

async function listedUnder({ db }: Scene, wordId: string): Promise<number> {
  const rows = await db.select().from(readerListings).where(eq(readerListings.wordId, wordId));
  return rows.length;
}

describe("a word that moves", () => {
  test("a topic's old address leads to the new one, in every language, without a detour", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.dilan);
    const { id: wordId } = await topic(scene, "Irrigation");
    const { changeSeq } = await moveWord(ctx, { kind: "topic", wordId, slug: "watering" });
    expect(await leadsTo(scene, "/ckb/topic/irrigation")).toBe("/ckb/topic/watering");
    const [change] = await db.select().from(changes).where(eq(changes.seq, changeSeq));
    expect(change?.keys).toEqual(
      expect.arrayContaining(["topic:en:irrigation", "topic:en:watering", "redirects"]),
    );
    await moveWord(ctx, { kind: "topic", wordId, slug: "farm-water" });
    expect(await leadsTo(scene, "/en/topic/irrigation")).toBe("/en/topic/farm-water");
    expect(await leadsTo(scene, "/en/topic/watering")).toBe("/en/topic/farm-water");
    await moveWord(ctx, { kind: "topic", wordId, slug: "irrigation" });
    expect(await leadsTo(scene, "/en/topic/irrigation")).toBeNull();
    expect(await leadsTo(scene, "/en/topic/farm-water")).toBe("/en/topic/irrigation");
  });

  test("nobody takes an address that another word has, or once had", async ({ scene }) => {
    const { newsroom, as } = scene;
    const ctx = as(newsroom.dilan);
    const a = await topic(scene, "Elections");
    const b = await topic(scene, "Votes");
    const taken = moveWord(ctx, { kind: "topic", wordId: b.id, slug: "elections" });
    await expect(taken).rejects.toMatchObject({ kind: "conflict", field: "slug" });
    await moveWord(ctx, { kind: "topic", wordId: a.id, slug: "polls" });
    const once = moveWord(ctx, { kind: "topic", wordId: b.id, slug: "elections" });
    await expect(once).rejects.toMatchObject({ kind: "conflict" });
    expect((await addWord(ctx, { kind: "topic", labels: { en: "Elections" } })).slug).toBe("elections-2");
  });
});

describe("two words that are one", () => {
  test("stories of a merged topic are listed under the other; what was printed stays", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.dilan);
    const old = await topic(scene, "Dams", { ckb: "بەنداو" });
    const kept = await topic(scene, "Dams and rivers", { ar: "السدود" });
    const story = await aLiveStory(scene, { fields: { topicIds: [old.id] } });
    await aLiveStory(scene, { fields: { topicIds: [old.id, kept.id] } });
    await mergeWords(ctx, { kind: "topic", wordId: old.id, intoId: kept.id });

    expect([await listedUnder(scene, old.id), await listedUnder(scene, kept.id)]).toEqual([0, 2]);
    expect(await db.select().from(readerTopics).where(eq(readerTopics.id, old.id))).toEqual([]);
    expect(await leadsTo(scene, "/ar/topic/dams")).toBe("/ar/topic/dams-and-rivers");
    const [printed] = await db.select().from(publications).where(eq(publications.id, story.publicationId));
    expect(printed?.printed.topics).toEqual([{ slug: "dams", label: "Dams" }]);
    expect(printed?.fields.topicIds).toEqual([old.id]);
    const word = await getWord(ctx, { kind: "topic", wordId: kept.id });
    expect(word).toMatchObject({
      stories: 2,
      labels: { en: "Dams and rivers", ckb: "بەنداو", ar: "السدود" },
      merged: [{ wordId: old.id, slug: "dams" }],
    });
    const listed = await listWords(ctx, { kind: "topic", search: "بەنداو" });
    expect(listed.rows.map(({ wordId, stories }) => [wordId, stories])).toEqual([[kept.id, 2]]);
  });

  test("a story that names a merged topic prints the other, once, and is offered it no more", async ({
    scene,
  }) => {
    const { newsroom, as, db } = scene;
    const old = await topic(scene, "Footbal");
    const kept = await topic(scene, "Football");
    await mergeWords(as(newsroom.dilan), { kind: "topic", wordId: old.id, intoId: kept.id });
    const { publicationId } = await aLiveStory(scene, { fields: { topicIds: [old.id, kept.id] } });
    const [row] = await db.select().from(publications).where(eq(publications.id, publicationId));
    expect(row?.printed.topics).toEqual([{ slug: "football", label: "Football" }]);
    expect(await listedUnder(scene, kept.id)).toBe(1);
    const { topics: choices } = await listStoryChoices(as(newsroom.rawa), { language: "en" });
    expect(choices.find(({ id }) => id === old.id)).toMatchObject({ label: "Football", standsFor: kept.id });
  });

  test("merging on never needs two steps, and merging twice or in a ring is refused", async ({ scene }) => {
    const { newsroom, as, db } = scene;
    const ctx = as(newsroom.dilan);
    const [a, b, c] = [
      await topic(scene, "Rain A"),
      await topic(scene, "Rain B"),
      await topic(scene, "Rain C"),
    ];
    await mergeWords(ctx, { kind: "topic", wordId: a.id, intoId: b.id });
    await mergeWords(ctx, { kind: "topic", wordId: b.id, intoId: c.id });
    const rows = await db.select().from(topics).where(eq(topics.mergedInto, c.id));
    expect(rows.map(({ id }) => id).toSorted()).toEqual([a.id, b.id].toSorted());
    expect(await leadsTo(scene, "/en/topic/rain-a")).toBe("/en/topic/rain-c");
    for (const [wordId, intoId] of [
      [c.id, a.id],
      [a.id, c.id],
    ] as const) {
      const again = mergeWords(ctx, { kind: "topic", wordId, intoId });
      await expect(again).rejects.toMatchObject({ kind: "conflict" });
    }
    await expect(mergeWords(ctx, { kind: "topic", wordId: c.id, intoId: c.id })).rejects.toMatchObject({
      kind: "invalid",
    });
  });

  test("of two editors who merge two words into each other, one is refused", async ({ scene }) => {
    const { newsroom, as } = scene;
    const [a, b] = [await topic(scene, "Snow"), await topic(scene, "Snowfall")];
    const both = await Promise.allSettled([
      mergeWords(as(newsroom.dilan), { kind: "topic", wordId: a.id, intoId: b.id }),
      mergeWords(as(newsroom.hana), { kind: "topic", wordId: b.id, intoId: a.id }),
    ]);
    expect(both.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });

  test("a merge is taken apart again: each topic has its own stories and its own address", async ({
    scene,
  }) => {
    const { newsroom, as, db } = scene;
    const ctx = as(newsroom.dilan);
    const [a, b] = [await topic(scene, "Kites"), await topic(scene, "Birds")];
    await aLiveStory(scene, { fields: { topicIds: [a.id] } });
    await aLiveStory(scene, { fields: { topicIds: [b.id] } });
    await mergeWords(ctx, { kind: "topic", wordId: a.id, intoId: b.id });
    await separateWord(ctx, { kind: "topic", wordId: a.id });
    expect([await listedUnder(scene, a.id), await listedUnder(scene, b.id)]).toEqual([1, 1]);
    expect(await leadsTo(scene, "/en/topic/kites")).toBeNull();
    expect(await db.select().from(readerTopics).where(eq(readerTopics.id, a.id))).toHaveLength(1);
    await expect(separateWord(ctx, { kind: "topic", wordId: a.id })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("two entries of one person become one byline, with the account and one signature", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.dilan);
    const { shilan } = newsroom;
    const one = await addContributor(ctx, { label: "Shilan O.", language: "en", personId: shilan.personId });
    const two = await addContributor(ctx, { label: "Shilan Omar", language: "en" });
    const other = await addContributor(ctx, {
      label: "Rawa A.",
      language: "en",
      personId: newsroom.rawa.personId,
    });
    await mergeWords(ctx, { kind: "contributor", wordId: one.id, intoId: two.id });
    expect(await leadsTo(scene, "/ckb/by/shilan-o")).toBe("/ckb/by/shilan-omar");
    const story = await createStory(as(shilan), { language: "en" });
    const { head } = await getDeskStory(as(shilan), story);
    expect(head.fields.byline).toEqual([{ contributorId: two.id, role: "writing" }]);
    const byline = [one, two].map(({ id }) => ({ contributorId: id, role: "writing" as const }));
    const { publicationId } = await aLiveStory(scene, { fields: { byline } });
    const [row] = await db.select().from(publications).where(eq(publications.id, publicationId));
    expect(row?.printed.byline).toEqual([{ name: "Shilan Omar", role: "writing", slug: "shilan-omar" }]);
    const strangers = mergeWords(ctx, { kind: "contributor", wordId: other.id, intoId: two.id });
    await expect(strangers).rejects.toMatchObject({ kind: "conflict" });
    const [left] = await db.select().from(contributors).where(eq(contributors.id, other.id));
    expect(left?.mergedInto).toBeNull();
  });
});

test("a hidden byline has no page, and its stories print the name without a link", async ({ scene }) => {
  const { db, newsroom, as } = scene;
  const ctx = as(newsroom.dilan);
  const pen = await addContributor(ctx, { label: "A quiet voice", language: "en" });
  const pageOf = () => db.select().from(readerContributors).where(eq(readerContributors.id, pen.id));
  const { changeSeq } = await hideByline(ctx, { wordId: pen.id });
  expect(await pageOf()).toEqual([]);
  const [change] = await db.select().from(changes).where(eq(changes.seq, changeSeq));
  expect(change).toMatchObject({ hard: "hard" });
  expect(change?.keys).toContain("by:en:a-quiet-voice");
  const byline = [{ contributorId: pen.id, role: "writing" as const }];
  const { publicationId } = await aLiveStory(scene, { fields: { byline } });
  const [row] = await db.select().from(publications).where(eq(publications.id, publicationId));
  expect(row?.printed.byline).toEqual([{ name: "A quiet voice", role: "writing" }]);
  await showByline(ctx, { wordId: pen.id });
  expect(await pageOf()).toHaveLength(1);
});

test("a reporter moves, merges and hides nothing", async ({ scene }) => {
  const { db, newsroom, as } = scene;
  const [a, b] = [await topic(scene, "Trade"), await topic(scene, "Commerce")];
  const pen = await addContributor(as(newsroom.dilan), { label: "Pen", language: "en" });
  const gone = await topic(scene, "Business news");
  await mergeWords(as(newsroom.dilan), { kind: "topic", wordId: gone.id, intoId: a.id });
  const before = await hashOfEverything(db);
  const ctx = as(newsroom.rawa);
  for (const attempt of [
    () => moveWord(ctx, { kind: "topic", wordId: a.id, slug: "mine" }),
    () => mergeWords(ctx, { kind: "topic", wordId: a.id, intoId: b.id }),
    () => separateWord(ctx, { kind: "topic", wordId: gone.id }),
    () => hideByline(ctx, { wordId: pen.id }),
    () => showByline(ctx, { wordId: pen.id }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ kind: "forbidden" });
  }
  expect(await hashOfEverything(db)).toBe(before);
  expect(await db.select().from(redirects).where(eq(redirects.toPath, "/en/topic/mine"))).toEqual([]);
});
