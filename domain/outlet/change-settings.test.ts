import { desc } from "drizzle-orm";
import { describe, expect } from "vitest";
import { changes, events } from "#db/schema.ts";
import { hashOfEverything } from "../testing/people.ts";
import { test } from "../testing/test.ts";
import { changeSettings } from "./change-settings.ts";
import { PROPOSED_SETTINGS } from "./defaults.ts";
import { getOutlet } from "./find-outlet.ts";
import { changeSettingsInput, settingsSchema } from "./input.ts";

describe("the outlet's settings", () => {
  test("an admin renames the paper, and every reader page is printed again", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { version, settings } = await getOutlet({ db });
    const name = { ...settings.name, en: "Zagros Daily" };
    const changed = await changeSettings(as(newsroom.hana), { version, settings: { ...settings, name } });
    expect(await getOutlet({ db })).toMatchObject({ version: version + 1, settings: { name } });
    const [change] = await db.select().from(changes).orderBy(desc(changes.seq)).limit(1);
    expect(change).toMatchObject({ seq: changed.changeSeq, keys: ["outlet"], hard: "soft" });
    const [event] = await db.select().from(events).orderBy(desc(events.id)).limit(1);
    expect(event).toMatchObject({ act: "outlet.changed", actorName: "Hana Salih" });
  });

  test("of two admins at once the second is told and overwrites nothing", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { version, settings } = await getOutlet({ db });
    const save = (en: string) =>
      changeSettings(as(newsroom.hana), {
        version,
        settings: { ...settings, name: { ...settings.name, en } },
      });
    const both = await Promise.allSettled([save("One"), save("Two")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const before = await hashOfEverything(db);
    await expect(save("Three")).rejects.toMatchObject({
      kind: "conflict",
      message: "Hana Salih has changed these settings since you opened them. Nothing was saved.",
    });
    expect(await hashOfEverything(db)).toBe(before);
  });

  test("reporters and editors change nothing", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { version, settings } = await getOutlet({ db });
    const before = await hashOfEverything(db);
    for (const person of [newsroom.rawa, newsroom.dilan]) {
      await expect(changeSettings(as(person), { version, settings })).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
    expect(await hashOfEverything(db)).toBe(before);
  });

  test("the outlet's wording of notices is kept as far as it is its own", async ({ scene }) => {
    const { db, newsroom, as } = scene;
    const { version, settings } = await getOutlet({ db });
    const noticeWords = {
      en: { update: { line: "  Updated   {when} ", mark: "" }, correction: {} },
      ckb: { update: { heading: "" } },
    };
    await changeSettings(
      as(newsroom.hana),
      changeSettingsInput.parse({ version, settings: { ...settings, noticeWords } }),
    );
    const after = await getOutlet({ db });
    expect(after.settings.noticeWords).toEqual({ en: { update: { line: "Updated {when}" } } });
  });

  test.each([
    [{ en: { update: { line: "Updated" } } }, "noticeWords.en.update.line", /^Readers must be told when/],
    [{ ar: { correction: { line: "{time}" } } }, "noticeWords.ar.correction.line", /^We know no slot {time}/],
    [{ ckb: { update: { mark: "{when}" } } }, "noticeWords.ckb.update.mark", /^There are no slots here/],
  ])("a template that can't be printed is refused at its field: %j", async (noticeWords, field, sentence) => {
    const settings = { ...PROPOSED_SETTINGS, name: { en: "A", ar: "A", ckb: "A" } };
    const refused = settingsSchema.safeParse({ ...settings, noticeWords });
    expect(refused.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      [field, expect.stringMatching(sentence)],
    ]);
  });

  test.each([
    [{ shown: true, threshold: 0 }, /^Nobody is shown a zero/],
    [{ shown: true, threshold: Number.NaN }, /^Write a whole number/],
    [{ shown: true, threshold: 2.5 }, /^Write a whole number/],
  ])("shares are never counted aloud from %j on", (shareCounts, sentence) => {
    const settings = { ...PROPOSED_SETTINGS, name: { en: "A", ar: "A", ckb: "A" } };
    const refused = settingsSchema.safeParse({ ...settings, shareCounts });
    expect(refused.error?.issues[0]?.message).toMatch(sentence);
    expect(
      settingsSchema.safeParse({ ...settings, shareCounts: { shown: false, threshold: 50 } }).success,
    ).toBe(true);
  });
});
