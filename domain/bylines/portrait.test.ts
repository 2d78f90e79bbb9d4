import { desc, eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerMedia, readerPictureUses } from "#db/reader.ts";
import { changes, contributors, events } from "#db/schema.ts";
import { pictureUses } from "#db/schema-pictures.ts";
import { addContributor } from "../choices/add.ts";
import { profilePage } from "../feeds/profile-page.ts";
import { listNewest } from "../lists/list-newest.ts";
import { listUses } from "../pictures/list-uses.ts";
import { listSurfaces } from "../pictures/look-again.ts";
import { pullPicture } from "../pictures/pull.ts";
import { setEmbargo } from "../stories/set-embargo.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aStory } from "../testing/a-story.ts";
import { hashOfEverything } from "../testing/people.ts";
import { type Scene, test } from "../testing/test.ts";
import { getWord } from "../words/get-word.ts";
import { mergeWords, separateWord } from "../words/merge-words.ts";
import { hideByline, showByline } from "./hide.ts";
import { setPortrait } from "./set-portrait.ts";

const signer = ({ newsroom, as }: Scene, label: string) =>
  addContributor(as(newsroom.dilan), { label, language: "en" });

const isPublic = async ({ db }: Scene, { printable }: Awaited<ReturnType<typeof aPicture>>) =>
  (
    await db
      .select()
      .from(readerMedia)
      .where(eq(readerMedia.name, printable.files[0]?.name ?? ""))
  ).length > 0;

const pageOf = async ({ db }: Scene, slug: string) =>
  (await listNewest(db, "en", { kind: "byline", slug }))?.name ?? null;

async function touchedHard({ db }: Scene, pictureId: string): Promise<boolean> {
  const rows = await db.select().from(changes).orderBy(desc(changes.seq)).limit(2);
  return rows.some(({ hard, keys }) => hard === "hard" && keys.includes(`picture:${pictureId}`));
}

