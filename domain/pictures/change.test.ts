import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { changes, events, outbox } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import { Problem } from "../problem.ts";
import { aPicture } from "../testing/a-picture.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import { changePicture } from "./change.ts";
import { changePictures } from "./change-many.ts";
import { cutPicture } from "./cut.ts";
import { getPicture } from "./find.ts";
import { changePicturesInput } from "./input.ts";
import { listPictures } from "./list.ts";

const rowOf = async ({ db }: Scene, pictureId: string) => {
  const [row] = await db.select().from(pictures).where(eq(pictures.id, pictureId));
  if (!row) throw new Error("no such picture");
  return row;
};
const ordersFor = async ({ db }: Scene, pictureId: string) =>
  (await db.select().from(outbox))
    .filter(({ job, payload }) => job === "renditions" && payload.pictureId === pictureId)
    .map(({ payload }) => payload.edition);

describe("what the desk knows of a picture", () => {
  test("is changed by its uploader or an editor, found by the new words, and written down", async ({
    scene,
  }) => {
    const { pictureId } = await aPicture(scene);
    const { rawa, shilan, dilan } = scene.newsroom;
    const change = { pictureId, version: 1, fields: { description: "خبز في السُّليمانيّة" } };
    await expect(changePicture(scene.as(shilan), change)).rejects.toMatchObject({ kind: "forbidden" });
    const done = await changePicture(scene.as(rawa), change);
    expect(done.version).toBe(2);
    const found = await listPictures(scene.as(shilan), { search: "السليمانيه", limit: 10 });
    expect(found.rows.map(({ id }) => id)).toEqual([pictureId]);
    await changePicture(scene.as(dilan), { pictureId, version: 2, fields: { peopleShown: ["Nali"] } });
    const seen = await getPicture(scene.as(shilan), { pictureId });
    expect(seen.may).toEqual({ change: false, pull: false });
    expect(seen.history.map(({ act, actorName }) => [act, actorName])).toEqual([
      ["picture.changed", "Dilan Karim"],
      ["picture.changed", "Rawa Aziz"],
    ]);
    expect(JSON.stringify(seen)).not.toContain("originals/");
  });

  test("the second of two people hears who was faster, and nothing of theirs is written", async ({
    scene,
  }) => {
    const { pictureId } = await aPicture(scene);
    const { rawa, dilan } = scene.newsroom;
    await changePicture(scene.as(dilan), { pictureId, version: 1, fields: { place: "Erbil" } });
    const late = changePicture(scene.as(rawa), { pictureId, version: 1, fields: { place: "Duhok" } });
    await expect(late).rejects.toThrow(/^Dilan Karim has changed this picture/);
    expect((await rowOf(scene, pictureId)).place).toBe("Erbil");
  });

  test("files are made again only when what stands inside them has changed", async ({ scene }) => {
    const { pictureId } = await aPicture(scene);
    const ctx = scene.as(scene.newsroom.dilan);
    await changePicture(ctx, { pictureId, version: 1, fields: { instructions: "Not before Friday" } });
    expect(await ordersFor(scene, pictureId)).toEqual([]);
    const before = (await scene.db.select().from(changes)).length;
    const { changeSeq } = await changePicture(ctx, { pictureId, version: 2, fields: { credit: "AFP" } });
    expect(await ordersFor(scene, pictureId)).toEqual([2]);
    const row = await rowOf(scene, pictureId);
    expect(row.state).toBe("processing");
    expect(row.printable).not.toBeNull();
    const told = await scene.db.select().from(changes);
    expect(told.length).toBe(before + 1);
    expect(told.find(({ seq }) => seq === changeSeq)).toMatchObject({
      keys: [`picture:${pictureId}`, "pictures"],
      hard: "soft",
    });
    await changePicture(ctx, { pictureId, version: 3, fields: { credit: "AFP" } });
    expect((await rowOf(scene, pictureId)).version).toBe(3);
  });
});

test("several pictures are changed together or not at all; people and keywords are added", async ({
  scene,
}) => {
  const { rawa, shilan, dilan } = scene.newsroom;
  const hers = await aPicture(scene, { uploadedBy: shilan.personId, keywords: ["bread"] });
  const his = await aPicture(scene);
  const change = changePicturesInput.parse({
    pictureIds: [hers.pictureId, his.pictureId],
    fields: { rights: "handout" },
    addKeywords: ["market"],
  });
  await expect(changePictures(scene.as(rawa), change)).rejects.toBeInstanceOf(Problem);
  expect((await rowOf(scene, his.pictureId)).rights).toBe("ours");
  expect(await changePictures(scene.as(dilan), change)).toMatchObject({ changed: 2 });
  expect((await rowOf(scene, hers.pictureId)).keywords).toEqual(["bread", "market"]);
  expect((await rowOf(scene, his.pictureId)).rights).toBe("handout");
});

test("a cut is a new edition that readers wait for; the same cut again is none", async ({ scene }) => {
  const { pictureId, printable } = await aPicture(scene);
  const ctx = scene.as(scene.newsroom.rawa);
  const cut = {
    rotation: 90,
    focal: { x: 0.2, y: 0.7 },
    crops: { square: { x: 0, y: 0.1, width: 0.5, height: 0.75 } },
    blurs: [{ x: 0.4, y: 0.4, width: 0.1, height: 0.2 }],
  } as const;
  const done = await cutPicture(ctx, { pictureId, version: 1, ...cut, blurs: [...cut.blurs] });
  expect(done).toEqual({ version: 2, edition: 2 });
  expect(await ordersFor(scene, pictureId)).toEqual([2]);
  const row = await rowOf(scene, pictureId);
  expect(row).toMatchObject({ state: "processing", ...cut });
  expect(row.printable).toEqual(printable);
  await cutPicture(ctx, { pictureId, version: 2, ...cut, blurs: [...cut.blurs] });
  expect(await ordersFor(scene, pictureId)).toEqual([2]);
  const told = await scene.db.select().from(events).where(eq(events.subjectId, pictureId));
  expect(told).toHaveLength(1);
  expect(told[0]?.happenedAt).toEqual(noon);
});
