import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerMedia, readerPictures } from "#db/reader.ts";
import { changes, events } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { listSurfaces, lookAtSurfaces } from "./look-again.ts";
import { pullPicture } from "./pull.ts";
import { returnPicture } from "./return.ts";

const hung = (pictureId: string) => ({
  lead: { pictureId, caption: "Bread", credit: "", alt: "Bread", decorative: false, crop: "wide" as const },
});
const pull = (scene: Scene, pictureId: string, replacedBy: string | null = null, version = 1) =>
  pullPicture(scene.as(scene.newsroom.dilan), { pictureId, version, replacedBy, note: "" });

async function shownTo(scene: Scene, pictureId: string): Promise<string[] | null> {
  const [row] = await scene.db.select().from(readerPictures).where(eq(readerPictures.id, pictureId));
  return row ? row.printable.files.map(({ name }) => name) : null;
}
const isPublic = async (scene: Scene, name: string) =>
  (await scene.db.select().from(readerMedia).where(eq(readerMedia.name, name))).length > 0;
const fileOf = ({ printable }: Awaited<ReturnType<typeof aPicture>>) => printable.files[0]?.name ?? "";

describe("a picture that is pulled", () => {
  test("is gone for readers at once, by its file's address too, and the front is told hard", async ({
    scene,
  }) => {
    const picture = await aPicture(scene);
    const other = await aPicture(scene);
    const story = await aLiveStory(scene, { fields: hung(picture.pictureId) });
    await aLiveStory(scene, { fields: hung(other.pictureId) });
    expect(await isPublic(scene, fileOf(picture))).toBe(true);
    const { changeSeq } = await pull(scene, picture.pictureId);
    expect(await shownTo(scene, picture.pictureId)).toBeNull();
    expect(await isPublic(scene, fileOf(picture))).toBe(false);
    expect(await isPublic(scene, fileOf(other))).toBe(true);
    const [told] = await scene.db.select().from(changes).where(eq(changes.seq, changeSeq));
    expect(told?.hard).toBe("hard");
    expect(told?.keys).toEqual(
      expect.arrayContaining([
        `picture:${picture.pictureId}`,
        `story:${story.storyNumber}`,
        "language:en",
        "section:en:news",
      ]),
    );
    expect(told?.keys).not.toContain(`picture:${other.pictureId}`);
  });

  test("gives its place to another one, whose files are then public, and only those", async ({ scene }) => {
    const [bad, good] = [await aPicture(scene), await aPicture(scene)];
    await aLiveStory(scene, { fields: hung(bad.pictureId) });
    expect(await isPublic(scene, fileOf(good))).toBe(false);
    await pull(scene, bad.pictureId, good.pictureId);
    expect(await shownTo(scene, bad.pictureId)).toContain(fileOf(good));
    expect(await isPublic(scene, fileOf(good))).toBe(true);
    expect(await isPublic(scene, fileOf(bad))).toBe(false);
  });

  test("takes along those that it stood for, to its own replacement or to nothing", async ({ scene }) => {
    const [first, second, third] = [await aPicture(scene), await aPicture(scene), await aPicture(scene)];
    const story = await aLiveStory(scene, { fields: hung(first.pictureId) });
    await pull(scene, first.pictureId, second.pictureId);
    const { changeSeq } = await pull(scene, second.pictureId, third.pictureId);
    expect(await shownTo(scene, first.pictureId)).toContain(fileOf(third));
    const [told] = await scene.db.select().from(changes).where(eq(changes.seq, changeSeq));
    expect(told?.keys).toContain(`picture:${first.pictureId}`);
    const lines = await listSurfaces(scene.as(scene.newsroom.dilan), { pictureId: second.pictureId });
    expect(lines.map(({ id }) => id)).toContain(`${story.storyNumber}:page`);
    await pull(scene, third.pictureId);
    expect(await shownTo(scene, first.pictureId)).toBeNull();
  });

  test("needs the right, the newest version and a replacement that may be shown", async ({ scene }) => {
    const { rawa } = scene.newsroom;
    const { pictureId } = await aPicture(scene);
    const act = { pictureId, version: 1, replacedBy: null, note: "" };
    await expect(pullPicture(scene.as(rawa), act)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(pull(scene, pictureId, null, 7)).rejects.toMatchObject({ kind: "conflict" });
    const unready = await aPicture(scene, { printable: null });
    const pulled = await aPicture(scene, { pulledAt: noon });
    const over = await aPicture(scene, { validUntil: noon });
    for (const replacedBy of [pictureId, unready.pictureId, pulled.pictureId, over.pictureId]) {
      await expect(pull(scene, pictureId, replacedBy)).rejects.toMatchObject({ field: "replacedBy" });
    }
    const [row] = await scene.db.select().from(pictures).where(eq(pictures.id, pictureId));
    expect(row).toMatchObject({ pulledAt: null, version: 1 });
    expect(await scene.db.select().from(events).where(eq(events.subjectId, pictureId))).toEqual([]);
  });

  test("stands again where the stories name it when the pull is taken back", async ({ scene }) => {
    const [picture, instead] = [await aPicture(scene), await aPicture(scene)];
    await aLiveStory(scene, { fields: hung(picture.pictureId) });
    await pull(scene, picture.pictureId, instead.pictureId);
    const ctx = scene.as(scene.newsroom.dilan);
    const { version } = await returnPicture(ctx, { pictureId: picture.pictureId, version: 2 });
    expect(await shownTo(scene, picture.pictureId)).toContain(fileOf(picture));
    expect(await isPublic(scene, fileOf(instead))).toBe(false);
    await expect(returnPicture(ctx, { pictureId: picture.pictureId, version })).rejects.toMatchObject({
      kind: "conflict",
    });
  });
});

test("a line of the sheet is gone only when every address of it was looked at and none has the picture", async ({
  scene,
}) => {
  const picture = await aPicture(scene);
  const { pictureId } = picture;
  const story = await aLiveStory(scene, { fields: hung(pictureId) });
  await pull(scene, pictureId);
  const ctx = scene.as(scene.newsroom.dilan);
  const lines = await listSurfaces(ctx, { pictureId });
  const number = story.storyNumber;
  const each = ["page", "lists", "feeds"].map((surface) => `${number}:${surface}`);
  expect(lines.map(({ id }) => id)).toEqual([...each, "sitemaps:en", "files"]);
  const lineIds = lines.map(({ id }) => id);
  const told: string[] = [];
  const results = await lookAtSurfaces(ctx, { pictureId, lineIds }, async (paths, names) => {
    told.push(...names);
    return paths
      .filter((path) => path !== "/en/news/feed.xml")
      .map((path) => ({ path, status: path === "/en/news" ? 503 : 200, holds: path.startsWith("/media/") }));
  });
  expect(told.sort()).toEqual(picture.printable.files.map(({ name }) => name).sort());
  expect(results.map(({ state }) => state)).toEqual(["gone", "unanswered", "unanswered", "gone", "still"]);
  expect(results[1]?.paths).toEqual(["/en/news"]);
  expect(results[4]?.paths).toHaveLength(picture.printable.files.length);
  const refused = lookAtSurfaces(scene.as(scene.newsroom.rawa), { pictureId, lineIds }, async () => []);
  await expect(refused).rejects.toMatchObject({ kind: "forbidden" });
});
