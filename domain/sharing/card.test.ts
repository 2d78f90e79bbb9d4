import { and, desc, eq, isNull } from "drizzle-orm";
import { describe, expect } from "vitest";
import { readerMedia, readerShareCards } from "#db/reader.ts";
import { changes, outbox } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { OutletSettings, PictureUse } from "#db/shapes.ts";
import { changeSettings } from "../outlet/change-settings.ts";
import { getOutlet } from "../outlet/find-outlet.ts";
import { publishUpdate } from "../stories/publish.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory, saveAgain } from "../testing/a-story.ts";
import { noon, type Scene, test } from "../testing/test.ts";
import type { UpdateKind } from "../vocabulary.ts";
import { findWantedCard } from "./card.ts";
import { keepShareCard } from "./keep-card.ts";
import { orderCardsWith, orderMissingCards } from "./order-card.ts";

const lab = { kind: "system", name: "The picture lab" } as const;

const leadWith = (pictureId: string): PictureUse => ({
  ...{ pictureId, caption: "", alt: "A baker", decorative: false, crop: "wide" as const },
  credit: "Aram Karim/Zagros Post",
});

let made = 0;
const aCard = () => {
  made += 1;
  return { name: `${String(made).padStart(32, "0")}.jpg`, width: 1200, height: 630, bytes: 80_000 };
};

async function keep(scene: Scene, storyId: string, card = aCard()) {
  const ctx = scene.as(lab);
  const wanted = await findWantedCard(ctx, storyId);
  if (!wanted) throw new Error("no card is wanted");
  return { card, wanted, ...(await keepShareCard(ctx, storyId, wanted, card)) };
}

const printed = async ({ db }: Scene, storyId: string) => {
  const [card] = await db.select().from(readerShareCards).where(eq(readerShareCards.storyId, storyId));
  return card?.name ?? null;
};
const isPublic = async ({ db }: Scene, name: string) =>
  (await db.select().from(readerMedia).where(eq(readerMedia.name, name))).length > 0;
const ordered = ({ db }: Scene) =>
  db
    .select()
    .from(outbox)
    .where(and(eq(outbox.job, "share-card"), isNull(outbox.handedOverAt)));

async function update(scene: Scene, live: Awaited<ReturnType<typeof aLiveStory>>, kind: UpdateKind) {
  const { rawa, dilan } = scene.newsroom;
  const { storyId } = live;
  const saved = await saveAgain(scene.as(rawa), storyId, live.revisionId, {
    fields: { headline: `Bakers raise the price (${kind})` },
  });
  return publishUpdate(scene.as(dilan), {
    storyId,
    revisionId: saved.revisionId,
    seenPublicationId: live.publicationId,
    kind,
    note: "An earlier version gave the wrong price.",
  });
}

