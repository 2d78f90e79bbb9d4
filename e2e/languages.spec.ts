import { aLiveStory, aStory } from "#domain/testing/a-story.ts";
import { field, openStory, untilSaved } from "./desk.ts";
import { expect, PHONE, test } from "./fixtures.ts";

test("a live story is started in another language: its source is at hand, and knows of it", async ({
  signIn,
  scene,
}) => {
  const story = await aLiveStory(scene, {
    fields: { headline: "Bread costs more", slugline: "Bread-price" },
  });
  const page = await signIn("shilan");
  await page.goto(`/desk/stories/${story.storyId}`);
  await page.getByRole("button", { name: "Translate" }).click();
  await expect(page.getByRole("menuitem", { name: "English" })).toHaveCount(0);
  await page.getByRole("menuitem", { name: "کوردی" }).click();
  await page.waitForURL((address) => !address.pathname.endsWith(story.storyId));

  await expect(field(page, "Headline")).toHaveAttribute("dir", "rtl");
  await expect(field(page, "Headline")).toHaveValue("");
  await expect(field(page, "Slugline")).toHaveValue("Bread-price");
  const others = page.getByRole("region", { name: "Other languages" });
  await expect(others).toContainText("source of this story");
  await expect(others).toContainText("Bread costs more");
  await field(page, "Headline").fill("نرخی نان بەرز دەبێتەوە");
  await untilSaved(page);

  await others.getByRole("link", { name: "English" }).click();
  await page.waitForURL(`**/desk/stories/${story.storyId}`);
  // Stored at once, and in what colleagues are shown of it a few seconds later, or when its writer leaves it.
  await expect(async () => {
    await page.reload();
    await expect(others).toContainText("نرخی نان بەرز دەبێتەوە", { timeout: 2_000 });
  }).toPass();
  await expect(others).toContainText("Writing");
  await page.getByRole("button", { name: "Translate" }).click();
  await expect(page.getByRole("menuitem")).toHaveText(["العربية"]);
});

test("a colleague's unfinished story isn't offered for translation; one's own is, on a phone too", async ({
  signIn,
  scene,
}) => {
  const { storyId } = await aStory(scene, { by: scene.newsroom.rawa });
  const colleague = await signIn("shilan");
  await openStory(colleague, storyId);
  await expect(colleague.getByRole("button", { name: "Translate" })).toHaveCount(0);
  const page = await signIn("rawa", PHONE);
  await openStory(page, storyId);
  await page.getByRole("button", { name: "Details" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Translate" }).click();
  await page.getByRole("menuitem", { name: "العربية" }).click();
  await page.waitForURL((address) => !address.pathname.endsWith(storyId));
  await expect(field(page, "Headline")).toHaveAttribute("dir", "rtl");
});
