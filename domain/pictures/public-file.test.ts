import { desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { databaseOn, openPool } from "#db/client.ts";
import { changes } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { PictureUse } from "#db/shapes.ts";
import { asReader } from "#server/role-settings.ts";
import { keys } from "../publications/keys.ts";
import { publishUpdate } from "../stories/publish.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory, aStory, saveAgain } from "../testing/a-story.ts";
import { type Scene, test } from "../testing/test.ts";
import { findPublicFile } from "./find-public-file.ts";

const use = (pictureId: string): PictureUse => ({
  ...{ pictureId, caption: "", credit: "", alt: "A bakery", decorative: false, crop: "wide" },
});

/** As the press looks: with the reader's login, which sees no table. */
async function may(scene: Scene, name: string): Promise<string[] | null> {
  const pool = openPool({ url: asReader(scene.url), max: 1, name: "test" });
  const found = await findPublicFile(databaseOn(pool), name);
  await pool.end();
  return found?.keys ?? null;
}

const lastChanges = async ({ db }: Scene, count: number) =>
  (await db.select().from(changes).orderBy(desc(changes.seq)).limit(count)).reverse();

describe("a file of a picture", () => {
  test("may be had by nobody while its story is a draft, by everybody while it is live, by nobody after", async ({
    scene,
  }) => {
    const { pictureId, printable } = await aPicture(scene);
    const name = printable.files[0]?.name ?? "";
    await aStory(scene, { by: scene.newsroom.rawa, fields: { lead: use(pictureId) } });
    expect(await may(scene, name)).toBeNull();
    const live = await aLiveStory(scene, { fields: { lead: use(pictureId) } });
    expect(await may(scene, name)).toEqual([keys.picture(pictureId)]);
    await withdrawStory(scene.as(scene.newsroom.dilan), { storyId: live.storyId, note: "" });
    expect(await may(scene, name)).toBeNull();
    const [last] = await lastChanges(scene, 1);
    expect(last?.hard).toBe("hard");
    expect(last?.keys).toContain(keys.picture(pictureId));
  });

  test("goes hard when an update shows its picture no longer, and stays for other stories", async ({
    scene,
  }) => {
    const { pictureId, printable } = await aPicture(scene);
    const kept = await aPicture(scene);
    const name = printable.files[0]?.name ?? "";
    const live = await aLiveStory(scene, { fields: { lead: use(pictureId) } });
    const other = await aLiveStory(scene, { fields: { lead: use(pictureId) } });
    const change = async (story: typeof live, pictureId: string) => {
      const saved = await saveAgain(scene.as(scene.newsroom.rawa), story.storyId, story.revisionId, {
        fields: { lead: use(pictureId) },
      });
      await publishUpdate(scene.as(scene.newsroom.dilan), {
        ...{ storyId: story.storyId, revisionId: saved.revisionId, seenPublicationId: story.publicationId },
        ...{ kind: "minor", note: "" },
      });
    };
    await change(live, kept.pictureId);
    expect(await may(scene, name)).not.toBeNull();
    await change(other, kept.pictureId);
    expect(await may(scene, name)).toBeNull();
    const [files, page] = await lastChanges(scene, 2);
    expect(files).toMatchObject({ hard: "hard", keys: [keys.picture(pictureId), keys.pictures()] });
    expect(page).toMatchObject({ hard: "soft" });
  });

  test("of an older edition, of a pulled picture or of none may be had by nobody", async ({ scene }) => {
    const { pictureId, printable } = await aPicture(scene);
    const [old, kept] = printable.files.map(({ name }) => name);
    await aLiveStory(scene, { fields: { lead: use(pictureId) } });
    const files = printable.files.slice(1);
    await scene.db
      .update(pictures)
      .set({ printable: { ...printable, files } })
      .where(eq(pictures.id, pictureId));
    expect(await may(scene, old ?? "")).toBeNull();
    expect(await may(scene, kept ?? "")).not.toBeNull();
    await scene.db.update(pictures).set({ pulledAt: new Date() }).where(eq(pictures.id, pictureId));
    expect(await may(scene, kept ?? "")).toBeNull();
    expect(await may(scene, `${"0".repeat(32)}.webp`)).toBeNull();
  });
});
