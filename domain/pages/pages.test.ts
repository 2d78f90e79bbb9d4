import { desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerSections, readerSitePages, readerStories } from "#db/reader.ts";
import { changes, notices, stories } from "#db/schema.ts";
import { listSitemapOf } from "../feeds/sitemap.ts";
import { addSection } from "../outlet/add-section.ts";
import { listSections } from "../outlet/list-sections.ts";
import { findEdition } from "../publications/find-edition.ts";
import { findRedirect } from "../publications/find-redirect.ts";
import { findSitePage } from "../publications/find-site-page.ts";
import { opened } from "../publications/opened.ts";
import { createStory } from "../stories/create.ts";
import { getDeskStory } from "../stories/find.ts";
import { listDeskStories } from "../stories/list.ts";
import { publishStory, publishUpdate } from "../stories/publish.ts";
import { setEmbargo } from "../stories/set-embargo.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aLiveStory, saveAgain } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { hashOfEverything } from "../testing/people.ts";
import { type Scene, test } from "../testing/test.ts";
import { createPage, translatePage } from "./create-page.ts";
import { listPages } from "./list-pages.ts";
import { movePage, setPageRole } from "./move-page.ts";
import { startPages } from "./start-pages.ts";

let made = 0;

async function aPage(scene: Scene, change: Partial<Parameters<typeof createPage>[1]> = {}) {
  made += 1;
  const { newsroom, as } = scene;
  const pageSlug = `page-${"abcdefghijklmnopqrstuvwxyz"[made]}`;
  const page = await createPage(as(newsroom.hana), { language: "en", pageSlug, role: null, ...change });
  const saved = await saveAgain(as(newsroom.hana), page.storyId, page.revisionId, {
    fields: { headline: "Who we are" },
    document: doc(p("Eleven people in Sulaimani.")),
  });
  return { ...page, pageSlug: change.pageSlug ?? pageSlug, revisionId: saved.revisionId };
}

async function aLivePage(scene: Scene, change: Partial<Parameters<typeof createPage>[1]> = {}) {
  const page = await aPage(scene, change);
  const { storyId, revisionId } = page;
  const published = await publishStory(scene.as(scene.newsroom.dilan), {
    ...{ storyId, revisionId, seenPublicationId: null },
  });
  return { ...page, ...published };
}

/** The newest two, the newest first. */
async function lastChanges({ db }: Scene) {
  return db.select().from(changes).orderBy(desc(changes.seq)).limit(2);
}

async function lastChange(scene: Scene) {
  const [change] = await lastChanges(scene);
  return change;
}

