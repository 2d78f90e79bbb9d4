import { aLiveStory } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { openStory, typeParagraphs, untilSaved } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

test("a correction names its paragraph, and readers go from one to the other", async ({
  signIn,
  scene,
  reader,
}) => {
  const document = doc(p("The dam is full."), p("It holds 21 million cubic metres."));
  const story = await aLiveStory(scene, { fields: { headline: "The Dukan dam is full" }, document });
  const page = await signIn("dilan");
  await openStory(page, story.storyId);
  await typeParagraphs(page, [" Twelve, in fact."]);
  await untilSaved(page);
  await page.getByRole("button", { name: "Publish update", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Publish update" });
  const about = dialog.getByRole("combobox", { name: "About paragraph" });
  await expect(about).toHaveValue("block-000002");
  await dialog.getByRole("radio", { name: "Correction", exact: true }).check();
  await dialog.getByRole("textbox", { name: "Note to readers" }).fill("It is 12, not 21.");
  await dialog.getByRole("button", { name: "Publish update" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Update published/ })).toBeVisible();

  await reader.goto(story.path);
  const notice = reader.getByRole("listitem").filter({ hasText: "It is 12, not 21." });
  await notice.getByRole("link", { name: "Paragraph 2" }).click();
  await expect(reader).toHaveURL(/#block-000002$/);
  const paragraph = reader.getByRole("paragraph").filter({ hasText: "Twelve, in fact." });
  await expect(paragraph).toBeInViewport();
  await paragraph.getByRole("link", { name: "Correction" }).click();
  await expect(reader).toHaveURL(/#correction-1$/);
});

test("a paragraph that is found too late isn't chosen behind the editor's back", async ({
  signIn,
  scene,
}) => {
  const document = doc(p("The bridge is open."), p("It carries 200 cars an hour."));
  const story = await aLiveStory(scene, { fields: { headline: "The bridge is open" }, document });
  const page = await signIn("dilan");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  // The one question by which the desk learns what readers have.
  await page.route(`**/desk/stories/${story.storyId}`, async (route) => {
    const asked = route.request().postData() ?? "";
    if (/^\[\{"revisionId":"[^"]+"\}\]$/.test(asked)) await held;
    await route.continue();
  });
  await openStory(page, story.storyId);
  await typeParagraphs(page, [" Or 300."]);
  await page.getByRole("button", { name: "Publish update", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Publish update" });
  const about = dialog.getByRole("combobox", { name: "About paragraph" });
  await expect(about).toHaveValue("");
  const answered = page.waitForResponse((response) =>
    /^\[\{"revisionId":"[^"]+"\}\]$/.test(response.request().postData() ?? ""),
  );
  answer();
  await answered;
  // What is asked after it is sent after its answer: so the answer has come when the text is saved.
  const saved = page.getByRole("status", { includeHidden: true }).filter({ hasText: /^Saved$/ });
  await expect(saved).toBeAttached();
  await dialog.getByRole("radio", { name: "Correction", exact: true }).check();
  await expect(about).toHaveValue("");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await untilSaved(page);
  // Now that it is known, it is chosen from the start.
  await page.getByRole("button", { name: "Publish update", exact: true }).click();
  await expect(about).toHaveValue("block-000002");
});
