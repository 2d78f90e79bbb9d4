/** The picture desk, as an editor and a reporter use it: bring, describe, find, hide, pull. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { pictures } from "#db/schema-pictures.ts";
import { aLiveStory } from "#domain/testing/a-story.ts";
import { expect, PHONE, type Scene, test } from "./fixtures.ts";

let made = 0;

/** A small JPEG that is like no other: a colour of its own with stripes. */
async function aFile(name: string) {
  made += 1;
  const background = { r: (made * 53) % 255, g: (made * 101) % 255, b: (process.pid + made) % 255 };
  const stripe = Buffer.from(
    `<svg width="640" height="420"><rect x="${80 + made * 7}" width="90" height="420" fill="#fff"/><circle cx="320" cy="200" r="60" fill="#333"/></svg>`,
  );
  const buffer = await sharp({ create: { width: 640, height: 420, channels: 3, background } })
    .composite([{ input: stripe }])
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

async function addFiles(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.goto("/desk/pictures");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add picture" }).click();
  await (await chooser).setFiles(files);
  return page.getByRole("dialog", { name: "Add pictures" });
}

async function rowOf({ db }: Scene, fileName: string) {
  const [row] = await db.select().from(pictures).where(eq(pictures.fileName, fileName));
  return row;
}

async function untilReady(scene: Scene, fileName: string) {
  await expect.poll(async () => (await rowOf(scene, fileName))?.state, { timeout: 30_000 }).toBe("ready");
  const row = await rowOf(scene, fileName);
  if (!row) throw new Error(`${fileName} isn't there`);
  return row;
}

test("several files are sent, one is refused in words, and a picture is described and found", async ({
  signIn,
  scene,
}) => {
  const page = await signIn("rawa");
  const evil = {
    name: "drawing.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  };
  const dialog = await addFiles(page, [await aFile("market.jpg"), evil]);
  const [market, drawing] = [dialog.getByRole("listitem").nth(0), dialog.getByRole("listitem").nth(1)];
  await expect(market.getByRole("status").filter({ hasText: "Added" })).toBeVisible();
  await expect(drawing.getByRole("alert")).toContainText("SVG");
  await market.getByRole("button", { name: "Describe it" }).click();
  await market.getByLabel("Rights", { exact: true }).selectOption({ label: "Handout" });
  await market.getByRole("textbox", { name: "Credit" }).fill("Ministry of Trade");
  await market.getByRole("textbox", { name: "Description" }).fill("گۆڕەپانی نان لە ھەولێر");
  await market.getByRole("textbox", { name: "Alt text" }).fill("A row of bakers");
  await market.getByRole("textbox", { name: "Credit" }).click();
  await expect.poll(async () => (await rowOf(scene, "market.jpg"))?.altText).toBe("A row of bakers");
  expect(await rowOf(scene, "market.jpg")).toMatchObject({ rights: "handout", credit: "Ministry of Trade" });
  await dialog.getByRole("button", { name: "Done" }).click();

  const search = page.getByRole("searchbox", { name: "Search pictures" });
  await search.fill("هەولێر");
  await search.press("Enter");
  await expect(page).toHaveURL(/search=/);
  const grid = page.getByRole("grid", { name: "Pictures" });
  await expect(grid.getByRole("row")).toHaveCount(1);
  await grid.getByRole("row", { name: /گۆڕەپانی نان/ }).click();
  await expect(page.getByRole("dialog").getByLabel("Rights", { exact: true })).toHaveValue("handout");
  expect(await scene.db.select().from(pictures).where(eq(pictures.fileName, "drawing.jpg"))).toEqual([]);
});

test("a face is blurred with a thumb on a phone, and no file of the picture shows it any more", async ({
  signIn,
  scene,
}) => {
  const page = await signIn("rawa", PHONE);
  const dialog = await addFiles(page, [await aFile("witness.jpg")]);
  const before = await untilReady(scene, "witness.jpg");
  await dialog.getByRole("button", { name: "Blur" }).click();
  const pixels = page.getByRole("dialog", { name: "Edit picture" });
  await pixels.getByRole("button", { name: "Add a box" }).click();
  const box = pixels.getByRole("button", { name: "Blurred place 1", exact: true });
  await box.focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+ArrowRight");
  await pixels.getByRole("button", { name: "Save" }).click();
  await expect(pixels).toBeHidden();
  await expect.poll(async () => (await rowOf(scene, "witness.jpg"))?.edition).toBe(before.edition + 1);
  const after = await untilReady(scene, "witness.jpg");
  expect(after.blurs).toHaveLength(1);
  expect(after.blurs[0]?.width).toBeGreaterThan(0.2);
  const names = (row: typeof after) => (row.printable?.files ?? []).map(({ name }) => name);
  expect(names(after).filter((name) => names(before).includes(name))).toEqual([]);
  // Nothing of the page stands beside the screen.
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test("a pulled picture leaves readers' page at once, another takes its place, and the sheet says so", async ({
  signIn,
  scene,
  reader,
}) => {
  const page = await signIn("dilan");
  await addFiles(page, [await aFile("wrong.jpg"), await aFile("right.jpg")]);
  const [wrong, right] = [await untilReady(scene, "wrong.jpg"), await untilReady(scene, "right.jpg")];
  const use = {
    caption: "The wrong man",
    credit: "Reuters photo",
    alt: "A man",
    decorative: false,
    crop: "full" as const,
  };
  const story = await aLiveStory(
    { ...scene, as: (actor) => scene.as(actor) },
    { fields: { headline: "A picture is pulled", slug: "pulled", lead: { pictureId: wrong.id, ...use } } },
  );
  const fileOf = (row: typeof wrong) =>
    row.printable?.files.find(({ format }) => format === "jpeg")?.name ?? "";
  const address = `/en/news/${story.storyNumber}-pulled`;
  await expect.poll(async () => (await reader.request.get(address)).text()).toContain(fileOf(wrong));
  expect((await reader.request.get(`/media/${fileOf(wrong)}`)).status()).toBe(200);

  await page.goto(`/desk/pictures?picture=${wrong.id}`);
  const sheet = page.getByRole("dialog", { name: "wrong.jpg" });
  await expect(sheet.getByRole("link", { name: "A picture is pulled" })).toBeVisible();
  await sheet.getByRole("button", { name: "Pull picture" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("radio", { name: "Another picture" }).check();
  const picker = page.getByRole("dialog", { name: "Choose a picture" });
  await picker.getByRole("row", { name: "right.jpg" }).click();
  await picker.getByRole("button", { name: "Use this picture" }).click();
  await question.getByRole("button", { name: "Pull picture" }).click();

  const result = page.getByRole("dialog", { name: "What readers see now" });
  await expect(result.getByRole("status", { name: "Result" })).toHaveText(/^0 of \d+ places still have it$/);
  const printed = await (await reader.request.get(address)).text();
  expect(printed).not.toContain(fileOf(wrong));
  expect(printed).not.toContain("The wrong man");
  expect(printed).toContain(fileOf(right));
  expect((await reader.request.get(`/media/${fileOf(wrong)}`)).status()).not.toBe(200);
  expect((await reader.request.get(`/media/${fileOf(right)}`)).status()).toBe(200);

  await result.getByRole("button", { name: "Close" }).click();
  await sheet.getByRole("button", { name: "Return picture" }).click();
  await expect(sheet.getByRole("button", { name: "Pull picture" })).toBeVisible();
  expect(await (await reader.request.get(address)).text()).toContain(fileOf(wrong));
});

test("several pictures get the same rights at once", async ({ signIn, scene }) => {
  const page = await signIn("dilan");
  const dialog = await addFiles(page, [await aFile("bulk-1.jpg"), await aFile("bulk-2.jpg")]);
  await expect(dialog.getByRole("status").filter({ hasText: "Everything is sent." })).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  const grid = page.getByRole("grid", { name: "Pictures" });
  for (const name of ["bulk-1.jpg", "bulk-2.jpg"]) {
    await grid.getByRole("row", { name }).getByRole("checkbox").check({ force: true });
  }
  await page.getByRole("button", { name: "Change together" }).click();
  const bulk = page.getByRole("dialog", { name: "Change 2 pictures" });
  await bulk.getByLabel("Rights", { exact: true }).selectOption({ label: "Free licence" });
  await bulk.getByRole("button", { name: "Change all 2" }).click();
  await expect(bulk).toBeHidden();
  for (const name of ["bulk-1.jpg", "bulk-2.jpg"]) {
    expect(await rowOf(scene, name)).toMatchObject({ rights: "free" });
  }
});
