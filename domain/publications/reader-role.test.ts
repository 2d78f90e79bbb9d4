import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { listFeed } from "../feeds/list-feed.ts";
import { listNews, listSitemap, listSitemapMonths, listWordsWithStories } from "../feeds/list-sitemap.ts";
import { listLanguageFront, listSectionFront } from "../fronts/list-front.ts";
import { listArchive, listDay } from "../lists/list-archive.ts";
import { listMonth } from "../lists/list-month.ts";
import { listNewest } from "../lists/list-newest.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { type Scene, test } from "../testing/test.ts";
import { localDay } from "../time.ts";
import { findEdition } from "./find-edition.ts";
import { findRedirect } from "./find-redirect.ts";
import { findStoryPage } from "./find-story-page.ts";

/** Runs as the role under which reader pages are printed. */
async function asReader<Answer>({ db }: Scene, work: (db: Scene["db"]) => Promise<Answer>): Promise<Answer> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local role dateline_reader`);
    return work(tx as unknown as Scene["db"]);
  });
}

describe("the role that reader pages are printed under", () => {
  test("it cannot read one table of the newsroom", async ({ scene }) => {
    const tables = await scene.db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables
           where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect(tables.rows.length).toBeGreaterThan(20);
    for (const { name } of tables.rows) {
      const reading = asReader(scene, (db) => db.execute(sql`select 1 from ${sql.identifier(name)} limit 1`));
      await expect(reading, name).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });

  test("it cannot write through its views", async ({ scene }) => {
    const writing = asReader(scene, (db) => db.execute(sql`delete from reader.sections`));
    await expect(writing).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("it can print every kind of page", async ({ scene }) => {
    const story = await aLiveStory(scene);
    await asReader(scene, async (db) => {
      expect((await findStoryPage(db, story.storyNumber))?.story?.number).toBe(story.storyNumber);
      expect((await listLanguageFront(db, "en"))?.newest).toHaveLength(1);
      expect((await listSectionFront(db, "en", "news"))?.section?.slug).toBe("news");
      expect((await listFeed(db, "en", { kind: "language" }))?.stories[0]?.bodyHtml).toContain("<p>");
      expect((await findEdition(db))?.settings.defaultLanguage).toBe("en");
      expect(await listSitemapMonths(db)).toMatchObject([{ language: "en" }]);
      expect(await listSitemap(db, "en", story.publishedAt.toISOString().slice(0, 7))).toHaveLength(1);
      expect(await listNews(db, "en", new Date(0))).toHaveLength(1);
      expect(await listWordsWithStories(db)).toEqual([]);
      const day = localDay(story.publishedAt, "Asia/Baghdad");
      const month = day.slice(0, 7);
      for (const list of [{ kind: "language" }, { kind: "section", slug: "news" }] as const) {
        expect((await listNewest(db, "en", list))?.stories).toHaveLength(1);
        expect((await listMonth(db, "en", list, { month, pageNumber: 1 }))?.stories).toHaveLength(1);
      }
      expect((await listNewest(db, "en", { kind: "topic", slug: "none" }))?.name).toBeNull();
      expect(
        (await listMonth(db, "en", { kind: "byline", slug: "none" }, { month, pageNumber: 1 }))?.name,
      ).toBeNull();
      expect((await listArchive(db, "en", month))?.days).toEqual([{ day, stories: 1 }]);
      expect((await listDay(db, "en", day))?.stories).toHaveLength(1);
      expect(await findRedirect(db, "/nowhere")).toBeNull();
    });
  });
});
