import { createPage } from "#domain/pages/create-page.ts";
import { publishStory } from "#domain/stories/publish.ts";
import { saveAgain } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { body, field, publish, publishUpdate, typeParagraphs, untilSaved, withdraw } from "./desk.ts";
import { expect, type Scene, test } from "./fixtures.ts";

async function aLivePage(scene: Scene, pageSlug: string, headline: string): Promise<string> {
  const ctx = scene.as(scene.newsroom.hana);
  const page = await createPage(ctx, { language: "en", pageSlug, role: null });
  const { revisionId } = await saveAgain(ctx, page.storyId, page.revisionId, {
    fields: { headline },
    document: doc(p("Eleven people in Sulaimani.")),
  });
  await publishStory(ctx, { storyId: page.storyId, revisionId, seenPublicationId: null });
  return page.storyId;
}

test("an admin opens a page, publishes it, moves it, and takes it back", async ({ signIn, reader }) => {
  const page = await signIn("hana");
  await page.goto("/desk/pages");
  await page.getByRole("button", { name: "New page" }).click();
  const dialog = page.getByRole("dialog", { name: "New page" });
  await dialog.getByRole("textbox", { name: "Title" }).fill("Who we are");
  await dialog.getByRole("combobox", { name: "Its part" }).selectOption({ label: "Another page" });
  await dialog.getByRole("textbox", { name: "Address" }).fill("news");
  await dialog.getByRole("button", { name: "Open the page" }).click();
  await expect(dialog.getByText("A section stands at “news”. Choose another address.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Address" }).fill("who-we-are");
  await dialog.getByRole("button", { name: "Open the page" }).click();

  await expect(field(page, "Headline")).toHaveValue("Who we are");
  const rooms = page.getByRole("navigation", { name: "Newsroom" });
  await expect(rooms.getByRole("link", { name: "Pages" })).toHaveAttribute("aria-current", "page");
  await expect(rooms.getByRole("link", { name: "Stories" })).not.toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("checkbox", { name: "Lead" })).toHaveCount(0);
  await typeParagraphs(page, ["Eleven people in Sulaimani."]);
  await untilSaved(page);
  expect(await publish(page)).toBe("/en/who-we-are");
  await reader.goto("/en/who-we-are");
  await expect(reader.getByRole("heading", { level: 1, name: "Who we are" })).toBeVisible();
  await expect(reader.getByText(/^Last changed on/)).toBeVisible();

  await body(page).press("ControlOrMeta+End");
  await page.keyboard.insertText(" And a cat.");
  await untilSaved(page);
  await publishUpdate(page, "Update");
  await reader.reload();
  await expect(reader.getByText("Eleven people in Sulaimani. And a cat.")).toBeVisible();

  await page.getByRole("button", { name: "Change the address" }).click();
  const move = page.getByRole("dialog", { name: "Change the address" });
  await move.getByRole("textbox", { name: "Address" }).fill("the-desk");
  await move.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByText("Readers find it at its new address now.")).toBeVisible();
  await reader.goto("/en/who-we-are");
  await expect(reader).toHaveURL(/\/en\/the-desk$/);

  await withdraw(page);
  const gone = await reader.goto("/en/the-desk");
  expect(gone?.status()).toBe(410);
  await page.goto("/desk");
  await expect(page.getByRole("main").getByText("Who we are")).toHaveCount(0);
});

test("an outlet's looks and menus are tried on before readers see them", async ({
  signIn,
  reader,
  scene,
}) => {
  await aLivePage(scene, "imprint", "Imprint of Zagros Post");
  const page = await signIn("hana");
  await page.goto("/admin/outlet?tab=looks");
  const sheet = page.frameLocator('iframe[title="Preview"]');
  await expect(sheet.getByRole("banner")).toBeVisible();

  const accent = page.getByRole("textbox", { name: "On light pages", exact: true });
  await accent.fill("#ffd400");
  await expect(page.getByText(/^#ffd400 is hard to read on light pages/).first()).toBeVisible();
  await page.getByRole("button", { name: /^Take #/ }).click();
  await expect(accent).not.toHaveValue("#ffd400");
  await accent.fill("#0b5f5a");

  await page.getByRole("tab", { name: "Menus and foot" }).click();
  const panel = page.getByRole("list", { name: "Menu under the name" });
  await page.getByRole("button", { name: "Make an own menu" }).first().click();
  await expect(panel.getByRole("listitem").first()).toContainText("News");
  await page.getByRole("button", { name: "Add a line" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a line" });
  await dialog.getByRole("combobox", { name: "What it leads to" }).selectOption({ label: "Page" });
  await dialog
    .getByRole("combobox", { name: "Page", exact: true })
    .selectOption({ label: "Imprint of Zagros Post" });
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const handle = page.getByRole("button", { name: /^Move Imprint of Zagros Post: drag/ });
  await handle.focus();
  for (let step = 0; step < 6; step++) await handle.press("ArrowUp");
  await expect(panel.getByRole("listitem").first()).toContainText("Imprint of Zagros Post");

  await expect(sheet.getByRole("link", { name: "Imprint of Zagros Post" }).first()).toBeVisible();
  await reader.goto("/en");
  const menu = reader.getByRole("navigation", { name: "Sections" });
  await expect(menu.getByRole("link", { name: "Imprint of Zagros Post" })).toHaveCount(0);

  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved. Readers have it now." })).toBeVisible();
  await reader.goto("/en/imprint");
  await expect(menu.getByRole("link").first()).toHaveText("Imprint of Zagros Post");
  await expect(menu.getByRole("link").first()).toHaveAttribute("aria-current", "page");
  // The page's own policy lets its colours through.
  await expect(menu.getByRole("link").first()).toHaveCSS("color", "rgb(11, 95, 90)");

  await page.getByRole("button", { name: "Leave it to us" }).first().click();
  await page.getByRole("tab", { name: "Looks" }).click();
  await page.getByRole("button", { name: "Leave it to us" }).first().click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved. Readers have it now." })).toBeVisible();
});

test("icons and the manifest answer, drawn from the outlet's initials", async ({ request }) => {
  for (const [path, type] of [
    ["/favicon.ico", "image/svg+xml"],
    ["/apple-touch-icon.png", "image/png"],
    ["/icon-192.png", "image/png"],
    ["/icon-512.png", "image/png"],
    ["/manifest.webmanifest", "application/manifest+json"],
  ] as const) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"], path).toContain(type);
  }
});
