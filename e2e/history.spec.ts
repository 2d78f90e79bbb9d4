import AxeBuilder from "@axe-core/playwright";
import { listHistory } from "#domain/history/list-history.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { aStory, saveAgain } from "#domain/testing/a-story.ts";
import { doc, p, strong, withAttrs } from "#domain/testing/doc.ts";
import { body, field, openStory, untilSaved } from "./desk.ts";
import { expect, PHONE, type Scene, test } from "./fixtures.ts";

const named = (id: string, ...text: Parameters<typeof p>) =>
  withAttrs(p(...text), { id: `block-${id}-000000` });
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Rawa's text of an hour ago, and what Dilan made of it half an hour ago. */
async function edited(scene: Scene) {
  const { rawa, dilan, worldId } = scene.newsroom;
  const then = (who: typeof rawa, minutes: number) => ({ ...scene.as(who), now: minutesAgo(minutes) });
  const story = await aStory(
    { as: () => then(rawa, 60) },
    {
      by: rawa,
      fields: { headline: "Bread is dear", kicker: "Prices" },
      document: doc(
        named("a", "Bread costs more from Monday."),
        named("b", "Bakers said so."),
        named("c", "The ministry was silent."),
      ),
    },
  );
  const { pictureId } = await aPicture(scene, { description: "A bakery" });
  const lead = {
    pictureId,
    caption: "Loaves.",
    credit: "",
    alt: "",
    decorative: true,
    crop: "full" as const,
  };
  const after = await saveAgain(then(dilan, 30), story.storyId, story.revisionId, {
    fields: { headline: "Bread costs more", kicker: "", marks: ["top"], sectionId: worldId, lead },
    document: doc(
      named("a", "Bread will cost more from ", strong("Monday"), "."),
      named("c", "The ministry was silent."),
      named("d", "Flour is scarce."),
    ),
  });
  return { ...story, after };
}

async function openHistory(page: import("@playwright/test").Page) {
  await page.getByRole("button", { name: "History" }).first().click();
  return page.getByRole("dialog", { name: "History" });
}