describe("a byline's portrait", () => {
  test("is before readers on its page from the act on, for machines too, and gone when it is taken away", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.dilan);
    const [first, second] = [await aPicture(scene), await aPicture(scene)];
    const pen = await signer(scene, "Lana Ahmed");
    expect(await isPublic(scene, first)).toBe(false);

    await setPortrait(ctx, { wordId: pen.id, pictureId: first.pictureId });
    expect(await isPublic(scene, first)).toBe(true);
    const name = await pageOf(scene, pen.slug);
    expect(name?.portrait).toMatchObject({ id: first.pictureId, printable: { width: 3000 } });
    const url = "https://zagros.test/en/by/lana-ahmed";
    const about = "";
    const mediaBase = "https://zagros.test/media";
    const told = profilePage({ url, name: "Lana Ahmed", about, portrait: name?.portrait ?? null, mediaBase });
    const square = first.printable.files.find(({ crop, format }) => crop === "square" && format === "jpeg");
    expect(told.mainEntity).toMatchObject({
      "@type": "Person",
      image: { url: `https://zagros.test/media/${square?.name}`, width: 320, height: 320 },
    });
    expect((await getWord(ctx, { kind: "contributor", wordId: pen.id })).portraitId).toBe(first.pictureId);

    const { changeSeq } = await setPortrait(ctx, { wordId: pen.id, pictureId: second.pictureId });
    expect([await isPublic(scene, first), await isPublic(scene, second)]).toEqual([false, true]);
    const [change] = await db.select().from(changes).where(eq(changes.seq, changeSeq));
    expect(change).toMatchObject({ hard: "hard" });
    expect(change?.keys).toEqual(
      expect.arrayContaining([
        "by:en:lana-ahmed",
        `picture:${first.pictureId}`,
        `picture:${second.pictureId}`,
      ]),
    );

    await setPortrait(ctx, { wordId: pen.id, pictureId: null });
    expect(await isPublic(scene, second)).toBe(false);
    expect((await pageOf(scene, pen.slug))?.portrait).toBeNull();
    const noted = await db.select().from(events).where(eq(events.subjectId, pen.id));
    expect(noted.filter(({ act }) => act === "word.changed")).toHaveLength(3);
  });

  test("is nobody's while the byline has no page, and comes back with it", async ({ scene }) => {
    const ctx = scene.as(scene.newsroom.dilan);
    const picture = await aPicture(scene);
    const pen = await signer(scene, "A quiet voice");
    await setPortrait(ctx, { wordId: pen.id, pictureId: picture.pictureId });
    await hideByline(ctx, { wordId: pen.id });
    expect(await isPublic(scene, picture)).toBe(false);
    expect(await touchedHard(scene, picture.pictureId)).toBe(true);
    // A portrait that is chosen meanwhile waits as well.
    const other = await aPicture(scene);
    await setPortrait(ctx, { wordId: pen.id, pictureId: other.pictureId });
    expect(await isPublic(scene, other)).toBe(false);
    await showByline(ctx, { wordId: pen.id });
    expect([await isPublic(scene, picture), await isPublic(scene, other)]).toEqual([false, true]);
  });

  test("goes over to the byline that stands for both where that one has none, and back again", async ({
    scene,
  }) => {
    const ctx = scene.as(scene.newsroom.dilan);
    const [face, hers] = [await aPicture(scene), await aPicture(scene)];
    const [old, kept, rich] = [
      await signer(scene, "R. Salih"),
      await signer(scene, "Rozh Salih"),
      await signer(scene, "Rozh S."),
    ];
    await setPortrait(ctx, { wordId: old.id, pictureId: face.pictureId });
    await setPortrait(ctx, { wordId: rich.id, pictureId: hers.pictureId });
    await mergeWords(ctx, { kind: "contributor", wordId: old.id, intoId: kept.id });
    const standing = await scene.db
      .select()
      .from(readerPictureUses)
      .where(eq(readerPictureUses.pictureId, face.pictureId));
    expect(standing.map(({ contributorId }) => contributorId)).toEqual([kept.id]);
    expect((await pageOf(scene, kept.slug))?.portrait?.id).toBe(face.pictureId);

    // One that has a portrait keeps it: the other's is nobody's then.
    await mergeWords(ctx, { kind: "contributor", wordId: kept.id, intoId: rich.id });
    expect((await pageOf(scene, rich.slug))?.portrait?.id).toBe(hers.pictureId);
    expect(await isPublic(scene, face)).toBe(false);
    expect(await touchedHard(scene, face.pictureId)).toBe(true);

    await separateWord(ctx, { kind: "contributor", wordId: old.id });
    expect((await pageOf(scene, old.slug))?.portrait?.id).toBe(face.pictureId);
    expect(await isPublic(scene, face)).toBe(true);
  });

  test("is named where the picture is used, and a pull takes it from the byline's page", async ({
    scene,
  }) => {
    const ctx = scene.as(scene.newsroom.dilan);
    const picture = await aPicture(scene);
    const pen = await signer(scene, "Sara Ali");
    await setPortrait(ctx, { wordId: pen.id, pictureId: picture.pictureId });
    const { uses } = await listUses(ctx, { pictureId: picture.pictureId });
    expect(uses.map(({ place, stands, contributor }) => [place, stands, contributor]).toSorted()).toEqual([
      ["portrait", "head", "Sara Ali"],
      ["portrait", "live", "Sara Ali"],
    ]);
    const { pictureId } = picture;
    const pulled = await pullPicture(ctx, { pictureId, version: 1, replacedBy: null, note: "" });
    expect(await isPublic(scene, picture)).toBe(false);
    expect((await pageOf(scene, pen.slug))?.portrait?.printable).toBeNull();
    const [change] = await scene.db.select().from(changes).where(eq(changes.seq, pulled.changeSeq));
    expect(change?.keys).toContain("by:ckb:sara-ali");
    const paths = (await listSurfaces(ctx, { pictureId })).flatMap((line) => line.paths);
    expect(paths).toEqual(expect.arrayContaining(["/en/by/sara-ali", "/ckb/by/sara-ali"]));
  });

  test("isn't for reporters to choose, nor one that readers may not have or that isn't open to the editor", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const pen = await signer(scene, "Nobody Yet");
    const picture = await aPicture(scene);
    const unready = await aPicture(scene, { printable: null, state: "processing" });
    const pulled = await aPicture(scene, { pulledAt: new Date("2026-01-01T00:00:00Z") });
    const secret = await aPicture(scene);
    const lead = { pictureId: secret.pictureId, caption: "", credit: "", alt: "", decorative: false };
    const held = await aStory(scene, { by: newsroom.rawa, fields: { lead: { ...lead, crop: "full" } } });
    const until = new Date("2999-01-01T00:00:00Z");
    await setEmbargo(as(newsroom.hana), { storyId: held.storyId, until, from: "the ministry", people: [] });
    const before = await hashOfEverything(db);
    const set = (by: typeof newsroom.rawa, { pictureId }: { pictureId: string }) =>
      setPortrait(as(by), { wordId: pen.id, pictureId });
    await expect(set(newsroom.rawa, picture)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(set(newsroom.dilan, unready)).rejects.toMatchObject({ kind: "invalid", field: "pictureId" });
    await expect(set(newsroom.dilan, pulled)).rejects.toMatchObject({ kind: "invalid" });
    await expect(set(newsroom.dilan, secret)).rejects.toMatchObject({ kind: "missing" });
    expect(await hashOfEverything(db)).toBe(before);
    expect(await db.select().from(pictureUses).where(eq(pictureUses.contributorId, pen.id))).toEqual([]);
    const [row] = await db.select().from(contributors).where(eq(contributors.id, pen.id));
    expect(row?.pictureId).toBeNull();
  });
});
