/** What helps to write: finding, snippets, templates, the house style, and what became of one's text. */

import { publishStory } from "#domain/stories/publish.ts";
import { aStory, saveAgain } from "#domain/testing/a-story.ts";
import { doc, facts, p } from "#domain/testing/doc.ts";
import { body, field, openStory, typeParagraphs, untilSaved } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

test("Ctrl+F finds words however their letters were typed, replaces them, and one undo takes it back", async ({
  signIn,
  scene,
}) => {
  const story = await aStory(scene, {
    by: scene.newsroom.rawa,
    language: "ckb",
    document: doc(p("نرخی نان لە كوردستان"), p("لە کوردستان باران باری")),
  });
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  await body(page).click();
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in this story" });
  await bar.getByRole("textbox", { name: "Find", exact: true }).fill("کوردستان");
  await expect(bar.getByRole("status")).toHaveText("1 of 2");
  await bar.getByRole("button", { name: "The next one" }).click();
  await expect(bar.getByRole("status")).toHaveText("2 of 2");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("هەرێم");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expect(body(page)).toHaveText("نرخی نان لە هەرێملە هەرێم باران باری");
  await expect(bar.getByRole("status")).toHaveText("Nothing found");
  await bar.getByRole("textbox", { name: "Find", exact: true }).press("Escape");
  await expect(body(page)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(body(page)).toHaveText("نرخی نان لە كوردستانلە کوردستان باران باری");
  await untilSaved(page);
});

test("words that are chosen show what can be done with them", async ({ signIn, scene }) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa, document: doc(p("Prices rise.")) });
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  await body(page).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  const bubble = page.getByRole("toolbar", { name: "Chosen words" });
  await bubble.getByRole("button", { name: "Bold" }).click();
  await expect(body(page).getByRole("strong")).toHaveText("Prices rise.");
  await bubble.getByRole("button", { name: "Pull quote" }).click();
  await expect(body(page).getByRole("complementary")).toContainText("Prices rise.");
  await untilSaved(page);
});