describe("a page about the outlet", () => {
  test("stands at its own address and in no list of stories", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const neighbour = await aLiveStory(scene, { fields: { headline: "Rain" } });
    const before = (await listSections(as(newsroom.hana))).map(({ liveStories }) => liveStories);
    const page = await aLivePage(scene);

    expect(page.path).toBe(`/en/${page.pageSlug}`);
    const found = await findSitePage(db, { language: "en", slug: page.pageSlug });
    expect(found?.page).toMatchObject({ printed: { headline: "Who we are" }, siblings: [] });
    expect((await db.select().from(readerStories)).map(({ id }) => id)).toEqual([neighbour.storyId]);
    const { rows } = await listDeskStories(as(newsroom.hana), { limit: 100 });
    expect(rows.map(({ id }) => id)).not.toContain(page.storyId);
    expect((await listDeskStories(as(newsroom.hana), { search: "Who we are", limit: 9 })).rows).toEqual([]);
    expect((await listSections(as(newsroom.hana))).map(({ liveStories }) => liveStories)).toEqual(before);
    expect((await lastChange(scene))?.keys.toSorted()).toEqual(
      ["outlet", `page:en:${page.pageSlug}`, "sitemap"].toSorted(),
    );
    expect((await getDeskStory(as(newsroom.hana), page)).livePublication?.path).toBe(page.path);
  });

  test("changed under the same title it drops its own address alone, and tells readers in no notice", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const page = await aLivePage(scene);
    const seen = { storyId: page.storyId, seenPublicationId: page.publicationId };
    const next = await saveAgain(as(newsroom.dilan), page.storyId, page.revisionId, {
      document: doc(p("Twelve people in Sulaimani.")),
    });
    const update = { ...seen, revisionId: next.revisionId, kind: "update" as const, note: "" };
    const updated = await publishUpdate(as(newsroom.dilan), update);
    expect((await lastChange(scene))?.keys.toSorted()).toEqual([`page:en:${page.pageSlug}`, "sitemap"]);
    expect(await db.select().from(notices).where(eq(notices.storyId, page.storyId))).toEqual([]);

    const named = await saveAgain(as(newsroom.dilan), page.storyId, next.revisionId, {
      fields: { headline: "About us" },
    });
    await publishUpdate(as(newsroom.dilan), {
      ...{ ...update, revisionId: named.revisionId, seenPublicationId: updated.publicationId },
    });
    expect((await lastChange(scene))?.keys).toContain("outlet");
  });

  test("taken back, its address says so; published again, it is there", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const page = await aLivePage(scene);
    await withdrawStory(as(newsroom.dilan), { storyId: page.storyId, note: "" });
    const [named, own] = await lastChanges(scene);
    expect(own).toMatchObject({ hard: "hard", gone: null });
    expect(own?.keys).toContain(`page:en:${page.pageSlug}`);
    // One page less is no reason to take the whole newspaper out of memory.
    expect(named).toMatchObject({ hard: "soft", keys: ["outlet"] });
    const gone = await findSitePage(db, { language: "en", slug: page.pageSlug });
    expect(gone).toMatchObject({ page: null, gone: { at: expect.any(Date) } });
    const { storyId, revisionId, publicationId } = page;
    await publishStory(as(newsroom.dilan), { storyId, revisionId, seenPublicationId: publicationId });
    expect(await findSitePage(db, { language: "en", slug: page.pageSlug })).toMatchObject({
      ...{ page: { language: "en" }, gone: null },
    });
  });

  test("takes no address that a section or another page has, and keeps its own from sections", async ({
    scene,
  }) => {
    const { newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    const { pageSlug } = await aPage(scene);
    for (const taken of ["news", pageSlug]) {
      await expect(createPage(ctx, { language: "en", pageSlug: taken, role: null })).rejects.toMatchObject({
        ...{ kind: "conflict", field: "pageSlug" },
      });
    }
    await expect(addSection(ctx, { slug: pageSlug, labels: { en: "Mine" } })).rejects.toMatchObject({
      ...{ kind: "conflict", field: "slug" },
    });
    const both = await Promise.allSettled([
      createPage(ctx, { language: "en", pageSlug: "weather", role: null }),
      addSection(ctx, { slug: "weather", labels: { en: "Weather" } }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("moves with all of its languages; old addresses lead to the new ones, and can be taken back", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    const page = await aLivePage(scene);
    await translatePage(ctx, { familyId: page.familyId, language: "ckb" });
    await movePage(ctx, { storyId: page.storyId, pageSlug: "who-we-are" });
    const rows = await db.select().from(stories).where(eq(stories.familyId, page.familyId));
    expect(rows.map(({ pageSlug }) => pageSlug)).toEqual(["who-we-are", "who-we-are"]);
    const [named, own] = await lastChanges(scene);
    expect(own).toMatchObject({ hard: "hard" });
    expect(own?.keys).toEqual(
      expect.arrayContaining(["redirects", `page:en:${page.pageSlug}`, "page:en:who-we-are"]),
    );
    expect(named).toMatchObject({ hard: "soft", keys: ["outlet"] });
    const old = await findSitePage(db, { language: "en", slug: page.pageSlug });
    expect(old).toMatchObject({ page: null, gone: null });
    const leadsTo = async (path: string) => (await findRedirect(db, path))?.location ?? null;
    expect(await leadsTo(`/en/${page.pageSlug}`)).toBe("/en/who-we-are");
    // The Kurdish one never went out: nobody can have its old address.
    expect(await leadsTo(`/ckb/${page.pageSlug}`)).toBeNull();

    await movePage(ctx, { storyId: page.storyId, pageSlug: page.pageSlug });
    const back = await findSitePage(db, { language: "en", slug: page.pageSlug });
    expect(back).toMatchObject({ page: { slug: page.pageSlug } });
    expect(await leadsTo(`/en/${page.pageSlug}`)).toBeNull();
    expect(await leadsTo("/en/who-we-are")).toBe(`/en/${page.pageSlug}`);
  });

  test("its languages are one page: each names the others, none twice, and no story joins them", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    const page = await aLivePage(scene);
    const kurdish = await translatePage(ctx, { familyId: page.familyId, language: "ckb" });
    const saved = await saveAgain(ctx, kurdish.storyId, kurdish.revisionId, {
      fields: { headline: "ئێمە کێین" },
    });
    await publishStory(ctx, {
      ...{ storyId: kurdish.storyId, revisionId: saved.revisionId, seenPublicationId: null },
    });
    const found = await findSitePage(db, { language: "en", slug: page.pageSlug });
    expect(found?.page?.siblings).toEqual([{ language: "ckb", slug: page.pageSlug }]);
    const twice = translatePage(ctx, { familyId: page.familyId, language: "ckb" });
    await expect(twice).rejects.toMatchObject({ kind: "conflict" });
    const story = createStory(as(newsroom.rawa), { language: "ar", familyId: page.familyId });
    await expect(story).rejects.toMatchObject({ kind: "missing" });
  });

  test("of two pages only one has a part in the outlet's record", async ({ scene }) => {
    const { newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    const first = await aPage(scene, { role: "ownership" });
    const second = await aPage(scene);
    const taking = setPageRole(ctx, { storyId: second.storyId, role: "ownership" });
    await expect(taking).rejects.toMatchObject({ kind: "conflict", field: "role" });
    await setPageRole(ctx, { storyId: first.storyId, role: null });
    await setPageRole(ctx, { storyId: second.storyId, role: "ownership" });
    const [named] = (await listPages(ctx)).filter(({ role }) => role === "ownership");
    expect(named?.familyId).toBe(second.familyId);
  });

  test("is in the sitemap of lists, in each language that readers have", async ({ scene }) => {
    const { db } = scene;
    const page = await aLivePage(scene);
    const edition = opened(await findEdition(db));
    const where = { settings: edition.settings, origin: "https://news.example.org" };
    const file = listSitemapOf({ ...edition, words: [] }, where);
    expect(file).toContain(`<loc>https://news.example.org/en/${page.pageSlug}</loc>`);
    expect(file).not.toContain(`/ckb/${page.pageSlug}`);
  });

  test("is under no embargo", async ({ scene }) => {
    const { newsroom, as } = scene;
    const { storyId } = await aPage(scene);
    const until = new Date("2999-01-01T00:00:00Z");
    const terms = { storyId, until, from: "the ministry", people: [] };
    await expect(setEmbargo(as(newsroom.dilan), terms)).rejects.toMatchObject({ kind: "conflict" });
    expect((await getDeskStory(as(newsroom.dilan), { storyId })).may.embargo).toBe(false);
  });

  test("reporters and editors open none, move none, and reporters write in none", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const page = await aPage(scene);
    const before = await hashOfEverything(db);
    for (const person of [newsroom.rawa, newsroom.dilan]) {
      const ctx = as(person);
      for (const attempt of [
        () => createPage(ctx, { language: "en", pageSlug: "mine", role: null }),
        () => translatePage(ctx, { familyId: page.familyId, language: "ckb" }),
        () => movePage(ctx, { storyId: page.storyId, pageSlug: "mine" }),
        () => setPageRole(ctx, { storyId: page.storyId, role: "about" }),
        () => startPages(ctx),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ kind: "forbidden" });
      }
    }
    const typing = saveAgain(as(newsroom.rawa), page.storyId, page.revisionId, {
      fields: { headline: "Mine" },
    });
    await expect(typing).rejects.toMatchObject({ kind: "forbidden" });
    expect(await hashOfEverything(db)).toBe(before);
  });
});

describe("the pages that an outlet opens with", () => {
  test("are drafts in each of its languages, to be completed; asked for again, nothing is added", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.hana);
    expect(await startPages(ctx)).toEqual({ started: 5 });
    const pages = (await listPages(ctx)).filter(({ role }) => role !== null && role !== "ownership");
    expect(pages.map(({ role, pageSlug }) => [role, pageSlug])).toEqual(
      ["about", "contact", "privacy", "ethics", "corrections-policy"].map((role) => [role, role]),
    );
    for (const { versions } of pages) {
      expect(versions.map(({ language }) => language)).toEqual(["en", "ar", "ckb"]);
      expect(versions.every(({ live, stage }) => live === "none" && stage === "writing")).toBe(true);
    }
    const about = pages[0]?.versions.find(({ language }) => language === "ckb");
    const { head } = await getDeskStory(ctx, { storyId: about?.storyId ?? "" });
    expect(head.fields.headline).toBe("دەربارەی ئێمە");
    expect(JSON.stringify(head.document)).toContain("زاگرۆس پۆست");
    expect(JSON.stringify(head.document)).not.toContain("{outlet}");
    const live = await db.select().from(readerSitePages).where(eq(readerSitePages.slug, "about"));
    expect(live).toEqual([]);
    const asItIs = { storyId: about?.storyId ?? "", revisionId: head.revisionId, seenPublicationId: null };
    await expect(publishStory(ctx, asItIs)).rejects.toMatchObject({
      message: expect.stringMatching(/^This page still says that it is a draft/),
    });
    expect(await startPages(ctx)).toEqual({ started: 0 });
    expect((await db.select().from(readerSections)).map(({ slug }) => slug)).not.toContain("about");
  });
});
