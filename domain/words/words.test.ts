import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { changes, contributors, events, publications, stories, topics } from "#db/schema.ts";
import { linkByline } from "../bylines/link.ts";
import { addContributor, addTopic } from "../choices/add.ts";
import { createStory } from "../stories/create.ts";
import { setEmbargo } from "../stories/set-embargo.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { hashOfEverything, hire } from "../testing/people.ts";
import { type Scene, test } from "../testing/test.ts";
import { addWord } from "./add-word.ts";
import { changeWord } from "./change-word.ts";
import { getWord } from "./get-word.ts";
import { listWords } from "./list-words.ts";

const slugsOf = async ({ newsroom, as }: Scene, search: string) =>
  (await listWords(as(newsroom.dilan), { kind: "topic", search })).rows.map(({ slug }) => slug);

describe("the outlet's words", () => {
  test("an editor writes a topic's name in every language, and its pages follow", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.dilan);
    const { wordId, slug } = await addWord(ctx, { kind: "topic", labels: { en: "Water" } });
    const seen = { labels: { en: "Water" }, about: {} };
    const labels = { en: "Water", ar: "المياه", ckb: "ئاو" };
    const about = { en: "Rivers, dams and taps." };
    const { changeSeq } = await changeWord(ctx, { kind: "topic", wordId, seen, labels, about });
    expect(await getWord(ctx, { kind: "topic", wordId })).toMatchObject({ slug, labels, about, stories: 0 });
    const [change] = await db.select().from(changes).where(eq(changes.seq, changeSeq));
    expect(change?.keys).toEqual(["topic:en:water", "topic:ar:water", "topic:ckb:water", "word:topic:water"]);
    const noted = await db.select().from(events).where(eq(events.subjectId, wordId));
    expect(noted.map(({ act }) => act).toSorted()).toEqual(["word.added", "word.changed"]);
  });

  test("two colleagues fill in two languages at once, and neither writes over the other", async ({
    scene,
  }) => {
    const { newsroom, as } = scene;
    const { wordId } = await addWord(as(newsroom.dilan), { kind: "place", labels: { en: "RANYA" } });
    const seen = { labels: { en: "RANYA" }, about: {} };
    const on = { kind: "place" as const, wordId, seen, about: {} };
    await changeWord(as(newsroom.dilan), { ...on, labels: { en: "RANYA", ckb: "ڕانیە" } });
    await changeWord(as(newsroom.hana), { ...on, labels: { en: "RANYA", ar: "رانية" } });
    const { labels } = await getWord(as(newsroom.dilan), { kind: "place", wordId });
    expect(labels).toEqual({ en: "RANYA", ckb: "ڕانیە", ar: "رانية" });
    const late = changeWord(as(newsroom.hana), { ...on, labels: { en: "RANYA", ckb: "ڕانیا" } });
    await expect(late).rejects.toMatchObject({ kind: "conflict", details: { language: "ckb" } });
  });

  test("what was printed keeps its label of the day", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const topic = await addTopic(as(newsroom.rawa), { label: "Bread", language: "en" });
    const { publicationId } = await aLiveStory(scene, { fields: { topicIds: [topic.id] } });
    await changeWord(as(newsroom.dilan), {
      kind: "topic",
      wordId: topic.id,
      seen: { labels: { en: "Bread" }, about: {} },
      labels: { en: "Bread and flour" },
      about: {},
    });
    const [printed] = await db.select().from(publications).where(eq(publications.id, publicationId));
    expect(printed?.printed.topics).toEqual([{ slug: "bread", label: "Bread" }]);
  });

  test("a search finds a word however it is typed, in any language", async ({ scene }) => {
    const { newsroom, as } = scene;
    await addWord(as(newsroom.dilan), {
      kind: "topic",
      labels: { en: "Café culture", ckb: "کولتووری چایخانە", ar: "ثقافة المقهى" },
    });
    for (const typed of ["cafe", "CAFÉ", "كولتووري", "ثقافه", "cafe-culture"]) {
      expect(await slugsOf(scene, typed), typed).toEqual(["cafe-culture"]);
    }
    expect(await slugsOf(scene, "no such thing")).toEqual([]);
  });

  test("a list is paged, and can show what has no name in a language yet", async ({ scene }) => {
    const { newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    for (const name of ["Zed", "Alpha", "Mid"]) await addWord(ctx, { kind: "agency", labels: { en: name } });
    await addWord(ctx, { kind: "agency", labels: { en: "Both", ar: "كلاهما" } });
    const first = await listWords(ctx, { kind: "agency", limit: 2 });
    const second = await listWords(ctx, { kind: "agency", limit: 2, page: 2 });
    expect([first.total, ...first.rows.map(({ slug }) => slug)]).toEqual([4, "alpha", "both"]);
    expect(second.rows.map(({ slug }) => slug)).toEqual(["mid", "zed"]);
    const gaps = await listWords(ctx, { kind: "agency", missing: "ar" });
    expect(gaps.rows.map(({ slug }) => slug)).toEqual(["alpha", "mid", "zed"]);
  });

  test("a word says how many stories name it, and only counts what its reader may see", async ({ scene }) => {
    const { newsroom, as } = scene;
    const { rawa, dilan } = newsroom;
    const topic = await addTopic(as(rawa), { label: "Schools", language: "en" });
    await aLiveStory(scene, { fields: { topicIds: [topic.id], headline: "A school opens" } });
    const secret = await aStory(scene, { by: rawa, fields: { topicIds: [topic.id], headline: "Held back" } });
    const until = new Date("2999-01-01T00:00:00Z");
    await setEmbargo(as(dilan), { storyId: secret.storyId, until, from: "the ministry", people: [] });
    const other = await hire(scene.db, "Naz Ali", "editor");
    const word = await getWord(as(other), { kind: "topic", wordId: topic.id });
    expect(word.newest.map(({ headline }) => headline)).toEqual(["A school opens"]);
    expect(word.stories).toBe(1);
    const listed = await listWords(as(other), { kind: "topic", search: "schools" });
    expect(listed.rows[0]?.stories).toBe(1);
  });

  test("a story that drops a topic isn't counted any more; agencies, places and bylines count too", async ({
    scene,
  }) => {
    const { newsroom, as, db } = scene;
    const { dilan, hana, rawa } = newsroom;
    const place = await addWord(as(dilan), { kind: "place", labels: { en: "PENJWEN" } });
    const agency = await addWord(as(hana), { kind: "agency", labels: { en: "Wire" } });
    const byline = await addWord(as(dilan), { kind: "contributor", labels: { en: "Karwan B." } });
    const story = await aStory(scene, {
      by: rawa,
      fields: {
        dateline: { placeId: place.wordId, text: "" },
        byline: [{ contributorId: byline.wordId, role: "writing" }],
        sources: [{ agencyId: agency.wordId, itemId: "", at: null, url: "" }],
      },
    });
    const countsOf = async () => [
      (await getWord(as(hana), { kind: "place", wordId: place.wordId })).stories,
      (await getWord(as(hana), { kind: "agency", wordId: agency.wordId })).stories,
      (await getWord(as(hana), { kind: "contributor", wordId: byline.wordId })).stories,
    ];
    expect(await countsOf()).toEqual([1, 1, 1]);
    const [row] = await db.select().from(stories).where(eq(stories.id, story.storyId));
    const { saveAgain } = await import("../testing/a-story.ts");
    await saveAgain(as(rawa), story.storyId, row?.headRevisionId ?? "", {
      fields: { dateline: { placeId: null, text: "Penjwen" }, byline: [], sources: [] },
    });
    expect(await countsOf()).toEqual([0, 0, 0]);
  });

  test("a byline that is linked to an account signs that person's stories; readers' views don't know it", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const pen = await addContributor(as(newsroom.dilan), { label: "The Owl", language: "en" });
    await linkByline(as(newsroom.dilan), { wordId: pen.id, personId: newsroom.shilan.personId });
    const word = await getWord(as(newsroom.dilan), { kind: "contributor", wordId: pen.id });
    expect(word.person).toEqual({ personId: newsroom.shilan.personId, name: "Shilan Omar" });
    await createStory(as(newsroom.shilan), { language: "en" });
    expect((await getWord(as(newsroom.dilan), { kind: "contributor", wordId: pen.id })).stories).toBe(1);
    const { rows } = await db.execute(sql`select * from reader.contributors where id = ${pen.id}`);
    expect(JSON.stringify(rows)).not.toContain(newsroom.shilan.personId);
    await linkByline(as(newsroom.dilan), { wordId: pen.id, personId: null });
    const [row] = await db.select().from(contributors).where(eq(contributors.id, pen.id));
    expect(row?.personId).toBeNull();
  });

  test("a reporter keeps no list, and an editor not that of the agencies", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { wordId } = await addWord(as(newsroom.hana), { kind: "topic", labels: { en: "Roads" } });
    const agency = await addWord(as(newsroom.hana), { kind: "agency", labels: { en: "AFP" } });
    const texts = { seen: { labels: { en: "Roads" }, about: {} }, labels: { en: "Mine" }, about: {} };
    const before = await hashOfEverything(db);
    const refused = [
      () => listWords(as(newsroom.rawa), { kind: "topic" }),
      () => getWord(as(newsroom.rawa), { kind: "topic", wordId }),
      () => addWord(as(newsroom.rawa), { kind: "topic", labels: { en: "Mine" } }),
      () => changeWord(as(newsroom.rawa), { kind: "topic", wordId, ...texts }),
      () => linkByline(as(newsroom.rawa), { wordId, personId: null }),
      () => listWords(as(newsroom.dilan), { kind: "agency" }),
      () => addWord(as(newsroom.dilan), { kind: "agency", labels: { en: "Mine" } }),
      () => changeWord(as(newsroom.dilan), { kind: "agency", wordId: agency.wordId, ...texts }),
    ];
    for (const [at, attempt] of refused.entries()) {
      const kind = at === 4 ? /forbidden|missing/ : /forbidden/;
      await expect(attempt(), String(at)).rejects.toMatchObject({ kind: expect.stringMatching(kind) });
    }
    expect(await hashOfEverything(db)).toBe(before);
    expect(await db.select().from(topics).where(eq(topics.id, wordId))).toHaveLength(1);
  });
});
