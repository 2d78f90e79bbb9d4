import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerPictures } from "#db/reader.ts";
import { pictures } from "#db/schema-pictures.ts";
import { publishStory } from "#domain/stories/publish.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { type Scene, test } from "#domain/testing/test.ts";
import { withPictures } from "./with-pictures.ts";

async function aStoryInAHurry(scene: Scene, picture: Parameters<typeof aPicture>[1]) {
  const { pictureId, printable } = await aPicture(scene, picture);
  const use = { pictureId, caption: "", credit: "", alt: "", decorative: true, crop: "wide" } as const;
  const story = await aStory(scene, { by: scene.newsroom.rawa, fields: { lead: use } });
  return { pictureId, printable, input: { ...story, seenPublicationId: null } };
}

const isShown = async ({ db }: Scene, pictureId: string) =>
  (await db.select().from(readerPictures).where(eq(readerPictures.id, pictureId))).length === 1;

describe("a story whose picture is still being made", () => {
  test("waits for it a moment, and goes out with it", async ({ scene }) => {
    const { pictureId, printable, input } = await aStoryInAHurry(scene, {
      state: "processing",
      printable: null,
    });
    const publishing = withPictures(publishStory, 10_000)(scene.as(scene.newsroom.dilan), input);
    await scene.db.update(pictures).set({ state: "ready", printable }).where(eq(pictures.id, pictureId));
    expect((await publishing).unmade).toEqual([]);
    expect(await isShown(scene, pictureId)).toBe(true);
  });

  test("goes out without it when it takes long; it is named, and appears by itself", async ({ scene }) => {
    const { pictureId, printable, input } = await aStoryInAHurry(scene, {
      state: "processing",
      printable: null,
    });
    const published = await withPictures(publishStory, 1)(scene.as(scene.newsroom.dilan), input);
    expect(published.unmade).toEqual([{ pictureId, fileName: "bakery.jpg", why: "processing" }]);
    expect(await isShown(scene, pictureId)).toBe(false);
    await scene.db.update(pictures).set({ state: "ready", printable }).where(eq(pictures.id, pictureId));
    expect(await isShown(scene, pictureId)).toBe(true);
  });

  test("is held up by none that can't be opened or was pulled, and says so", async ({ scene }) => {
    for (const [picture, why] of [
      [{ state: "refused", printable: null }, "refused"],
      [{ pulledAt: new Date() }, "pulled"],
    ] as const) {
      const { input } = await aStoryInAHurry(scene, picture);
      const published = await withPictures(publishStory, 10_000)(scene.as(scene.newsroom.dilan), input);
      expect(published.unmade.map((each) => each.why)).toEqual([why]);
    }
  });
});
