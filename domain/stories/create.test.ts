import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { contributors, revisions, stories } from "#db/schema.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { test } from "../testing/test.ts";
import { createStory } from "./create.ts";
import { getDeskStory } from "./find.ts";
import { setEmbargo } from "./set-embargo.ts";

test("a new story lacks nothing that publishing needs but a headline", async ({ scene }) => {
  const made = await createStory(scene.as(scene.newsroom.rawa), { language: "en" });
  const [row] = await scene.db.select().from(stories).where(eq(stories.id, made.storyId));
  expect(row).toMatchObject({ stage: "writing", live: "none", sectionId: scene.newsroom.newsId });
});

describe("a story in a second language", () => {
  test("joins the family, knows where it comes from, and is the only one in it", async ({ scene }) => {
    const { shilan } = scene.newsroom;
    const { familyId, storyId: sourceStoryId } = await aLiveStory(scene);
    const ckb = await createStory(scene.as(shilan), { language: "ckb", familyId });
    const [row] = await scene.db.select().from(stories).where(eq(stories.id, ckb.storyId));
    expect(row).toMatchObject({ familyId, relation: "translation", sourceStoryId });
    const again = createStory(scene.as(shilan), { language: "ckb", familyId });
    await expect(again).rejects.toMatchObject({ kind: "conflict" });
  });

  test("takes over what needs no translating, names its translator, and says nothing yet", async ({
    scene,
  }) => {
    const { shilan, worldId } = scene.newsroom;
    const [writer, translator] = await scene.db
      .insert(contributors)
      .values([
        { slug: "rawa-aziz", names: { en: "Rawa Aziz" } },
        { slug: "shilan-omar", names: { en: "Shilan Omar" }, personId: shilan.personId },
      ])
      .returning({ id: contributors.id });
    const sources = [{ agencyId: null, itemId: "7", at: null, url: "https://example.org/7" }];
    const byline = [{ contributorId: writer?.id ?? "", role: "writing" as const }];
    const { familyId, storyId } = await aLiveStory(scene, {
      fields: {
        slugline: "Bread",
        sectionId: worldId,
        sources,
        byline,
        marks: ["lead"],
        slug: "bread",
        kicker: "Food",
      },
      document: doc(p("Bread costs more.")),
    });
    const made = await createStory(scene.as(shilan), { language: "ar", familyId, sourceStoryId: storyId });
    const [first] = await scene.db.select().from(revisions).where(eq(revisions.id, made.revisionId));
    expect(first?.fields).toMatchObject({ slugline: "Bread", sectionId: worldId, sources });
    expect(first?.fields).toMatchObject({ headline: "", kicker: "", slug: "", marks: [], signOff: null });
    expect(first?.fields.byline).toEqual([...byline, { contributorId: translator?.id, role: "translation" }]);
    expect(first?.words).toBe(0);
  });

  test("says in its own language whose the picture is, unless a writer said it by hand", async ({
    scene,
  }) => {
    const { dilan } = scene.newsroom;
    const { pictureId } = await aPicture(scene, { rights: "ours", author: "Hana Salih" });
    const use = { caption: "Bread", alt: "Loaves", decorative: false, crop: "full" as const };
    const creditOf = async (credit: string) => {
      const lead = { pictureId, credit, ...use };
      const source = await aLiveStory(scene, { fields: { lead } });
      const made = await createStory(scene.as(dilan), { language: "ar", familyId: source.familyId });
      return (await getDeskStory(scene.as(dilan), made)).head.fields.lead;
    };
    expect(await creditOf("Photo: Hana Salih")).toMatchObject({ credit: "تصوير: Hana Salih", caption: "" });
    expect(await creditOf("By Hana, for us")).toMatchObject({ credit: "By Hana, for us" });
  });

  test("is seen from its siblings with where it stands, and they from it", async ({ scene }) => {
    const { rawa } = scene.newsroom;
    const original = await aLiveStory(scene, { fields: { headline: "Bread" } });
    const { familyId, storyId: sourceStoryId } = original;
    const made = await createStory(scene.as(rawa), { language: "ar", familyId, sourceStoryId });
    const arabic = await getDeskStory(scene.as(rawa), made);
    expect(arabic.story.sourceStoryId).toBe(sourceStoryId);
    expect(arabic.family).toMatchObject([
      { storyId: sourceStoryId, language: "en", headline: "Bread", live: "published" },
    ]);
    const english = await getDeskStory(scene.as(rawa), original);
    expect(english.family).toMatchObject([{ storyId: made.storyId, language: "ar", stage: "writing" }]);
  });

  test("of a colleague's story waits until readers have it; its writer and an editor needn't", async ({
    scene,
  }) => {
    const { rawa, shilan, dilan } = scene.newsroom;
    const { familyId } = await aStory(scene, { by: rawa });
    const early = createStory(scene.as(shilan), { language: "ckb", familyId });
    await expect(early).rejects.toMatchObject({ kind: "forbidden" });
    await createStory(scene.as(rawa), { language: "ckb", familyId });
    await createStory(scene.as(dilan), { language: "ar", familyId });
  });

  test("stands under its source's embargo, for the same people", async ({ scene }) => {
    const { rawa, shilan, dilan } = scene.newsroom;
    const { familyId, storyId } = await aStory(scene, { by: dilan });
    const until = new Date("2026-01-12T18:00:00Z");
    await setEmbargo(scene.as(dilan), { storyId, until, from: "The court", people: [rawa.personId] });
    const unseen = createStory(scene.as(shilan), { language: "ar", familyId });
    await expect(unseen).rejects.toMatchObject({ kind: "missing" });
    const named = createStory(scene.as(rawa), { language: "ar", familyId });
    await expect(named).rejects.toMatchObject({ kind: "forbidden" });
    const made = await createStory(scene.as(dilan), { language: "ar", familyId });
    await expect(getDeskStory(scene.as(shilan), made)).rejects.toMatchObject({ kind: "missing" });
    expect((await getDeskStory(scene.as(rawa), made)).story).toMatchObject({
      embargoUntil: until,
      embargoFrom: "The court",
    });
  });

  test("isn't made from a page about the outlet", async ({ scene }) => {
    const { dilan } = scene.newsroom;
    const page = await aStory(scene, { by: dilan });
    const about = { kind: "page" as const, pageSlug: "about" };
    await scene.db.update(stories).set(about).where(eq(stories.id, page.storyId));
    const made = createStory(scene.as(dilan), { language: "ckb", familyId: page.familyId });
    await expect(made).rejects.toMatchObject({ kind: "missing" });
    expect((await getDeskStory(scene.as(dilan), page)).may.translate).toBe(false);
  });

  test("isn't made from a story of another family", async ({ scene }) => {
    const { rawa } = scene.newsroom;
    const { familyId } = await aLiveStory(scene);
    const { storyId: sourceStoryId } = await aLiveStory(scene);
    const made = createStory(scene.as(rawa), { language: "ckb", familyId, sourceStoryId });
    await expect(made).rejects.toMatchObject({ kind: "missing" });
  });
});