test("a history says who wrote when and how much; a stretch opens into its steps", async ({
  signIn,
  scene,
}) => {
  const story = await edited(scene);
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  const history = await openHistory(page);
  const rawas = history.getByRole("button", { name: /^Rawa Aziz.*12 words put in, 0 taken out/ });
  await expect(history.getByRole("button", { name: /^Dilan Karim.*words put in/ })).toBeVisible();
  await expect(rawas).toBeVisible();
  await history.getByRole("button", { name: /^2 steps of Rawa Aziz/ }).click();
  await expect(history.getByRole("button", { name: /Rawa Aziz · 12 words/ })).toBeVisible();
  await rawas.click();
  await expect(history.getByText("Bakers said so.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("two versions are compared in words, and choices by their names", async ({ signIn, scene }) => {
  const story = await edited(scene);
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  const history = await openHistory(page);
  await history.getByRole("button", { name: /^Rawa Aziz/ }).click();
  await history.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(history.getByRole("deletion").filter({ hasText: "costs" })).toBeVisible();
  await expect(history.getByRole("insertion").filter({ hasText: "will cost" })).toBeVisible();
  await expect(history.getByRole("insertion").filter({ hasText: "Top story" })).toBeVisible();
  await expect(history.getByRole("insertion").filter({ hasText: "World" })).toBeVisible();
  await expect(history.getByRole("img", { name: "The picture now" })).toBeVisible();
  await expect(history).not.toContainText(scene.newsroom.worldId);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await history.getByRole("combobox", { name: "Older version" }).selectOption({ index: 0 });
  await expect(history.getByText("Nothing is different between them.")).toBeVisible();
});

test("one paragraph and one field come back; then everything does, and nothing is lost", async ({
  signIn,
  scene,
}) => {
  const story = await edited(scene);
  const page = await signIn("dilan");
  await openStory(page, story.storyId);
  const history = await openHistory(page);
  await history.getByRole("button", { name: /^Rawa Aziz/ }).click();
  await history.getByRole("button", { name: "Compare", exact: true }).click();
  await history.getByRole("button", { name: "Restore: the paragraph “Bakers said so.”" }).click();
  await expect(history.getByText("the paragraph “Bakers said so.” is as it was.")).toBeVisible();
  await history.getByRole("button", { name: "Restore: Kicker" }).click();
  await expect(history.getByText("Kicker is as it was.")).toBeVisible();
  await expect(history.getByRole("button", { name: "Restore: Kicker" })).toHaveCount(0);
  await history.getByRole("button", { name: "Close" }).click();
  await expect(body(page)).toContainText("Bread will cost more from Monday.Bakers said so.");
  await expect(field(page, "Kicker")).toHaveValue("Prices");
  await expect(field(page, "Headline")).toHaveValue("Bread costs more");

  const again = await openHistory(page);
  await again
    .getByRole("button", { name: /^Rawa Aziz/ })
    .last()
    .click();
  await again.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(field(page, "Headline")).toHaveValue("Bread is dear");
  await untilSaved(page);
  const { lines } = await listHistory(scene.as(scene.newsroom.dilan), { storyId: story.storyId, limit: 10 });
  expect(lines.reduce((sum, { steps }) => sum + steps, 0)).toBe(6);
});

test("a version is named, by keyboard, and stands out", async ({ signIn, scene }) => {
  const story = await edited(scene);
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  const history = await openHistory(page);
  await history.getByRole("button", { name: /^Rawa Aziz/ }).press("Enter");
  await history.getByRole("button", { name: "Name this version" }).press("Enter");
  await page.keyboard.type("Before the lawyer");
  await page.keyboard.press("Enter");
  await expect(history.getByRole("button", { name: /^Before the lawyer/ })).toBeVisible();
  await history.getByRole("button", { name: "Who wrote what" }).press("Enter");
  await expect(history.getByRole("listitem").filter({ hasText: "Bakers said so." })).toContainText(
    "Rawa Aziz",
  );
});

test("who comes back is told what others changed since", async ({ signIn, scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const { lookAtStory } = await import("#domain/history/look.ts");
  const story = await aStory(scene, { by: rawa, document: doc(named("a", "One.")) });
  await lookAtStory({ ...scene.as(rawa), now: minutesAgo(90) }, story);
  await saveAgain(scene.as(dilan), story.storyId, story.revisionId, {
    document: doc(named("a", "One and two.")),
  });
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  const told = page
    .getByRole("status")
    .filter({ hasText: "Dilan Karim changed this story since you saw it" });
  await told.getByRole("button", { name: "See what changed" }).click();
  const history = page.getByRole("dialog", { name: "History" });
  await expect(history.getByRole("insertion").filter({ hasText: "and two" })).toBeVisible();
});

test("on a phone the list makes room for the version, nothing runs out of the screen, in Kurdish too", async ({
  signIn,
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aStory(scene, {
    by: rawa,
    language: "ckb",
    document: doc(named("a", "نرخی نان بەرز بووەوە.")),
  });
  await saveAgain(scene.as(dilan), story.storyId, story.revisionId, {
    document: doc(named("a", "نرخی ئارد بەرز بووەوە.")),
  });
  const page = await signIn("rawa", PHONE);
  await openStory(page, story.storyId);
  await page.getByRole("button", { name: "Details" }).click();
  await page.getByRole("dialog", { name: "Details" }).getByRole("button", { name: "History" }).click();
  const history = page.getByRole("dialog", { name: "History" });
  await history
    .getByRole("button", { name: /^Rawa Aziz/ })
    .last()
    .click();
  await history.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(history.getByRole("deletion")).toContainText("نان");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await history.getByRole("button", { name: "Back to the list" }).click();
  await expect(history.getByRole("button", { name: /^Dilan Karim/ })).toBeVisible();
});
