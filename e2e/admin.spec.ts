import { comeIn, field, hireWithPassword, openNewStory, PASSWORD } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

test("an admin invites somebody, who joins by the link and is shut out at once", async ({
  signIn,
  browser,
  baseURL,
}) => {
  const page = await signIn("hana");
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Nali Faraj");
  await dialog.getByRole("textbox", { name: "Email" }).fill("nali@zagros.test");
  await dialog.getByRole("button", { name: "Make the invitation" }).click();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  expect(link).toContain("/welcome?token=");
  await page.getByRole("button", { name: "Done" }).click();

  const context = await browser.newContext({ baseURL });
  const theirs = await context.newPage();
  await theirs.goto(link);
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Join" }).click();
  await expect(theirs).toHaveURL(/\/desk$/);
  await openNewStory(theirs, "English");
  await field(theirs, "Headline").fill("Nali's first story");
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This link doesn't open" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "More for Nali Faraj" }).click();
  await page.getByRole("menuitem", { name: "Suspend" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByText("Nali Faraj is suspended and signed out.")).toBeVisible();
  await theirs.goto("/desk");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await comeIn(theirs, "nali@zagros.test");
  const refused = theirs
    .getByRole("alert")
    .filter({ hasText: "That e-mail address and password don't match." });
  await expect(refused).toBeVisible();
  await context.close();
});

test("a wrong password and an unknown address get the same answer", async ({ page, scene }) => {
  const { email } = await hireWithPassword(scene, "reporter");
  const answers: string[] = [];
  for (const address of [email, "nobody@zagros.test"]) {
    await comeIn(page, address, "not the password");
    answers.push((await page.getByRole("alert").filter({ hasText: /\w/ }).textContent()) ?? "");
  }
  expect(answers[0]).not.toBe("");
  expect(answers[0]).toBe(answers[1]);
  await comeIn(page, email);
  await expect(page).toHaveURL(/\/desk$/);
});

test("the health room says that everything works, and names the last backup", async ({ signIn }) => {
  const page = await signIn("hana");
  await page.goto("/admin/health");
  await expect(page.getByText("Last good backup")).toBeVisible();
  await expect(page.getByText("Database")).toBeVisible();
});

test("an admin words a notice, sees what readers will see, and goes back to the words that were there", async ({
  signIn,
}) => {
  const page = await signIn("hana");
  await page.goto("/admin/outlet");
  await page.getByRole("combobox", { name: "Words in" }).selectOption({ label: "English" });
  const update = page.getByRole("region", { name: "Editor's note", exact: true });
  const sentence = update.getByRole("textbox", { name: "Sentence" });
  const saved = page.getByRole("status").filter({ hasText: "Saved. Readers have it now." });
  const save = page.getByRole("button", { name: "Save", exact: true });

  await sentence.fill("A word from the editor");
  await expect(
    update.getByText("Readers must be told when: put {when} where the time stands."),
  ).toBeVisible();
  await save.click();
  await expect(page.getByRole("alert").filter({ hasText: /^Not saved/ })).toBeVisible();

  await sentence.fill("A word from the editor {when}: {note}");
  await expect(
    update.getByText(/^A word from the editor at 09:31 p\.m\. \S+ time: An earlier/),
  ).toBeVisible();
  await save.click();
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(sentence).toHaveValue("A word from the editor {when}: {note}");

  await update.getByRole("button", { name: "Back to our own words" }).click();
  await expect(sentence).toHaveValue("*{heading}, {when}: {note}");
  await save.click();
  await expect(saved).toBeVisible();
});
