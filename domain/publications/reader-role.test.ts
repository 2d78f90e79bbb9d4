import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { listFeed } from "../feeds/list-feed.ts";
import { listSitemap, listSitemapParts } from "../feeds/list-sitemap.ts";
import { listLanguageFront, listSectionFront } from "../fronts/list-front.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { type Scene, test } from "../testing/test.ts";
import { findEdition } from "./find-edition.ts";
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
      expect((await listFeed(db, "en", null))?.stories[0]?.bodyHtml).toContain("<p>");
      expect((await findEdition(db))?.settings.defaultLanguage).toBe("en");
      expect(await listSitemapParts(db)).toMatchObject([{ part: 1, stories: 1 }]);
      expect(await listSitemap(db, 1)).toHaveLength(1);
    });
  });
});
