/** Pictures, pull quotes and boxes in a story: put in, described, moved, saved, and as readers get them. */
import type { Page } from "@playwright/test";
import { aPicture } from "#domain/testing/a-picture.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, p, pic, withAttrs } from "#domain/testing/doc.ts";
import { body, field, openStory, publish, typeParagraphs, untilSaved } from "./desk.ts";
import { expect, PHONE, requireSetting, type Scene, test } from "./fixtures.ts";

const hung = (scene: Scene, description: string) =>
  aPicture(scene, { dataDir: requireSetting("TRIAL_DATA_DIR"), description, altText: "" });

async function choose(page: Page, description: string): Promise<void> {
  const picker = page.getByRole("dialog", { name: /^Choose/ });
  await picker.getByRole("searchbox", { name: "Search pictures" }).fill(description);
  await picker.getByRole("row", { name: description }).click();
  await picker.getByRole("button", { name: "Use this picture" }).click();
  await expect(picker).toHaveCount(0);
}

test("a picture goes into the text with its caption and alt text, and readers get it", async ({
  signIn,
  scene,
  reader,
}) => {
  await hung(scene, "Loaves of the Azadi bakery");
  const story = await aStory(scene, { by: scene.newsroom.dilan, fields: { headline: "Loaves get smaller" } });
  const page = await signIn("dilan");
  await openStory(page, story.storyId);
  await body(page).press("ControlOrMeta+End");
  await page.getByRole("button", { name: "Add picture" }).click();
  await choose(page, "Loaves of the Azadi bakery");
  const figure = body(page).getByRole("figure");
  await expect(figure).toContainText("No alt text");
  await page.keyboard.type(", on Monday");
  await figure.getByRole("textbox", { name: "Alt text" }).fill("Round loaves on a shelf");
  await expect(figure).not.toContainText("No alt text");
  await untilSaved(page);
  await page.reload();
  await expect(figure).toContainText("Loaves of the Azadi bakery, on Monday");
  await expect(figure.getByRole("textbox", { name: "Credit" })).toHaveValue("Photo: Aram Karim");

  const path = await publish(page);
  await reader.goto(path);
  const printed = reader.getByRole("article").first().getByRole("figure");
  await expect(printed.getByRole("img", { name: "Round loaves on a shelf" })).toHaveAttribute("width", /\d+/);
  await expect(printed).toContainText("Loaves of the Azadi bakery, on Monday (Photo: Aram Karim)");
});

test("Enter in a caption goes on writing below, the keys move the picture, undo brings it back", async ({
  signIn,
  scene,
}) => {
  const { pictureId } = await hung(scene, "A crane over Erbil");
  const figure = withAttrs(pic("a", "A crane"), { pictureId });
  const story = await aStory(scene, { by: scene.newsroom.rawa, document: doc(p("One."), figure, p("Two.")) });
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  await body(page).getByText("A crane", { exact: true }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect(body(page)).toHaveText(/^One\.Two\..*A crane/);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Below it.");
  await expect(body(page)).toHaveText(/A crane.*Below it\.$/);
  await body(page).getByRole("figure").hover();
  await body(page).getByRole("button", { name: "Take out" }).click();
  await expect(body(page).getByRole("figure")).toHaveCount(0);
  await body(page).press("ControlOrMeta+z");
  await expect(body(page).getByRole("figure")).toHaveCount(1);
  await untilSaved(page);
});

test("a picture that is pasted is sent, chosen and stands where the cursor was", async ({
  signIn,
  scene,
}) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa, document: doc(p("One."), p("Two.")) });
  const page = await signIn("rawa");
  await openStory(page, story.storyId);
  await body(page).getByText("One.").click();
  await page.keyboard.press("End");
  await body(page).evaluate(async (element) => {
    const canvas = new OffscreenCanvas(900, 600);
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.fillStyle = `hsl(${Math.random() * 360} 60% 50%)`;
    pen.fillRect(0, 0, 900, 600);
    const carried = new DataTransfer();
    carried.items.add(
      new File([await canvas.convertToBlob({ type: "image/png" })], "pasted.png", { type: "image/png" }),
    );
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true }),
    );
  });
  const picker = page.getByRole("dialog", { name: "Choose a picture" });
  await expect(picker).toContainText("pasted.png");
  const use = picker.getByRole("button", { name: "Use this picture" });
  await expect(use).toBeEnabled({ timeout: 30_000 });
  // What is written of a picture while one adds it goes into the story with it.
  await picker.getByRole("textbox", { name: "Alt text" }).fill("A wall of one colour");
  await use.click();
  await expect(body(page).getByRole("figure")).toHaveCount(1);
  await expect(body(page).getByRole("textbox", { name: "Alt text" })).toHaveValue("A wall of one colour");
  await expect(body(page)).toHaveText(/^One\..*Two\.$/s);
  await untilSaved(page);
});

