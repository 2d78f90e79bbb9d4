import { expect } from "vitest";
import { startPages } from "../pages/start-pages.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { test } from "../testing/test.ts";
import { changeSettings } from "./change-settings.ts";
import { getOutlet } from "./find-outlet.ts";
import { listFirstSteps } from "./first-steps.ts";

test("an outlet's first steps are done when readers have what they are about, not before", async ({
  scene,
}) => {
  const { db, newsroom, as } = scene;
  const done = async () =>
    (await listFirstSteps(as(newsroom.hana))).filter(({ isDone }) => isDone).map(({ step }) => step);
  expect(await done()).toEqual(["people"]);
  await startPages(as(newsroom.hana));
  expect(await done()).toEqual(["people"]);
  await aLiveStory(scene);
  const { version, settings } = await getOutlet({ db });
  await changeSettings(as(newsroom.hana), {
    version,
    settings: { ...settings, brand: { initials: "Z" }, menus: { header: null, footer: [] } },
  });
  expect(await done()).toEqual(["looks", "menus", "people", "story"]);
});

test("only whoever runs the outlet is asked for its first steps", async ({ scene }) => {
  await expect(listFirstSteps(scene.as(scene.newsroom.dilan))).rejects.toMatchObject({ kind: "forbidden" });
});
