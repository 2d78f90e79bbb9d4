/** The outlet's words, as whoever keeps them meets them: names in every language, bylines, places. */
import { addContributor, addTopic } from "#domain/choices/add.ts";
import { aLiveStory } from "#domain/testing/a-story.ts";
import { expect, PHONE, test } from "./fixtures.ts";

test("an editor adds a topic, names it in Kurdish, and finds it by that name", async ({ signIn }) => {
  const page = await signIn("dilan");
  await page.goto("/desk");
  await page.getByRole("navigation").getByRole("link", { name: "Words" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Topics" })).toBeVisible();
  await page.getByRole("button", { name: "Add a topic" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a topic" });
  await dialog.getByRole("textbox", { name: "Name in English" }).fill("Beekeeping");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("status").filter({ hasText: "“Beekeeping” is added." })).toBeVisible();
  await page.getByRole("link", { name: "Beekeeping" }).click();

  const kurdish = page.getByRole("textbox", { name: "Name in کوردی" });
  await expect(kurdish).toHaveAttribute("dir", "rtl");
  await kurdish.fill("هەنگداری");
  await page.getByRole("textbox", { name: "Description in English" }).fill("Hives in the mountains.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.reload();
  await expect(kurdish).toHaveValue("هەنگداری");

  await page.goto("/admin/topics");
  await page.getByRole("searchbox", { name: "Search" }).fill("هه‌نگداري");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("row", { name: "Beekeeping" })).toContainText("هەنگداری");
});

test("a name in a language that is missing can be looked for", async ({ signIn, scene }) => {
  const { dilan } = scene.newsroom;
  await addContributor(scene.as(dilan), { label: "Gap Writer", language: "en" });
  await addContributor(scene.as(dilan), {
    label: "Full Writer",
    language: "en",
    labels: { en: "Full Writer", ckb: "نووسەری تەواو", ar: "كاتب كامل" },
  });
  const page = await signIn("dilan", PHONE);
  await page.goto("/admin/contributors");
  await page.getByRole("combobox", { name: "Show" }).selectOption({ label: "Without a name in کوردی" });
  await expect(page.getByRole("link", { name: "Gap Writer" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Full Writer" })).toBeHidden();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("a pseudonym is linked to an account, and no reader learns of it", async ({ signIn, reader, scene }) => {
  const { shilan, dilan } = scene.newsroom;
  const pen = await addContributor(scene.as(dilan), { label: "The Night Owl", language: "en" });
  const byline = [{ contributorId: pen.id, role: "writing" as const }];
  const { path } = await aLiveStory(scene, { by: shilan, fields: { byline, headline: "Seen at night" } });
  const page = await signIn("dilan");
  await page.goto(`/admin/contributors/${pen.id}`);
  await page.getByRole("combobox", { name: "Account" }).selectOption({ label: "Shilan Omar" });
  await page.getByRole("button", { name: "Save the account" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Nothing that readers see" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Seen at night" })).toBeVisible();
  await reader.goto(path);
  await expect(reader.getByText("The Night Owl").first()).toBeVisible();
  expect(await reader.content()).not.toContain("Shilan Omar");
});

test("two topics that are one are merged, and taken apart again", async ({ signIn, reader, scene }) => {
  const { dilan } = scene.newsroom;
  const old = await addTopic(scene.as(dilan), { label: "Footbal league", language: "en" });
  await addTopic(scene.as(dilan), { label: "Football league", language: "en" });
  await aLiveStory(scene, { fields: { topicIds: [old.id], headline: "A late goal" } });
  const page = await signIn("dilan");
  await page.goto(`/admin/topics/${old.id}`);
  await page.getByRole("button", { name: "Merge it into another" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge “Footbal league” into" });
  await dialog.getByRole("searchbox", { name: "Look for the other one" }).fill("FOOTBALL LEA");
  await dialog.getByRole("radio", { name: "Football league" }).check();
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Football league" })).toBeVisible();
  await expect(page.getByRole("link", { name: "A late goal" })).toBeVisible();
  await reader.goto("/en/topic/footbal-league");
  await expect(reader).toHaveURL(/\/en\/topic\/football-league$/);
  await expect(reader.getByRole("link", { name: "A late goal" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Take Footbal league apart again" }).click();
  await expect(page.getByText("Footbal league stands for itself again.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "No story names it" })).toBeVisible();
  expect((await reader.goto("/en/topic/footbal-league"))?.url()).toMatch(/footbal-league$/);
});

test("an outlet that was opened earlier adds the places that come along, once", async ({ signIn }) => {
  const page = await signIn("dilan");
  await page.goto("/admin/places");
  await page.getByRole("button", { name: "Add the places that come along" }).click();
  await expect(page.getByRole("status").filter({ hasText: /places added/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add the places that come along" })).toBeHidden();
  await page.getByRole("searchbox", { name: "Search" }).fill("سليماني");
  await page.getByRole("button", { name: "Search" }).click();
  const row = page.getByRole("row", { name: "SULAIMANI" });
  await expect(row).toContainText("السليمانية");
  await expect(row).toContainText("سلێمانی");
});

test("a topic moves, and readers of its old address, of its feed and of its new one find it at once", async ({
  signIn,
  reader,
  scene,
}) => {
  const { dilan } = scene.newsroom;
  const topic = await addTopic(scene.as(dilan), { label: "Bridges", language: "en" });
  await aLiveStory(scene, { fields: { topicIds: [topic.id], headline: "A bridge is opened" } });
  expect((await reader.goto("/en/topic/bridges"))?.status()).toBe(200);
  expect((await reader.goto("/en/topic/bridges-and-roads"))?.status()).toBe(404);
  const page = await signIn("dilan");
  await page.goto(`/admin/topics/${topic.id}`);
  await page.getByRole("textbox", { name: "Address in Latin letters" }).fill("bridges-and-roads");
  await page.getByRole("button", { name: "Change the address" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The old address leads" })).toBeVisible();
  await expect(page.getByRole("link", { name: "/en/topic/bridges-and-roads" })).toBeVisible();
  await reader.goto("/en/topic/bridges");
  await expect(reader).toHaveURL(/\/en\/topic\/bridges-and-roads$/);
  await expect(reader.getByRole("link", { name: "A bridge is opened" }).first()).toBeVisible();
  const feed = await reader.request.get("/en/topic/bridges/feed.xml");
  expect([feed.status(), feed.url()]).toEqual([200, expect.stringMatching(/bridges-and-roads\/feed\.xml$/)]);
});

test("a byline's page says who it is, follows its name, and is gone once it is hidden", async ({
  signIn,
  reader,
  scene,
}) => {
  const pen = await addContributor(scene.as(scene.newsroom.dilan), { label: "Lana of Akre", language: "en" });
  const byline = [{ contributorId: pen.id, role: "writing" as const }];
  await aLiveStory(scene, { fields: { byline, headline: "Signed by Lana" } });
  const address = "/en/by/lana-of-akre";
  expect((await reader.goto(address))?.status()).toBe(200);
  const page = await signIn("dilan");
  await page.goto(`/admin/contributors/${pen.id}`);
  await page.getByRole("textbox", { name: "Name in English" }).fill("Lana Jalal");
  await page.getByRole("textbox", { name: "Biography in English" }).fill("Writes from the mountains.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await reader.goto(address);
  await expect(reader.getByRole("heading", { level: 1, name: "Lana Jalal" })).toBeVisible();
  await expect(reader.getByText("Writes from the mountains.")).toBeVisible();
  await page.getByRole("button", { name: "Hide the page" }).click();
  await expect(page.getByText("Readers have no page of this byline.")).toBeVisible();
  expect((await reader.goto(address))?.status()).toBe(404);
});

test("a reporter has no such room", async ({ signIn }) => {
  const page = await signIn("rawa");
  await page.goto("/desk");
  await expect(page.getByRole("link", { name: "Words" })).toBeHidden();
  await page.goto("/admin/topics");
  await expect(page.getByText("This page isn't open to you")).toBeVisible();
});
