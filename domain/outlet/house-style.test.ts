import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { outlet } from "#db/schema.ts";
import { test } from "../testing/test.ts";
import { changeSettings } from "./change-settings.ts";
import { styleIn } from "./house-style.ts";
import { changeSettingsInput } from "./input.ts";

test("an admin's note stands beside the field in its language, and in no other", async ({ scene }) => {
  const { hana, dilan } = scene.newsroom;
  const [row] = await scene.db.select().from(outlet);
  if (!row) throw new Error("no outlet");
  const houseStyle = { headline: { en: " Present tense.\nNo full stop. ", ckb: "" }, kicker: { en: "" } };
  const input = changeSettingsInput.parse({
    version: row.version,
    settings: { ...row.settings, houseStyle },
  });
  await expect(changeSettings(scene.as(dilan), input)).rejects.toThrow(/admin/);
  await changeSettings(scene.as(hana), input);
  const [now] = await scene.db.select().from(outlet).where(eq(outlet.id, 1));
  if (!now) throw new Error("no outlet");
  expect(now.settings.houseStyle).toEqual({ headline: { en: "Present tense.\nNo full stop." } });
  expect(now.settings.name).toEqual(row.settings.name);
  expect(styleIn(now.settings, "en")).toEqual({ headline: "Present tense.\nNo full stop." });
  expect(styleIn(now.settings, "ckb")).toEqual({});
});

test("a note for a field that there isn't is refused", () => {
  const settings = { name: { en: "A" }, houseStyle: { password: { en: "x" } } };
  const { error } = changeSettingsInput.safeParse({ version: 1, settings });
  expect(error?.issues.map(({ path }) => path.join("."))).toContain("settings.houseStyle");
});
