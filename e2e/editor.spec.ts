import { aStory } from "#domain/testing/a-story.ts";
import {
  body,
  comeIn,
  field,
  hireWithPassword,
  openNewStory,
  openStory,
  publish,
  publishUpdate,
  typeParagraphs,
  untilSaved,
  withdraw,
} from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { findSeedArticle } from "./seed-article.ts";

const article = findSeedArticle() ?? {
  headline: "Talks over the Dukan dam end without a date",
  caption: "",
  dateline: "SULAIMANI",
  paragraphs: [
    "The two sides gave no sign on Monday that they had come closer.",
    "“We were firm,” one of them said.",
  ],
  signOff: "(Zagros Post/Reuters)",
};
const standfirst = "Both sides say that they will meet again on Wednesday in Brussels.";

test("an editor takes an article from a blank page to readers, updates it and takes it back", async ({
  page,
  reader,
  scene,
}) => {
  const { email } = await hireWithPassword(scene, "editor");
  await comeIn(page, email);
  await expect(page).toHaveURL(/\/desk$/);

  await openNewStory(page, "English");
  await field(page, "Headline").fill(article.headline);
  await field(page, "Standfirst").fill(standfirst);
  await field(page, "Dateline").fill(article.dateline);
  await page.getByRole("combobox", { name: "Section" }).selectOption({ label: "World" });
  await field(page, "Sign-off").fill(article.signOff);
  await typeParagraphs(page, article.paragraphs);
  await untilSaved(page);
  const path = await publish(page);
  expect(path).toMatch(/^\/en\/world\/\d+-[a-z0-9-]+$/);

  expect((await reader.goto(path))?.status()).toBe(200);
  await expect(reader.getByRole("heading", { level: 1, name: article.headline })).toBeVisible();
  const story = reader.getByRole("article").first();
  await expect(story).toContainText(standfirst);
  await expect(story).toContainText(article.dateline);
  await expect(story).toContainText(article.signOff);
  for (const paragraph of article.paragraphs) await expect(story).toContainText(paragraph);
  await expect(story).not.toContainText("This story was updated");
  for (const list of ["/en", "/en/world"]) {
    await reader.goto(list);
    await expect(reader.getByRole("link", { name: article.headline }).first()).toBeVisible();
  }

  await typeParagraphs(page, [" They will meet again on Wednesday."]);
  await untilSaved(page);
  await reader.goto(path);
  await expect(story).not.toContainText("They will meet again on Wednesday.");
  await publishUpdate(page, "Update");
  await reader.goto(path);
  await expect(story).toContainText("They will meet again on Wednesday.");
  await expect(story).toContainText(/\*This story was updated at \d\d:\d\d [ap]\.m\. EBL time/);

  await withdraw(page);
  expect((await reader.goto(path))?.status()).toBe(410);
  await expect(reader.getByText(article.paragraphs[0] ?? "")).toHaveCount(0);
  for (const list of ["/en", "/en/world", "/en/feed.xml", "/en/world/feed.xml", "/en/latest"]) {
    const answer = await reader.request.get(list);
    expect(await answer.text(), list).not.toContain(path);
  }
});

test("Ctrl+Enter, Enter publishes, and with an arrow between them says what kind of update it is", async ({
  signIn,
  scene,
  reader,
}) => {
  const { dilan } = scene.newsroom;
  const story = await aStory(scene, { by: dilan, fields: { headline: "Snow closes the Azmar road" } });
  const page = await signIn("dilan");
  await openStory(page, story.storyId);
  await typeParagraphs(page, [" By the keys."]);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: "Publish now" })).toBeFocused();
  await page.keyboard.press("Enter");
  const told = page.getByRole("status").filter({ hasText: /^Published/ });
  const link = told.getByRole("link", { name: "See it as readers do" });
  await expect(link).toBeVisible();
  const path = (await link.getAttribute("href")) ?? "";
  await reader.goto(path);
  await expect(reader.getByRole("article").first()).toContainText("Monday. By the keys.");

  for (const [arrow, kind, text] of [
    ["ArrowUp", "Minor fix", " A comma."],
    [null, "Update", " More by the keys."],
  ] as const) {
    await typeParagraphs(page, [text]);
    await page.keyboard.press("Control+Enter");
    const dialog = page.getByRole("dialog", { name: "Publish update" });
    await expect(dialog.getByRole("radio", { name: "Update", exact: true })).toBeFocused();
    if (arrow) await page.keyboard.press(arrow);
    await expect(dialog.getByRole("radio", { name: kind, exact: true })).toBeChecked();
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: /^Update published/ })).toBeVisible();
    await reader.goto(path);
    await expect(reader.getByRole("article").first()).toContainText(text);
    const notice = reader.getByText(/This story was updated at/);
    await expect(notice).toHaveCount(kind === "Update" ? 1 : 0);
  }
  await expect(body(page)).toHaveText(
    "Bread costs more from Monday. By the keys. A comma. More by the keys.",
  );
});