describe("what a story's share card shows", () => {
  test("is ordered in the transaction that publishes", async ({ scene }) => {
    const { storyId } = await aLiveStory(scene);
    expect((await ordered(scene)).map(({ payload }) => payload)).toContainEqual({ storyId });
  });

  test("is the lead picture while it may be passed on", async ({ scene }) => {
    const { pictureId, printable } = await aPicture(scene);
    const { storyId } = await aLiveStory(scene, { fields: { lead: leadWith(pictureId) } });
    const wide = printable.files.filter(({ crop }) => crop === "wide").map(({ name }) => name);
    const wanted = await findWantedCard(scene.as(lab), storyId);
    expect(wanted?.picture).toMatchObject({ pictureId, credit: "Aram Karim/Zagros Post" });
    expect(wide).toContain(wanted?.picture?.sourceName);
  });

  test("wears the outlet's logo, and is drawn anew when that, the name or the colour changes", async ({
    scene,
  }) => {
    const { db, newsroom, as } = scene;
    const { storyId } = await aLiveStory(scene);
    const [light, dark] = [await aPicture(scene), await aPicture(scene)];
    const change = async (next: Partial<OutletSettings>) => {
      await db.delete(outbox);
      const { version, settings } = await getOutlet({ db });
      await changeSettings(as(newsroom.hana), { version, settings: { ...settings, ...next } });
      return (await ordered(scene)).map(({ payload }) => payload);
    };
    expect((await findWantedCard(as(lab), storyId))?.logo).toEqual({ onPaper: null, onPicture: null });
    const worn = { logo: light.pictureId, logoDark: dark.pictureId, icon: null };
    expect(await change({ brand: { pictures: worn } })).toContainEqual({ storyId });
    const { logo } = (await findWantedCard(as(lab), storyId)) ?? {};
    expect(light.printable.files).toContainEqual(
      expect.objectContaining({ name: logo?.onPaper, format: "webp" }),
    );
    expect(dark.printable.files).toContainEqual(expect.objectContaining({ name: logo?.onPicture }));
    expect(await change({ menus: { header: null, footer: [] } })).toEqual([]);
    expect(await change({ name: { en: "Zagros Daily", ar: "زاغروس", ckb: "زاگرۆس" } })).toContainEqual({
      storyId,
    });

    await db.delete(outbox);
    await db.update(pictures).set({ pulledAt: noon }).where(eq(pictures.id, light.pictureId));
    await db.transaction((tx) => orderCardsWith(tx, [light.pictureId]));
    expect((await ordered(scene)).map(({ payload }) => payload)).toContainEqual({ storyId });
    expect((await findWantedCard(as(lab), storyId))?.logo.onPaper).toBeNull();
  });

  test.for([
    { rights: "unknown" as const },
    { validUntil: new Date(noon.getTime() - 1) },
    { printable: null },
    { pulledAt: noon },
  ])("is the headline when the picture is %o", async (row, { scene }) => {
    const { pictureId } = await aPicture(scene);
    const { storyId } = await aLiveStory(scene, { fields: { lead: leadWith(pictureId), kicker: "Prices" } });
    await scene.db.update(pictures).set(row).where(eq(pictures.id, pictureId));
    expect(await findWantedCard(scene.as(lab), storyId)).toMatchObject({
      picture: null,
      kicker: "Prices",
      headline: "Bakers of Sulaimani raise the price of bread",
    });
  });

  test("is the picture in the place of one that was pulled, with its own credit", async ({ scene }) => {
    const { pictureId } = await aPicture(scene);
    const other = await aPicture(scene, { credit: "Reuters photo" });
    const { storyId } = await aLiveStory(scene, { fields: { lead: leadWith(pictureId) } });
    const pull = { pulledAt: noon, replacedBy: other.pictureId };
    await scene.db.update(pictures).set(pull).where(eq(pictures.id, pictureId));
    const wanted = await findWantedCard(scene.as(lab), storyId);
    expect(wanted?.picture).toMatchObject({ pictureId: other.pictureId, credit: "Reuters photo" });
  });

  test("is nothing for a story that readers don't have", async ({ scene }) => {
    const { storyId } = await aLiveStory(scene);
    await withdrawStory(scene.as(scene.newsroom.dilan), { storyId, note: "" });
    expect(await findWantedCard(scene.as(lab), storyId)).toBeNull();
  });
});