test("a writer keeps words as a snippet and puts them in by their name", async ({ signIn, scene }) => {
  const story = await aStory(scene, { by: scene.newsroom.shilan, document: doc(p("Rain is expected.")) });
  const page = await signIn("shilan");
  await openStory(page, story.storyId);
  await body(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.getByRole("button", { name: "Insert" }).click();
  await page.getByRole("menuitem", { name: "Save words as a snippet" }).click();
  const dialog = page.getByRole("dialog", { name: "New snippet" });
  await expect(dialog.getByRole("textbox", { name: "Text of the snippet" })).toHaveText("Rain is expected.");
  await dialog.getByRole("textbox", { name: "Name" }).fill("rain line");
  await expect(dialog.getByRole("radio")).toHaveCount(0);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await typeParagraphs(page, [" /rain"]);
  await expect(page.getByRole("option", { name: /rain-line/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(body(page)).toHaveText("Rain is expected. Rain is expected.");
  await untilSaved(page);

  await page.goto("/desk/writing");
  await page.getByRole("button", { name: "Remove rain-line" }).click();
  await expect(page.getByText("Removed.")).toBeVisible();
  await expect(page.getByText("rain-line")).toHaveCount(0);
});

test("an editor makes a template of a story, and a reporter begins from it", async ({ signIn, scene }) => {
  const story = await aStory(scene, {
    by: scene.newsroom.dilan,
    fields: { headline: "Weekly prices", kicker: "Prices" },
    document: doc(p("This week:"), facts("Bread", p("…"))),
  });
  const desk = await signIn("dilan");
  await openStory(desk, story.storyId);
  await desk.getByRole("button", { name: "Save as template…" }).click();
  const dialog = desk.getByRole("dialog", { name: "Save as template" });
  await dialog.getByRole("textbox", { name: "Name of the template" }).fill("Price report");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByRole("status").filter({ hasText: /^Saved as a template/ })).toBeVisible();

  const page = await signIn("rawa");
  await page.goto("/desk");
  await page.getByRole("combobox", { name: "Language of the new story" }).selectOption({ label: "English" });
  await page.getByRole("combobox", { name: "Begin from" }).selectOption({ label: "Price report · News" });
  await page.getByRole("button", { name: "New story" }).click();
  await expect(field(page, "Headline")).toHaveValue("Weekly prices");
  await expect(body(page)).toContainText("This week:");
  await expect(field(page, "Title of the box")).toHaveValue("Bread");

  await desk.goto("/desk/writing");
  await desk.getByRole("button", { name: "Remove Price report" }).click();
  await expect(desk.getByText("Price report")).toHaveCount(0);
});

test("an admin's note on style stands beside the field, in the story's language", async ({
  signIn,
  scene,
}) => {
  const admin = await signIn("hana");
  await admin.goto("/admin/style");
  await admin.getByRole("textbox", { name: "Standfirst" }).fill("One sentence. No names.");
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByText("Saved.")).toBeVisible();

  const english = await aStory(scene, { by: scene.newsroom.rawa });
  const kurdish = await aStory(scene, { by: scene.newsroom.rawa, language: "ckb" });
  const page = await signIn("rawa");
  await openStory(page, english.storyId);
  await page.getByRole("button", { name: "House style: Standfirst" }).click();
  await expect(page.getByText("One sentence. No names.")).toBeVisible();
  await openStory(page, kurdish.storyId);
  await expect(page.getByRole("button", { name: "House style: Standfirst" })).toHaveCount(0);
});

test("a writer is told that her text was changed before it went out, and sees each word of it", async ({
  signIn,
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const headline = `Bread is dear ${Date.now()}`;
  const story = await aStory(scene, {
    by: rawa,
    fields: { headline },
    document: doc(p("Bread costs more from Monday."), p("Bakers said so.")),
  });
  const edited = await saveAgain(scene.as(dilan), story.storyId, story.revisionId, {
    fields: { kicker: "Prices" },
    document: doc(p("Bread will cost more from Monday."), p("Bakers said so.")),
  });
  const { storyId } = story;
  await publishStory(scene.as(dilan), { storyId, revisionId: edited.revisionId, seenPublicationId: null });

  const page = await signIn("rawa");
  await page.goto("/desk");
  const row = page.getByRole("listitem").filter({ hasText: headline });
  await row.getByRole("link", { name: "Changed before it went out" }).click();
  const dialog = page.getByRole("dialog", { name: "What was changed before it went out" });
  await expect(dialog.getByRole("deletion")).toHaveText(/costs/);
  await expect(dialog.getByRole("insertion")).toHaveText([/Prices/, /will cost/]);
  await expect(dialog).toContainText("Saved in between by Dilan Karim");
  await expect(dialog).toContainText("1 paragraph unchanged");
});

test("machine help, related stories and the text for sharing are kept with the story", async ({
  signIn,
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const live = await aStory(scene, { by: rawa, fields: { headline: "Saffron fields of Halabja bloom" } });
  const { storyId: liveId, revisionId } = live;
  await publishStory(scene.as(dilan), { storyId: liveId, revisionId, seenPublicationId: null });
  const story = await aStory(scene, { by: rawa });
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  await page.getByRole("group", { name: "Machine help" }).getByRole("radio", { name: "Yes" }).check();
  await field(page, "What it did").fill("Transcribed an interview.");
  await page.getByRole("searchbox", { name: "Related stories" }).fill("saffron halab");
  await page
    .getByRole("list", { name: "Found" })
    .getByRole("button", { name: /Saffron fields/ })
    .click();
  await field(page, "Text for sharing").fill("Read this.");
  await untilSaved(page);
  await page.reload();
  await expect(field(page, "What it did")).toHaveValue("Transcribed an interview.");
  await expect(page.getByRole("list", { name: "Related stories" })).toContainText(
    "Saffron fields of Halabja bloom",
  );
  await expect(field(page, "Text for sharing")).toHaveValue("Read this.");
});
