import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { pictures } from "#db/schema-pictures.ts";
import { addContributor, addTopic } from "../choices/add.ts";
import type { Ctx } from "../context.ts";
import { listFeed } from "../feeds/list-feed.ts";
import { listSectionFront } from "../fronts/list-front.ts";
import { importPublication } from "../stories/publish.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aPicture } from "../testing/a-picture.ts";
import { aLiveStory, aStory, type Draft } from "../testing/a-story.ts";
import { type Scene, test } from "../testing/test.ts";
import { archiveDateIn, listArchive, listDay } from "./list-archive.ts";
import { listMonth, monthIn } from "./list-month.ts";
import { listNewest } from "./list-newest.ts";

const numbers = (stories: readonly { number: number }[] | undefined) => stories?.map(({ number }) => number);

/** A story that readers have had since that instant. */
async function liveSince(scene: Scene, at: string, draft: Partial<Draft> = {}) {
  const story = await aStory(scene, { by: scene.newsroom.rawa, ...draft });
  const machine: Ctx = { ...scene.as(scene.newsroom.dilan), actor: { kind: "system", name: "Import" } };
  await importPublication(machine, {
    ...{ storyId: story.storyId, revisionId: story.revisionId },
    ...{ kind: "first", note: "", blockId: null, at: new Date(at) },
  });
  return story;
}

describe("lists that readers follow", () => {
  test("a topic's list holds the live stories under it in this language, newest first, and a way to each month", async ({
    scene,
  }) => {
    const { newsroom, db, as } = scene;
    const { id } = await addTopic(as(newsroom.rawa), { label: "Water", language: "en" });
    const fields = { topicIds: [id] };
    // 21:30 on 31 October in London is November in Erbil.
    const old = await liveSince(scene, "2025-10-31T21:30:00Z", { fields });
    const middle = await liveSince(scene, "2026-01-10T09:00:00Z", { fields });
    await liveSince(scene, "2026-01-11T09:00:00Z");
    const arabic = await liveSince(scene, "2026-01-11T09:00:00Z", { fields, language: "ar" });
    const gone = await liveSince(scene, "2026-01-12T09:00:00Z", { fields });
    await withdrawStory(as(newsroom.dilan), { storyId: gone.storyId, note: "" });

    const list = { kind: "topic", slug: "water" } as const;
    const answer = await listNewest(db, "en", list);
    expect(numbers(answer?.stories)).toEqual([middle.number, old.number]);
    expect(answer).toMatchObject({
      name: { slug: "water", labels: { en: "Water" } },
      months: ["2026-01", "2025-11"],
      languages: ["en", "ar"],
    });
    expect(numbers((await listNewest(db, "ar", list))?.stories)).toEqual([arabic.number]);
    expect(await listNewest(db, "en", { kind: "topic", slug: "no-such" })).toMatchObject({
      name: null,
      stories: [],
    });

    const november = await listMonth(db, "en", list, { month: "2025-11", pageNumber: 1 });
    expect(numbers(november?.stories)).toEqual([old.number]);
    expect(november?.pages).toBe(1);
    expect(await listMonth(db, "en", list, { month: "2025-10", pageNumber: 1 })).toMatchObject({ pages: 0 });
    expect(numbers((await listFeed(db, "en", list))?.stories)).toEqual([middle.number, old.number]);
  });

  test("a byline's list says who it is, and a name without a page has none", async ({ scene }) => {
    const { newsroom, db, as } = scene;
    const byline = await addContributor(as(newsroom.rawa), { label: "Azad Salar", language: "en" });
    const fields = { byline: [{ contributorId: byline.id, role: "photos" as const }] };
    const story = await aLiveStory(scene, { fields });
    const list = { kind: "byline", slug: "azad-salar" } as const;
    expect(await listNewest(db, "en", list)).toMatchObject({
      name: { labels: { en: "Azad Salar" }, portrait: null },
      stories: [{ number: story.storyNumber }],
    });
    await db.execute(sql`update contributors set hidden_at = now() where id = ${byline.id}`);
    expect(await listNewest(db, "en", list)).toMatchObject({ name: null });
  });

  test("a section's front and months hold what is in it", async ({ scene }) => {
    const { newsroom, db } = scene;
    const story = await liveSince(scene, "2024-05-05T09:00:00Z", { fields: { sectionId: newsroom.worldId } });
    const list = { kind: "section", slug: "world" } as const;
    expect((await listSectionFront(db, "en", "world"))?.months).toContain("2024-05");
    const may = await listMonth(db, "en", list, { month: "2024-05", pageNumber: 1 });
    expect(numbers(may?.stories)).toEqual([story.number]);
  });

  test("a line of a list has its picture, until it is pulled", async ({ scene }) => {
    const { db } = scene;
    const { pictureId, printable } = await aPicture(scene);
    const lead = {
      pictureId,
      caption: "Bread",
      credit: "",
      alt: "",
      decorative: true,
      crop: "wide" as const,
    };
    await aLiveStory(scene, { language: "ckb", fields: { lead } });
    const shown = async () => (await listNewest(db, "ckb", { kind: "language" }))?.stories[0]?.picture;
    expect(await shown()).toMatchObject({ id: pictureId, printable: { colour: printable.colour } });
    await db.update(pictures).set({ pulledAt: new Date() });
    expect(await shown()).toMatchObject({ id: pictureId, printable: null });
  });
});

describe("the archive", () => {
  test("it holds each day of the newsroom's calendar", async ({ scene }) => {
    const { db } = scene;
    const late = await liveSince(scene, "2023-03-01T20:59:00Z");
    const next = await liveSince(scene, "2023-03-01T21:00:00Z");
    const march = await listArchive(db, "en", "2023-03");
    expect(march?.days).toEqual([
      { day: "2023-03-01", stories: 1 },
      { day: "2023-03-02", stories: 1 },
    ]);
    const day = await listDay(db, "en", "2023-03-01");
    expect(numbers(day?.stories)).toEqual([late.number]);
    expect(day).toMatchObject({ previous: null, next: "2023-03-02", languages: ["en"] });
    expect(numbers((await listDay(db, "en", "2023-03-02"))?.stories)).toEqual([next.number]);
  });

  test("only dates are dates", () => {
    expect(archiveDateIn("2024-02-29")).toEqual({ kind: "day", date: "2024-02-29" });
    expect(archiveDateIn("2024-02")).toEqual({ kind: "month", date: "2024-02" });
    for (const other of ["2023-02-29", "2023-13", "2023-1", "0001-01-01", "today", "2023-02-00"]) {
      expect(archiveDateIn(other), other).toBeNull();
    }
    expect(monthIn(["2026-11"])).toEqual({ month: "2026-11", pageNumber: 1 });
    expect(monthIn(["2026-11", "12"])).toEqual({ month: "2026-11", pageNumber: 12 });
    for (const other of [
      ["2026-11", "1"],
      ["2026-11", "02"],
      ["2026-11", "2", "3"],
      ["2026-11", "0"],
    ]) {
      expect(monthIn(other), other.join("/")).toBeNull();
    }
  });
});
