/** An outlet that moves in: its archive, looked at and confirmed; its old addresses, as readers have them. */
import { expect, PHONE, test } from "./fixtures.ts";

const stamp = Date.now();
const item = (id: number, status: string, headline: string, more = "") =>
  `<item><title>${headline}</title><link>https://old.example/2019/05/${encodeURIComponent(`بەفر-${stamp}-${id}`).toLowerCase()}/</link><wp:post_id>${stamp}${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>${status}</wp:status><wp:post_date_gmt>2019-05-0${id} 10:00:00</wp:post_date_gmt><category domain="category" nicename="news"><![CDATA[News]]></category><content:encoded><![CDATA[<p>The text of ${headline}.</p>${more}]]></content:encoded></item>`;
const archive = (headlines: readonly [string, string]) =>
  `<?xml version="1.0"?><rss><channel><title>Old Post</title><wp:base_blog_url>https://old-${stamp}.example</wp:base_blog_url>${item(1, "publish", headlines[0], "[poll id='1']")}${item(2, "private", headlines[1])}</channel></rss>`;

test("an admin brings an archive, looks at it and publishes it by its number", async ({ signIn, reader }) => {
  const page = await signIn("hana");
  await page.goto("/admin/outlet");
  await page.getByRole("navigation").getByRole("link", { name: "Moving in" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose the export" }).click();
  const shown = `Moved in ${stamp}`;
  const buffer = Buffer.from(archive([shown, `Hidden ${stamp}`]));
  await (await chooser).setFiles({ name: "old.xml", mimeType: "text/xml", buffer });
  await expect(page.getByRole("heading", { name: "What is in it" })).toBeVisible({ timeout: 45_000 });
  await page.getByText("Shortcodes that we don't know").click();
  await expect(page.getByText("[poll]", { exact: true })).toBeVisible();
  await page.getByRole("radio", { name: "Leave them out" }).check();
  const typed = page.getByRole("textbox", { name: "Type 1 to publish 1" });
  await typed.fill("2");
  await page.getByRole("button", { name: "Publish 1 and move in" }).click();
  await expect(page.getByText("That isn't the number. This publishes 1.")).toBeVisible();
  await typed.fill("1");
  await page.getByRole("button", { name: "Publish 1 and move in" }).click();
  await expect(page.getByRole("heading", { name: "It is done" })).toBeVisible({ timeout: 45_000 });

  await reader.goto(`/2019/05/${encodeURIComponent(`بەفر-${stamp}-1`)}/`);
  await expect(reader.getByRole("heading", { level: 1, name: shown })).toBeVisible();
  await reader.goto(`/?p=${stamp}1`);
  await expect(reader.getByRole("heading", { level: 1, name: shown })).toBeVisible();
  const hidden = await reader.goto(`/2019/05/${encodeURIComponent(`بەفر-${stamp}-2`)}/`);
  expect(hidden?.status()).toBe(404);
});

test("a file of old addresses leads readers on; bad lines are named", async ({ signIn, reader }) => {
  const page = await signIn("hana", PHONE);
  await page.goto("/admin/redirects");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a CSV file" }).click();
  const lines = `from,to\nhttps://old.example/gone-${stamp}/,/en/news\n/desk/x,/en/news\n`;
  await (await chooser).setFiles({ name: "old.csv", mimeType: "text/csv", buffer: Buffer.from(lines) });
  await expect(page.getByText("1 address leads on now.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Lines that weren't taken in" })).toContainText("Line 3");
  await reader.goto(`/gone-${stamp}`);
  await expect(reader).toHaveURL(/\/en\/news$/);
  await page.getByRole("searchbox", { name: "Search" }).fill(`gone-${stamp}`);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/search=gone/);
  await page.getByRole("button", { name: `Remove /gone-${stamp}` }).click();
  await expect(page.getByText("leads nowhere from now on")).toBeVisible();
  expect((await reader.goto(`/gone-${stamp}?again`))?.status()).toBe(404);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test("an editor has neither room", async ({ signIn }) => {
  const page = await signIn("dilan");
  for (const room of ["/admin/import", "/admin/redirects"]) {
    await page.goto(room);
    await expect(page.getByText("This page isn't open to you")).toBeVisible();
  }
  expect((await page.request.get("/api/redirects")).status()).toBe(403);
  expect((await page.request.post("/api/redirects", { data: "/a,/b" })).status()).toBe(403);
});
