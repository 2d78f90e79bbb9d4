/** One's own account: name, zone, the browsers in which one is signed in, the password. */
import { comeIn, field, hireWithPassword, PASSWORD } from "./desk.ts";
import { expect, test } from "./fixtures.ts";

test("a person changes their name and reads times in their own zone; the newsroom's is named", async ({
  page,
  scene,
}) => {
  const { email } = await hireWithPassword(scene, "reporter");
  await comeIn(page, email);
  await expect(page).toHaveURL(/\/desk$/);
  await page.goto("/desk/account");
  await expect(page).toHaveURL(/\/me$/);
  await field(page, "Name").fill("Soma of Tokyo");
  await page.getByRole("combobox", { name: "Time zone" }).selectOption({ label: "America/New_York" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expect(page.getByText("Times are shown in America/New_York")).toContainText("Asia/Baghdad");
  await expect(page.getByRole("button", { name: /Soma of Tokyo/ })).toBeVisible();
  const used = page.getByRole("main").getByRole("time").first();
  await expect(used).toHaveAttribute("title", /\(Asia\/Baghdad\)/);
  await expect(used).toHaveAttribute("datetime", /-0[45]:00$/);
});

test("a person ends the session that they left open elsewhere", async ({ page, browser, baseURL, scene }) => {
  const { email } = await hireWithPassword(scene, "editor");
  const other = await browser.newContext({
    baseURL,
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
  });
  const phone = await other.newPage();
  await comeIn(phone, email);
  await expect(phone).toHaveURL(/\/desk$/);
  await comeIn(page, email);
  await expect(page).toHaveURL(/\/desk$/);
  await page.goto("/me");
  await expect(page.getByText("This one")).toBeVisible();
  await page.getByRole("button", { name: "End Safari on iPhone" }).click();
  await expect(page.getByRole("status").filter({ hasText: "That session is ended." })).toBeVisible();
  await phone.goto("/desk");
  await expect(phone).toHaveURL(/\/sign-in/);
  await other.close();
});

test("a person changes their password and comes in with the new one", async ({ page, scene }) => {
  const { email } = await hireWithPassword(scene, "reporter");
  await comeIn(page, email);
  await expect(page).toHaveURL(/\/desk$/);
  await page.goto("/me");
  await page.getByLabel("Present password").fill(PASSWORD);
  await page.getByLabel("New password", { exact: true }).fill("seventeen storks in Halabja");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your password is changed" })).toBeVisible();
  await page.context().clearCookies();
  await comeIn(page, email, "seventeen storks in Halabja");
  await expect(page).toHaveURL(/\/desk$/);
});

test("a reader has no such page, and /media isn't the newsroom's", async ({ reader }) => {
  await reader.goto("/me");
  await expect(reader).toHaveURL(/\/sign-in/);
  const robots = await reader.request.get("/robots.txt");
  expect(await robots.text()).not.toMatch(/Disallow: \/me/);
});
