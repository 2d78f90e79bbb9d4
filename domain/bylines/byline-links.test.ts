import { gte } from "drizzle-orm";
import { expect } from "vitest";
import { changes } from "#db/schema.ts";
import { addContributor } from "../choices/add.ts";
import { newsArticle } from "../feeds/news-article.ts";
import { findStoryPage } from "../publications/find-story-page.ts";
import { keysOfStoryPage } from "../publications/keys.ts";
import { bylineOf } from "../publications/words-of-story.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { type Scene, test } from "../testing/test.ts";
import { mergeWords, separateWord } from "../words/merge-words.ts";
import { moveWord } from "../words/move-word.ts";
import { hideByline, showByline } from "./hide.ts";

const signer = ({ newsroom, as }: Scene, label: string) =>
  addContributor(as(newsroom.dilan), { label, language: "en" });

async function signedStory(scene: Scene, contributorId: string) {
  const { storyNumber } = await aLiveStory(scene, {
    fields: { byline: [{ contributorId, role: "writing" }] },
  });
  return storyNumber;
}

/** What a print of the story made now has: the address behind its byline, and the keys that it waits for. */
async function printed({ db }: Scene, number: number) {
  const answer = await findStoryPage(db, number);
  if (!answer?.story) throw new Error("the story isn't live");
  const { story, edition } = answer;
  const [signed] = story.printed.byline;
  const link = signed ? bylineOf(story, signed.name, signed.slug) : null;
  const { author } = newsArticle(story, edition, "https://zagros.test");
  return { link: link?.slug ?? null, author, keys: keysOfStoryPage(story) };
}

/** Keys that were touched since, softly or hard. */
async function touchedBy({ db }: Scene, act: () => Promise<{ changeSeq: number }>) {
  const before = Math.max(0, ...(await db.select().from(changes)).map(({ seq }) => seq));
  const { changeSeq } = await act();
  const rows = await db
    .select()
    .from(changes)
    .where(gte(changes.seq, before + 1));
  expect(Math.max(...rows.map(({ seq }) => seq))).toBe(changeSeq);
  const keysOf = (hard: string) => rows.filter((row) => row.hard === hard).flatMap(({ keys }) => keys);
  return { soft: keysOf("soft"), hard: keysOf("hard") };
}

test("a story that is out loses the link to a hidden byline with the page itself, and gets it back", async ({
  scene,
}) => {
  const ctx = scene.as(scene.newsroom.dilan);
  const pen = await signer(scene, "A quiet voice");
  const other = await signer(scene, "Somebody else");
  const number = await signedStory(scene, pen.id);
  const elsewhere = await printed(scene, await signedStory(scene, other.id));
  const before = await printed(scene, number);
  expect(before).toMatchObject({
    link: "a-quiet-voice",
    author: [{ url: "https://zagros.test/en/by/a-quiet-voice" }],
  });

  const gone = await touchedBy(scene, () => hideByline(ctx, { wordId: pen.id }));
  // The byline's page goes at once, whatever happens; the story stays in reach while it is printed again.
  expect(gone.hard).toContain("by:en:a-quiet-voice");
  expect(before.keys.filter((key) => gone.soft.includes(key))).toEqual([`signed:${pen.id}`]);
  expect(before.keys.some((key) => gone.hard.includes(key))).toBe(false);
  expect(elsewhere.keys.some((key) => [...gone.soft, ...gone.hard].includes(key))).toBe(false);
  const hidden = await printed(scene, number);
  expect(hidden).toMatchObject({ link: null, author: [{ name: "A quiet voice" }] });
  expect(JSON.stringify(hidden.author)).not.toContain("/by/");

  const back = await touchedBy(scene, () => showByline(ctx, { wordId: pen.id }));
  expect(hidden.keys.some((key) => back.soft.includes(key))).toBe(true);
  expect((await printed(scene, number)).link).toBe("a-quiet-voice");
});

test("a byline that moved or was merged under another name is linked where it stands now", async ({
  scene,
}) => {
  const ctx = scene.as(scene.newsroom.dilan);
  const [old, kept] = [await signer(scene, "L. Ahmed"), await signer(scene, "Lana Ahmed")];
  const number = await signedStory(scene, old.id);
  const first = await printed(scene, number);
  const moved = await touchedBy(scene, () =>
    moveWord(ctx, { kind: "contributor", wordId: old.id, slug: "lana-a" }),
  );
  expect(first.keys.some((key) => moved.soft.includes(key))).toBe(true);
  expect((await printed(scene, number)).link).toBe("lana-a");

  const merge = () => mergeWords(ctx, { kind: "contributor", wordId: old.id, intoId: kept.id });
  const merged = await touchedBy(scene, merge);
  expect(first.keys.some((key) => merged.soft.includes(key))).toBe(true);
  const then = await printed(scene, number);
  expect(then.link).toBe("lana-ahmed");

  const apart = await touchedBy(scene, () => separateWord(ctx, { kind: "contributor", wordId: old.id }));
  expect(then.keys.some((key) => apart.soft.includes(key))).toBe(true);
  expect((await printed(scene, number)).link).toBe("lana-a");
});