test("the lead picture stands over the headline with its caption, credit and alt text, on a phone too", async ({
  signIn,
  scene,
}) => {
  await hung(scene, "The citadel at dusk");
  const story = await aStory(scene, {
    by: scene.newsroom.rawa,
    fields: { headline: "Citadel opens at night" },
  });
  const page = await signIn("rawa", PHONE);
  await openStory(page, story.storyId);
  await page.getByRole("button", { name: "Add lead picture" }).click();
  await choose(page, "The citadel at dusk");
  const lead = page.getByRole("region", { name: "Lead picture" });
  await expect(lead.getByRole("textbox", { name: "Caption" })).toHaveValue("The citadel at dusk");
  await lead.getByRole("textbox", { name: "Alt text" }).fill("A wall in evening light");
  await lead.getByRole("radio", { name: "Wide" }).check({ force: true });
  await untilSaved(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "The citadel at dusk" })).toBeVisible();
  await page.getByRole("button", { name: "The citadel at dusk" }).click();
  await expect(lead.getByRole("textbox", { name: "Credit" })).toHaveValue("Photo: Aram Karim");
  await expect(lead.getByRole("radio", { name: "Wide" })).toBeChecked();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("“/” puts in a fact box and a pull quote without a mouse; Escape leaves the sign", async ({
  signIn,
  scene,
  reader,
}) => {
  const story = await aStory(scene, { by: scene.newsroom.dilan, fields: { headline: "Bus fares go up" } });
  const page = await signIn("dilan");
  await openStory(page, story.storyId);
  const menu = page.getByRole("listbox", { name: "Insert" });
  await typeParagraphs(page, [" And so on. /"]);
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(body(page)).toContainText("And so on. /");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/fact");
  await expect(menu.getByRole("option")).toHaveText(["Fact box"]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("40 buses");
  await field(page, "Title of the box").fill("In figures");
  await page.getByText("40 buses").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/pull");
  await page.keyboard.press("Enter");
  await page.keyboard.type("We walk");
  await field(page, "Who said it").fill("A student");
  await untilSaved(page);

  await reader.goto(await publish(page));
  const article = reader.getByRole("article").first();
  await expect(article.getByRole("heading", { name: "In figures" })).toBeVisible();
  await expect(article).toContainText("40 buses");
  await expect(article).toContainText("We walk");
  await expect(article).toContainText("A student");
  await expect(article).not.toContainText(/\/(?:fact|pull)|so on\. \//);
});

test("a post elsewhere becomes a card that leads there, and nothing of it runs", async ({
  signIn,
  scene,
  reader,
}) => {
  const story = await aStory(scene, { by: scene.newsroom.dilan, fields: { headline: "A video goes round" } });
  const page = await signIn("dilan");
  await openStory(page, story.storyId);
  await body(page).press("ControlOrMeta+End");
  await page.getByRole("button", { name: "Insert" }).click();
  await page.getByRole("menuitem", { name: "Link to a post or video" }).click();
  const dialog = page.getByRole("dialog", { name: "Link to a post or video" });
  await dialog.getByRole("textbox").fill("javascript:alert(1)");
  await dialog.getByRole("button", { name: "Put it in" }).click();
  await expect(dialog).toContainText("That isn't the address of a web page.");
  await dialog.getByRole("textbox").fill("https://www.youtube.com/watch?v=x");
  await dialog.getByRole("button", { name: "Put it in" }).click();
  await field(page, "What it is").fill("The ride");
  await untilSaved(page);
  await reader.goto(await publish(page));
  const card = reader.getByRole("link", { name: "The ride Video on YouTube" });
  await expect(card).toHaveAttribute("href", "https://www.youtube.com/watch?v=x");
  expect(await reader.content()).not.toContain("<iframe");
});
