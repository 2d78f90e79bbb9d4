import { count } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerSections } from "#db/reader.ts";
import { changes } from "#db/schema.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { hashOfEverything } from "../testing/people.ts";
import { type Scene, test } from "../testing/test.ts";
import { addSection } from "./add-section.ts";
import { listSections } from "./list-sections.ts";
import { orderSections } from "./order-sections.ts";
import { renameSection } from "./rename-section.ts";
import { retireSection, returnSection } from "./retire-section.ts";

async function countChanges({ db }: Scene): Promise<number> {
  const [row] = await db.select({ n: count() }).from(changes);
  return row?.n ?? 0;
}

async function slugsOf({ newsroom, as }: Scene): Promise<string[]> {
  const rows = await listSections(as(newsroom.hana));
  return rows.filter(({ retiredAt }) => retiredAt === null).map(({ slug }) => slug);
}

describe("sections", () => {
  test("an admin adds, renames, moves and retires them, and readers' pages follow each time", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    const before = await countChanges(scene);

    const { sectionId } = await addSection(ctx, { slug: "sport", labels: { en: "Sport" } });
    expect(await slugsOf(scene)).toEqual(["news", "world", "sport"]);

    await renameSection(ctx, { sectionId, labels: { en: "Sports", ckb: "وەرزش" } });
    await orderSections(ctx, { sectionIds: [sectionId, newsroom.newsId, newsroom.worldId] });
    expect(await slugsOf(scene)).toEqual(["sport", "news", "world"]);

    await retireSection(ctx, { sectionId });
    expect(await slugsOf(scene)).toEqual(["news", "world"]);
    expect((await db.select().from(readerSections)).map(({ slug }) => slug)).not.toContain("sport");

    await returnSection(ctx, { sectionId });
    const [first] = await listSections(ctx);
    expect(first).toMatchObject({ slug: "sport", labels: { en: "Sports", ckb: "وەرزش" }, liveStories: 0 });
    expect(await countChanges(scene)).toBe(before + 5);
  });

  test("the list says how many stories readers find in each", async ({ scene }) => {
    const { newsroom, as } = scene;
    await aLiveStory(scene, { fields: { headline: "Rain", sectionId: newsroom.worldId } });
    await aStory(scene, { by: newsroom.rawa, fields: { headline: "A draft", sectionId: newsroom.worldId } });
    const rows = await listSections(as(newsroom.hana));
    const counts = Object.fromEntries(rows.map(({ slug, liveStories }) => [slug, liveStories]));
    expect(counts).toMatchObject({ news: 0, world: 1 });
  });

  test("a section's address is taken for ever", async ({ scene }) => {
    const { newsroom, as } = scene;
    await expect(
      addSection(as(newsroom.hana), { slug: "world", labels: { en: "World again" } }),
    ).rejects.toMatchObject({ kind: "conflict", field: "slug" });
  });

  test("an order that leaves out a colleague's new section is refused", async ({ scene }) => {
    const { newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    for (const sectionIds of [
      [newsroom.newsId, newsroom.worldId],
      [newsroom.newsId, newsroom.newsId, newsroom.worldId],
    ]) {
      await expect(orderSections(ctx, { sectionIds })).rejects.toMatchObject({ kind: "conflict" });
    }
  });

  test("the last two sections can't be retired at once", async ({ scene }) => {
    const { newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    const inUse = (await listSections(ctx)).filter(({ retiredAt }) => retiredAt === null);
    const all = await Promise.allSettled(inUse.map(({ sectionId }) => retireSection(ctx, { sectionId })));
    expect(all.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await slugsOf(scene)).toHaveLength(1);
  });

  test("reporters and editors touch none of it", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const sectionId = newsroom.newsId;
    const before = await hashOfEverything(db);
    for (const person of [newsroom.rawa, newsroom.dilan]) {
      const ctx = as(person);
      for (const attempt of [
        () => listSections(ctx),
        () => addSection(ctx, { slug: "mine", labels: { en: "Mine" } }),
        () => renameSection(ctx, { sectionId, labels: { en: "Mine" } }),
        () => orderSections(ctx, { sectionIds: [newsroom.worldId, newsroom.newsId] }),
        () => retireSection(ctx, { sectionId }),
        () => returnSection(ctx, { sectionId }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ kind: "forbidden" });
      }
    }
    expect(await hashOfEverything(db)).toBe(before);
  });
});
