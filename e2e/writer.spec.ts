import { aStory, saveAgain } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { body, field, openAlone, openNewStory, openStory, typeParagraphs, untilSaved } from "./desk.ts";
import { expect, PHONE, test } from "./fixtures.ts";

test("a reporter writes and submits; publishing isn't offered", async ({ signIn }) => {
  const page = await signIn("rawa");
  await openNewStory(page, "English");
  await field(page, "Headline").fill("Bakers of Sulaimani raise the price of bread");
  await typeParagraphs(page, ["Bread costs more from Monday."]);
  await untilSaved(page);
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Submitted." })).toBeVisible();
  await page.reload();
  await expect(body(page)).toHaveText("Bread costs more from Monday.");
});

test("two people who each write alone: what the other saved meanwhile and mine are both in the story", async ({
  signIn,
  scene,
}) => {
  const { rawa, shilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two.")) });
  const page = await signIn("rawa");
  await openAlone(page, story.storyId);
  await saveAgain(scene.as(shilan), story.storyId, story.revisionId, {
    document: doc(p("One, says Shilan."), p("Two.")),
  });
  await typeParagraphs(page, [" Rawa goes on."]);
  await untilSaved(page);
  await page.reload();
  await expect(body(page)).toContainText("One, says Shilan.");
  await expect(body(page)).toContainText("Two. Rawa goes on.");
  await page.getByRole("button", { name: "History" }).first().click();
  const history = page.getByRole("dialog", { name: "History" });
  await expect(history.getByText("Shilan Omar").first()).toBeVisible();
});

test("alone, while the newsroom doesn't answer, typing goes on and “Saved” isn't claimed", async ({
  signIn,
  scene,
}) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa, document: doc(p("One.")) });
  const page = await signIn("rawa");
  await openAlone(page, story.storyId);
  await untilSaved(page);
  await page.context().setOffline(true);
  await typeParagraphs(page, [" Typed in the tunnel."]);
  await expect(page.getByRole("status").filter({ hasText: /^Not saved:/ })).toBeVisible();
  await expect(body(page)).toContainText("Typed in the tunnel.");
  await page.context().setOffline(false);
  await untilSaved(page);
  await page.reload();
  await expect(body(page)).toContainText("Typed in the tunnel.");
});

test("text of a visit alone that ended in the tunnel is offered until somebody puts it back", async ({
  signIn,
  scene,
}) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa, document: doc(p("One.")) });
  const first = await signIn("rawa");
  await openAlone(first, story.storyId);
  await first.context().setOffline(true);
  await typeParagraphs(first, [" Typed in the tunnel."]);
  await expect(first.getByRole("status").filter({ hasText: /^Not saved:/ })).toBeVisible();
  await first.close();
  await first.context().setOffline(false);

  const page = await first.context().newPage();
  const told = page.getByRole("alert").filter({ hasText: "text on this machine that was never saved" });
  await openStory(page, story.storyId);
  await field(page, "Standfirst").fill("Written before anybody looked up.");
  await untilSaved(page);
  await page.reload();
  await told.getByRole("button", { name: "Put it back" }).click();
  await expect(body(page)).toHaveText("One. Typed in the tunnel.");
  await untilSaved(page);
  await page.reload();
  await expect(body(page)).toHaveText("One. Typed in the tunnel.");
  await expect(told).toHaveCount(0);
});

test("a place that the outlet lacks is added from the dateline", async ({ signIn, scene }) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa });
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  await field(page, "Dateline").fill("GALALA BRIDGE");
  const add = page.getByRole("button", { name: "Add “GALALA BRIDGE” to places" });
  await add.click();
  await expect(add).toHaveCount(0);
  await expect(field(page, "Dateline")).toHaveValue("GALALA BRIDGE");
  await untilSaved(page);
  await page.reload();
  await expect(field(page, "Dateline")).toBeEditable();
  await field(page, "Dateline").fill("galala");
  await page.getByRole("button", { name: "GALALA BRIDGE", exact: true }).click();
  await expect(field(page, "Dateline")).toHaveValue("GALALA BRIDGE");
});

test("in a hurry: a story goes out from a phone in five taps and within a minute", async ({
  signIn,
  reader,
}) => {
  const page = await signIn("dilan", PHONE);
  await page.goto("/desk");
  const began = performance.now();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "New story" }).tap();
  await expect(field(page, "Headline")).toBeFocused();
  await page.keyboard.type("Explosion heard in the centre of Sulaimani");
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.getByRole("combobox", { name: "Section" }).selectOption({ label: "News" });
  await page.getByRole("button", { name: "Publish", exact: true }).tap();
  await page.getByRole("dialog", { name: "Publish" }).getByRole("button", { name: "Publish now" }).tap();
  const link = page.getByRole("link", { name: "See it as readers do" });
  await expect(link).toBeVisible();
  expect((await reader.goto((await link.getAttribute("href")) ?? ""))?.status()).toBe(200);
  expect(performance.now() - began).toBeLessThan(60_000);
});

test("alone, what a colleague changed after I looked isn't sent, and I am told", async ({
  signIn,
  scene,
  reader,
}) => {
  const { rawa } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two."), p("Three.")) });
  const page = await signIn("dilan");
  await openAlone(page, story.storyId);
  const newer = doc(p("One."), p("Two."), p("Three, not yet confirmed."));
  await saveAgain(scene.as(rawa), story.storyId, story.revisionId, { document: newer });
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish now" }).click();
  const told = page
    .getByRole("status")
    .filter({ hasText: "Rawa Aziz has since changed paragraph 3. Not sent." });
  await expect(told).toBeVisible();
  const details = page.getByRole("complementary", { name: "Details" });
  const link = details.getByRole("link", { name: "See it as readers do" });
  await reader.goto((await link.getAttribute("href")) ?? "");
  await expect(reader.getByRole("article").first()).not.toContainText("not yet confirmed");
});
