import { startNewsroom, type TrialNewsroom } from "../scripts/trial/newsroom.ts";
import { field, openNewStory, PASSWORD, publish } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { TEST_SETTINGS } from "./start.ts";

let newsroom: TrialNewsroom;

test.beforeAll(async () => {
  newsroom = await startNewsroom({ buildDir: TEST_SETTINGS.BUILD_DIR, env: TEST_SETTINGS });
});
test.afterAll(async () => newsroom.stop());

test("the printed link opens a newsroom: an admin, a name, and a first story on the front", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const context = await browser.newContext({ baseURL: newsroom.url });
  const page = await context.newPage();
  const printed = () => /http:\/\/\S+\/welcome\?token=\S+/.exec(newsroom.output())?.[0] ?? "";
  await expect.poll(printed).not.toBe("");
  const link = printed();
  // Whoever tries the plain address first, or the desk, learns where the way in is.
  for (const address of ["/", "/desk"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "This newsroom isn't set up yet" })).toBeVisible();
  }
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Open your newsroom" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Hana Salih");
  await page.getByRole("textbox", { name: "Email" }).fill("hana@zagros.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("textbox", { name: "Name in English" }).fill("Zagros Post");
  for (const language of ["Arabic", "Kurdish", "العربية", "کوردی"]) {
    const named = page.getByRole("textbox", { name: `Name in ${language}` });
    if (await named.count()) await named.fill("زاگرۆس");
  }
  await page.getByRole("button", { name: "Open the newsroom" }).click();
  await expect(page).toHaveURL(/\/desk$/, { timeout: 20_000 });

  await expect(page.getByRole("heading", { name: "Before you open your doors" })).toBeVisible();
  await page.getByRole("link", { name: "Give the paper its looks" }).click();
  await expect(page.getByRole("tab", { name: "Looks", selected: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "See the newspaper" })).toHaveAttribute("href", "/");
  await page.goto("/desk");

  await openNewStory(page, "English");
  await field(page, "Headline").fill("Zagros Post opens");
  const path = await publish(page);
  expect((await page.goto(path))?.status()).toBe(200);
  await page.goto("/en");
  await expect(page.getByRole("link", { name: "Zagros Post opens" }).first()).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link doesn't open" })).toBeVisible();
  await context.close();
});
