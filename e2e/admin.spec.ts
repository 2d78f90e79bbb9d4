import { aLiveStory } from "#domain/testing/a-story.ts";
import { hire } from "#domain/testing/people.ts";
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
  await page.goto("/admin/outlet?tab=notices");
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

test("a pasted list invites everybody but its bad line, which stays to be mended", async ({ signIn }) => {
  const page = await signIn("hana");
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Invite several" }).click();
  const list = page.getByRole("textbox", { name: "One person on each line" });
  await list.fill("Soma Azad <soma.azad@zagros.test>\nno address\nzana.list@zagros.test");
  await page.getByRole("radio", { name: "Editor" }).check();
  await page.getByRole("button", { name: "Make the invitations" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 people are invited." })).toBeVisible();
  const link = page.getByRole("textbox", { name: "Soma Azad · soma.azad@zagros.test" });
  await expect(link).toHaveValue(/\/welcome\?token=/);
  const refused = page.getByRole("alert").filter({ hasText: "Line 2: There is no e-mail address" });
  await expect(refused).toBeVisible();
  await expect(list).toHaveValue("no address");
  await list.fill("nian.list@zagros.test");
  await page.getByRole("button", { name: "Make the invitations" }).click();
  await expect(page.getByRole("status").filter({ hasText: "3 people are invited." })).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "Take back the invitation for Zana List" })).toBeVisible();
});

test("an admin looks somebody up and reads in words what they did", async ({ signIn, scene }) => {
  const person = await hire(scene.db, `Historian ${process.pid}`, "editor");
  const story = await aLiveStory(scene, { by: person, fields: { headline: "What was written down" } });
  expect(story.number).toBeGreaterThan(0);
  const page = await signIn("hana");
  await page.goto("/admin/people");
  await page.getByRole("searchbox", { name: "Search by name or address" }).fill("historian");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText("rawa.aziz@zagros.test")).toBeHidden();
  await page.getByRole("link", { name: person.name }).click();
  await expect(page.getByRole("heading", { name: `What ${person.name} did` })).toBeVisible();
  const history = page.getByRole("list", { name: "History" });
  await expect(history.getByRole("listitem").first()).toContainText("Wrote in What was written down");
  await expect(history).toContainText("Started What was written down");
});

test("sections have a page of their own, with what readers are told about each", async ({ signIn }) => {
  const page = await signIn("hana");
  await page.goto("/admin/outlet");
  await page.getByRole("main").getByRole("link", { name: "Sections" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sections" })).toBeVisible();
  await page.getByRole("listitem").filter({ hasText: "World" }).getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Description in English" }).fill("Beyond the border.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Done." })).toBeVisible();
});
