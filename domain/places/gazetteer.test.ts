import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { places } from "#db/schema.ts";
import { addPlace } from "../choices/add.ts";
import { hashOfEverything } from "../testing/people.ts";
import { test } from "../testing/test.ts";
import { changeWord } from "../words/change-word.ts";
import { addGazetteer, countOffered, planFor } from "./add-gazetteer.ts";
import { GAZETTEER } from "./gazetteer.ts";

describe("the places that come along", () => {
  test("are at least sixty, each once, as datelines print them in three languages", () => {
    expect(GAZETTEER.length).toBeGreaterThanOrEqual(60);
    for (const language of ["en", "ar", "ckb"] as const) {
      const names = GAZETTEER.map((labels) => labels[language] ?? "");
      expect(new Set(names).size).toBe(names.length);
      expect(names).not.toContain("");
      expect(names.filter((name) => name !== name.normalize("NFC").trim())).toEqual([]);
    }
    const english = GAZETTEER.map(({ en }) => en);
    expect(english.filter((name) => name !== name?.toUpperCase())).toEqual([]);
    expect(english).toEqual(expect.arrayContaining(["SULAIMANI", "BAGHDAD", "WASHINGTON"]));
    const arabicLetters = GAZETTEER.filter(({ ckb }) => /[كيىةھ]/.test(ckb ?? "")).map(({ ckb }) => ckb);
    expect(arabicLetters, "Kurdish names are written in Kurdish letters").toEqual([]);
  });

  test("an outlet that has places gets the others, and keeps every name that it gave", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.dilan);
    const slemani = await addPlace(ctx, {
      label: "Slêmanî",
      language: "en",
      labels: { en: "Slêmanî", ckb: "سلێمانی" },
    });
    const erbil = await addPlace(ctx, { label: "Erbil", language: "en" });
    const own = await addPlace(ctx, { label: "QARADAGH", language: "en" });
    expect(await countOffered(ctx)).toBe(GAZETTEER.length);
    const { added, completed } = await addGazetteer(ctx);
    expect({ added, completed }).toEqual({ added: GAZETTEER.length - 2, completed: 2 });
    const labelsOf = async (id: string) =>
      (await db.select().from(places).where(eq(places.id, id)))[0]?.labels;
    expect(await labelsOf(slemani.id)).toEqual({ en: "Slêmanî", ar: "السليمانية", ckb: "سلێمانی" });
    expect(await labelsOf(erbil.id)).toEqual({ en: "Erbil", ar: "أربيل", ckb: "هەولێر" });
    expect(await labelsOf(own.id)).toEqual({ en: "QARADAGH" });
  });

  test("are added once: what the outlet changes afterwards stays", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const ctx = as(newsroom.dilan);
    await addGazetteer(ctx);
    const [kyiv] = await db.select().from(places).where(eq(places.slug, "kyiv"));
    if (!kyiv) throw new Error("Kyiv wasn't added");
    const seen = { labels: kyiv.labels, about: {} };
    const labels = { ...kyiv.labels, en: "KIEV" };
    await changeWord(ctx, { kind: "place", wordId: kyiv.id, seen, labels, about: {} });
    const count = (await db.select().from(places)).length;
    expect(await addGazetteer(ctx)).toEqual({ added: 0, completed: 0 });
    expect(await countOffered(ctx)).toBe(0);
    const after = await db.select().from(places);
    expect(after.length).toBe(count);
    expect(planFor(after)).toEqual({ added: [], completed: [] });
    expect(after.find(({ id }) => id === kyiv.id)?.labels.en).toBe("KIEV");
  });

  test("a reporter adds none of them", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const before = await hashOfEverything(db);
    await expect(addGazetteer(as(newsroom.rawa))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(countOffered(as(newsroom.rawa))).rejects.toMatchObject({ kind: "forbidden" });
    expect(await hashOfEverything(db)).toBe(before);
  });
});