describe("a card that was made", () => {
  test("is named by the page, by a soft change of the story alone", async ({ scene }) => {
    const { storyId, storyNumber } = await aLiveStory(scene);
    const { card, changeSeq } = await keep(scene, storyId);
    expect(await printed(scene, storyId)).toBe(card.name);
    expect(await isPublic(scene, card.name)).toBe(true);
    const [change] = await scene.db.select().from(changes).orderBy(desc(changes.seq)).limit(1);
    expect(change).toMatchObject({ seq: changeSeq, hard: "soft", keys: [`story:${storyNumber}`] });
    expect((await keep(scene, storyId, card)).changeSeq).toBeNull();
  });

  test("is not kept when another publication overtook it", async ({ scene }) => {
    const live = await aLiveStory(scene);
    const wanted = await findWantedCard(scene.as(lab), live.storyId);
    await update(scene, live, "update");
    if (!wanted) throw new Error("no card is wanted");
    expect((await keepShareCard(scene.as(lab), live.storyId, wanted, aCard())).changeSeq).toBeNull();
    expect(await printed(scene, live.storyId)).toBeNull();
  });

  test("stays where it was shared after an update, and the page names the new one", async ({ scene }) => {
    const live = await aLiveStory(scene);
    const first = await keep(scene, live.storyId);
    await update(scene, live, "update");
    expect(await printed(scene, live.storyId)).toBe(first.card.name);
    const second = await keep(scene, live.storyId);
    expect(await printed(scene, live.storyId)).toBe(second.card.name);
    expect(await isPublic(scene, first.card.name)).toBe(true);
  });

  test("from before a correction is never named again", async ({ scene }) => {
    const live = await aLiveStory(scene);
    await keep(scene, live.storyId);
    await update(scene, live, "correction");
    expect(await printed(scene, live.storyId)).toBeNull();
    const { card } = await keep(scene, live.storyId);
    expect(await printed(scene, live.storyId)).toBe(card.name);
  });

  test("leaves readers with its picture: pulled, made anew, or taken out; and with its story", async ({
    scene,
  }) => {
    const { pictureId, printable } = await aPicture(scene);
    const live = await aLiveStory(scene, { fields: { lead: leadWith(pictureId) } });
    const { card } = await keep(scene, live.storyId);
    const standsWith = async (row: Partial<typeof pictures.$inferInsert>) => {
      await scene.db.update(pictures).set(row).where(eq(pictures.id, pictureId));
      return [await isPublic(scene, card.name), await printed(scene, live.storyId)];
    };
    expect(await standsWith({ pulledAt: null })).toEqual([true, card.name]);
    expect(await standsWith({ pulledAt: noon })).toEqual([false, null]);
    expect(await standsWith({ pulledAt: null })).toEqual([true, card.name]);
    const blurred = {
      ...printable,
      files: printable.files.map((file) => ({ ...file, name: `new${file.name}` })),
    };
    expect(await standsWith({ printable: blurred })).toEqual([false, null]);
    expect(await standsWith({ printable })).toEqual([true, card.name]);
    await withdrawStory(scene.as(scene.newsroom.dilan), { storyId: live.storyId, note: "" });
    expect(await standsWith({ pulledAt: null })).toEqual([false, null]);
  });
});

test("a picture whose files or rights changed has the cards of its live stories made anew, and no others", async ({
  scene,
}) => {
  const { pictureId } = await aPicture(scene);
  const shows = await aLiveStory(scene, { fields: { lead: leadWith(pictureId) } });
  await aLiveStory(scene);
  const before = (await ordered(scene)).length;
  await scene.db.transaction((tx) => orderCardsWith(tx, [pictureId]));
  const after = await ordered(scene);
  expect(after).toHaveLength(before + 1);
  expect(after.filter(({ payload }) => JSON.stringify(payload).includes(shows.storyId))).toHaveLength(2);
});

test("only live stories without a card, or with one whose picture's time is up, get one ordered at night, and only by the machine", async ({
  scene,
}) => {
  const has = await aLiveStory(scene);
  await keep(scene, has.storyId);
  const lacks = await aLiveStory(scene);
  const { pictureId } = await aPicture(scene, { validUntil: new Date(noon.getTime() + 60_000) });
  const over = await aLiveStory(scene, { fields: { lead: leadWith(pictureId) } });
  await keep(scene, over.storyId);
  await scene.db.update(pictures).set({ validUntil: noon }).where(eq(pictures.id, pictureId));
  await scene.db.delete(outbox);
  await orderMissingCards(scene.as(lab), { limit: 100 });
  const stories = (await ordered(scene)).map(({ payload }) => (payload as { storyId: string }).storyId);
  expect(stories).toContain(lacks.storyId);
  expect(stories).toContain(over.storyId);
  expect(stories).not.toContain(has.storyId);
  await expect(orderMissingCards(scene.as(scene.newsroom.hana), { limit: 1 })).rejects.toMatchObject({
    kind: "forbidden",
  });
});
