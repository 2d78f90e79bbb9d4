import { describe, expect } from "vitest";
import { listFeed } from "../feeds/list-feed.ts";
import { listSitemap, listSitemapMonths } from "../feeds/list-sitemap.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { test } from "../testing/test.ts";
import { listLanguageFront, listSectionFront } from "./list-front.ts";

const numbers = (stories: readonly { number: number }[] | undefined) => stories?.map(({ number }) => number);

describe("lists of stories", () => {
  test("fronts, feeds and the sitemap hold what is published in their language and section, newest first", async ({
    scene,
  }) => {
    const { db, newsroom } = scene;
    const world = { sectionId: newsroom.worldId };
    const first = await aLiveStory(scene, { fields: { marks: ["lead"] } });
    await aStory(scene, { by: newsroom.rawa });
    const second = await aLiveStory(scene, { fields: world });
    const arabic = await aLiveStory(scene, { language: "ar", familyId: first.familyId });
    const gone = await aLiveStory(scene);
    await withdrawStory(scene.as(newsroom.dilan), {
      storyId: gone.storyId,
      note: "",
    });

    const english = await listLanguageFront(db, "en");
    expect(numbers(english?.newest)).toEqual([second.storyNumber, first.storyNumber]);
    expect(numbers(english?.marked)).toEqual([first.storyNumber]);
    expect(english?.languages).toEqual(["en", "ar"]);
    const section = await listSectionFront(db, "en", "world");
    expect(numbers(section?.newest)).toEqual([second.storyNumber]);
    expect(section?.languages).toEqual(["en"]);
    expect(numbers((await listFeed(db, "en", { kind: "language" }))?.stories)).toEqual([
      second.storyNumber,
      first.storyNumber,
    ]);
    expect(numbers((await listFeed(db, "en", { kind: "section", slug: "news" }))?.stories)).toEqual([
      first.storyNumber,
    ]);

    const month = first.publishedAt.toISOString().slice(0, 7);
    const map = await listSitemap(db, "en", month);
    expect(numbers(map.map(({ address }) => address))).toEqual([second.storyNumber, first.storyNumber]);
    expect(map[1]?.family.map(({ language, number }) => [language, number])).toEqual([
      ["en", first.storyNumber],
      ["ar", arabic.storyNumber],
    ]);
    const months = (await listSitemapMonths(db)).map(({ language, month }) => `${language} ${month}`);
    expect(months).toEqual([`ar ${month}`, `en ${month}`]);
    expect(await listSitemap(db, "en", "2001-01")).toEqual([]);
  });

  test("the lead leads however many top stories came after it", async ({ scene }) => {
    const lead = await aLiveStory(scene, { language: "ckb", fields: { marks: ["lead"] } });
    for (let count = 0; count < 9; count += 1) {
      await aLiveStory(scene, { language: "ckb", fields: { marks: ["top"] } });
    }
    const front = await listLanguageFront(scene.db, "ckb");
    expect(numbers(front?.marked)).toHaveLength(9);
    expect(numbers(front?.marked)).toContain(lead.storyNumber);
  });

  test("a section that the outlet doesn't have is none, and its list is empty", async ({ scene }) => {
    const answer = await listSectionFront(scene.db, "en", "no-such-section");
    expect(answer).toMatchObject({ section: null, newest: [], marked: [] });
    const list = { kind: "section", slug: "no-such-section" } as const;
    expect((await listFeed(scene.db, "en", list))?.name).toBeNull();
  });
});
