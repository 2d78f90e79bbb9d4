import { describe, expect } from "vitest";
import { setEmbargo } from "../stories/set-embargo.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory, aStory } from "../testing/a-story.ts";
import { doc, p } from "../testing/doc.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { changePicture } from "./change.ts";
import type { ListPicturesInput } from "./input.ts";
import { listPictures } from "./list.ts";
import { listLikenesses } from "./list-likenesses.ts";
import { listUses } from "./list-uses.ts";

const days = (count: number) => new Date(noon.getTime() + count * 86_400_000);
const use = (pictureId: string) => ({
  pictureId,
  caption: "",
  credit: "",
  alt: "",
  decorative: true,
  crop: "full" as const,
});

async function foundBy(scene: Scene, input: Partial<ListPicturesInput>): Promise<string[]> {
  const { rows } = await listPictures(scene.as(scene.newsroom.shilan), { limit: 100, ...input });
  return rows.map(({ id }) => id);
}

describe("the picture desk", () => {
  test("finds a picture by a word of any field, however it was typed", async ({ scene }) => {
    const { pictureId } = await aPicture(scene, { searchText: "" });
    await changePicture(scene.as(scene.newsroom.dilan), {
      pictureId,
      version: 1,
      fields: { peopleShown: ["Nêçîrvan Barzanî"], proof: "Invoice 4711", place: "ھەولێر" },
    });
    for (const search of ["necirvan", "INVOICE 4711", "هەولێر", "barz"]) {
      expect(await foundBy(scene, { search })).toEqual([pictureId]);
    }
    expect(await foundBy(scene, { search: "invoice 4712" })).toEqual([]);
    expect(await foundBy(scene, { person: "Nêçîrvan Barzanî" })).toEqual([pictureId]);
  });

  test("tells what expires this week from what has expired and what is pulled", async ({ scene }) => {
    const soon = await aPicture(scene, { validUntil: days(6), rights: "subscription" });
    const later = await aPicture(scene, { validUntil: days(8), rights: "subscription" });
    const over = await aPicture(scene, { validUntil: days(0), rights: "subscription" });
    const pulled = await aPicture(scene, { validUntil: days(-3), pulledAt: noon, rights: "subscription" });
    const ours = { rights: "subscription" as const };
    expect(await foundBy(scene, { ...ours, standing: "expiring" })).toEqual([soon.pictureId]);
    expect(await foundBy(scene, { ...ours, standing: "expired" })).toEqual([over.pictureId]);
    expect(await foundBy(scene, { ...ours, standing: "pulled" })).toEqual([pulled.pictureId]);
    expect(new Set(await foundBy(scene, { ...ours, usable: true }))).toEqual(
      new Set([soon.pictureId, later.pictureId, over.pictureId]),
    );
  });

  test("answers with the pictures that were named, whatever came after them", async ({ scene }) => {
    const old = await aPicture(scene);
    for (let count = 0; count < 3; count++) await aPicture(scene);
    const named = { pictureIds: [old.pictureId], usable: true, limit: 2 };
    expect(await foundBy(scene, named)).toEqual([old.pictureId]);
  });

  test("goes through every picture once, page by page", async ({ scene }) => {
    const uploadedBy = scene.newsroom.hana.personId;
    for (let count = 0; count < 7; count++) await aPicture(scene, { uploadedBy });
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listPictures(scene.as(scene.newsroom.shilan), { uploadedBy, limit: 3, after });
      seen.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  test("says where a picture stands, and hides the stories that aren't open to who asks", async ({
    scene,
  }) => {
    const { rawa, dilan, shilan } = scene.newsroom;
    const { pictureId } = await aPicture(scene);
    const live = await aLiveStory(scene, { fields: { headline: "Bread", lead: use(pictureId) } });
    const secret = await aStory(scene, {
      by: rawa,
      fields: { headline: "Secret", lead: use(pictureId) },
      document: doc(p("Hush")),
    });
    await setEmbargo(scene.as(dilan), {
      storyId: secret.storyId,
      until: days(400_000),
      from: "the ministry",
      people: [],
    });
    const seen = await listUses(scene.as(shilan), { pictureId });
    expect(seen.uses.map(({ storyId, stands, place }) => [storyId, stands, place])).toEqual([
      [live.storyId, "head", "lead"],
      [live.storyId, "live", "lead"],
    ]);
    expect(seen.uses[0]?.path).toMatch(/^\/en\/news\/\d+-/);
    expect(seen.hidden).toBe(1);
    expect(JSON.stringify(seen)).not.toContain("Secret");
    expect(await foundBy(scene, { use: "live" })).toContain(pictureId);
    expect(await foundBy(scene, { use: "unused" })).not.toContain(pictureId);
  });
});

test("pictures are alike when few of their 64 bits differ, or their bytes are the same", async ({
  scene,
}) => {
  const bits = (flipped: number) => "1".repeat(flipped) + "01".repeat(32).slice(flipped);
  const { pictureId } = await aPicture(scene, { likeness: bits(0) });
  const near = await aPicture(scene, { likeness: bits(12) });
  await aPicture(scene, { likeness: "10".repeat(32) });
  const found = await listLikenesses(scene.as(scene.newsroom.shilan), { pictureId });
  expect(found.map(({ id, bitsApart }) => [id, bitsApart])).toEqual([[near.pictureId, 6]]);
});
