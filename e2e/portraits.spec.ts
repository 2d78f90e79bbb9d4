/** Faces: one's own among colleagues, a byline's before readers. */
import type { Page } from "@playwright/test";
import { addContributor } from "#domain/choices/add.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { aLiveStory } from "#domain/testing/a-story.ts";
import { expect, requireSetting, test } from "./fixtures.ts";

async function choose(page: Page, description: string): Promise<void> {
  await page.getByRole("button", { name: "Choose a picture" }).click();
  const picker = page.getByRole("dialog", { name: "Choose a picture" });
  await picker.getByRole("row", { name: description }).click();
  await picker.getByRole("button", { name: "Use this picture" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
}

test("a byline's portrait is before readers while the byline has a page, and its stories follow", async ({
  signIn,
  reader,
  scene,
}) => {
  const dataDir = requireSetting("TRIAL_DATA_DIR");
  const description = "Berivan by the river";
  await aPicture(scene, { dataDir, description });
  const pen = await addContributor(scene.as(scene.newsroom.dilan), { label: "Berivan Aso", language: "en" });
  const byline = [{ contributorId: pen.id, role: "writing" as const }];
  const story = await aLiveStory(scene, { fields: { byline, headline: "The river is low" } });
  const page = await signIn("dilan");
  await page.goto(`/admin/contributors/${pen.id}`);
  await choose(page, description);

  await reader.goto(story.path);
  await reader.getByRole("link", { name: "Berivan Aso" }).click();
  const portrait = reader.getByRole("img", { name: "Berivan Aso" });
  await expect(portrait).toBeVisible();
  const chosen = () => portrait.evaluate((image) => (image as HTMLImageElement).currentSrc);
  // Which file of the picture a browser takes is settled a moment after the picture has its place.
  await expect.poll(chosen).toContain("/media/");
  const file = await chosen();
  expect((await reader.request.get(file)).status()).toBe(200);

  await page.getByRole("button", { name: "Hide the page" }).click();
  await expect(page.getByText("Readers have no page of this byline.")).toBeVisible();
  expect((await reader.request.get(file)).status()).toBe(404);
  await reader.goto(story.path);
  await expect(reader.getByText("Berivan Aso")).toBeVisible();
  await expect(reader.getByRole("link", { name: "Berivan Aso" })).toBeHidden();
});

test("a person's own picture is seen by colleagues beside the name, and fetched by nobody else", async ({
  signIn,
  reader,
  scene,
}) => {
  const dataDir = requireSetting("TRIAL_DATA_DIR");
  const description = "Shilan in the yard";
  const { pictureId, printable } = await aPicture(scene, { dataDir, description });
  const page = await signIn("shilan");
  await page.goto("/me");
  await choose(page, description);
  const preview = `/api/pictures/${pictureId}/square/160`;
  expect((await page.request.get(preview)).status()).toBe(200);
  expect((await reader.request.get(preview)).status()).toBe(401);
  expect((await reader.request.get(`/media/${printable.files[0]?.name}`)).status()).toBe(404);
  await page.getByRole("button", { name: "Take it away" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Taken away." })).toBeVisible();
});
