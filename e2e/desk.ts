/** What people do at the desk, as often as tests need it: by role and by name, nothing else. */
import type { Page } from "@playwright/test";
import { addPerson } from "#domain/users/add-person.ts";
import type { SeededRole } from "#domain/vocabulary.ts";
import { expect, type Scene } from "./fixtures.ts";

export const PASSWORD = "fourteen geese over Dukan";
let hired = 0;

/** Somebody new with a password, for tests that come in by the door. */
export async function hireWithPassword(
  scene: Scene,
  role: SeededRole,
): Promise<{ email: string; name: string }> {
  hired += 1;
  const name = `${role} no. ${hired}`;
  const email = `${role}.${hired}.${process.pid}@zagros.test`;
  await addPerson(scene.as({ kind: "system", name: "browser tests" }), {
    name,
    email,
    role,
    password: PASSWORD,
  });
  return { email, name };
}

export async function comeIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

export const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
export const body = (page: Page) => page.getByRole("textbox", { name: "Story body", exact: true });

/** Presses "New story" and waits for the empty page. */
export async function openNewStory(page: Page, language?: string): Promise<void> {
  await page.goto("/desk");
  const choice = page.getByRole("combobox", { name: "Language of the new story" });
  if (language) await choice.selectOption({ label: language });
  await page.getByRole("button", { name: "New story" }).click();
  await expect(field(page, "Headline")).toBeEditable();
}

export async function openStory(page: Page, storyId: string): Promise<void> {
  await page.goto(`/desk/stories/${storyId}`);
  await expect(field(page, "Headline")).toBeEditable();
}

/** The same where the live connection can't be had: one writes alone, and each save is a request. */
export async function openAlone(page: Page, storyId: string): Promise<void> {
  await page.routeWebSocket(/\/collab/, (socket) => socket.close());
  await openStory(page, storyId);
  const told = page.getByRole("status").filter({ hasText: "Writing together can't be had just now" });
  await expect(told).toBeVisible({ timeout: 45_000 });
}

/** Types paragraphs at the end of the body, with Enter between them. */
export async function typeParagraphs(page: Page, paragraphs: readonly string[]): Promise<void> {
  await body(page).press("ControlOrMeta+End");
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) await page.keyboard.press("Enter");
    await page.keyboard.insertText(paragraph);
  }
}

/** Waits for the newsroom's word that everything on the screen is stored. */
export async function untilSaved(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible();
}

const answer = (page: Page, text: RegExp) => page.getByRole("status").filter({ hasText: text });

/** Publishes for the first time; the address that readers have from now on. */
export async function publish(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog", { name: "Publish" }).getByRole("button", { name: "Publish now" }).click();
  return addressIn(page, /^Published/);
}

export async function publishUpdate(page: Page, kind: string, note = ""): Promise<string> {
  await page.getByRole("button", { name: "Publish update", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Publish update" });
  await dialog.getByRole("radio", { name: kind, exact: true }).check();
  if (note !== "") await dialog.getByRole("textbox", { name: "Note to readers" }).fill(note);
  await dialog.getByRole("button", { name: "Publish update" }).click();
  return addressIn(page, /^Update published/);
}

async function addressIn(page: Page, said: RegExp): Promise<string> {
  const link = answer(page, said).getByRole("link", { name: "See it as readers do" });
  await expect(link).toBeVisible();
  return (await link.getAttribute("href")) ?? "";
}

export async function withdraw(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Withdraw", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(answer(page, /^Withdrawn/)).toBeVisible();
}
