/** Ways in which pictures come that a file chooser alone doesn't show: dropped, over a line that breaks, from a phone's camera. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { pictures } from "#db/schema-pictures.ts";
import { expect, PHONE, type Scene, test } from "./fixtures.ts";

/** Larger than one part of an upload (8 MB): noise, which no JPEG makes small. */
function aLargeFile(): Promise<Buffer> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 60 };
  return sharp({ create: { width: 2900, height: 2500, channels: 3, background: "#808080", noise } })
    .jpeg({ quality: 100 })
    .toBuffer();
}

async function rowOf({ db }: Scene, fileName: string) {
  const [row] = await db.select().from(pictures).where(eq(pictures.fileName, fileName));
  return row;
}

const sheet = (page: Page) => page.getByRole("dialog", { name: "Add pictures" });
const added = (page: Page) => sheet(page).getByRole("status").filter({ hasText: "Added" });

test("files that are dropped on the picture desk are sent", async ({ signIn, scene }) => {
  const page = await signIn("rawa");
  await page.goto("/desk/pictures");
  await expect(page.getByRole("button", { name: "Add picture" })).toBeEnabled();
  const carried = await page.evaluateHandle(async () => {
    const canvas = new OffscreenCanvas(640, 420);
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.fillStyle = `hsl(${Math.random() * 360} 70% 40%)`;
    pen.fillRect(0, 0, 640, 420);
    const all = new DataTransfer();
    const bytes = await canvas.convertToBlob({ type: "image/png" });
    all.items.add(new File([bytes], "dropped.png", { type: "image/png" }));
    return all;
  });
  const main = page.getByRole("main");
  for (const event of ["dragenter", "dragover", "drop"]) {
    await main.dispatchEvent(event, { dataTransfer: carried });
  }
  await expect(added(page)).toBeVisible({ timeout: 20_000 });
  expect(await rowOf(scene, "dropped.png")).toMatchObject({ format: "png", width: 640 });
});

test("an upload whose line breaks goes on where it broke off", async ({ signIn, scene }) => {
  test.setTimeout(90_000);
  const page = await signIn("rawa");
  const buffer = await aLargeFile();
  const offsets: number[] = [];
  await page.route("**/api/pictures/upload/*", async (route) => {
    if (route.request().method() !== "PATCH") return route.continue();
    offsets.push(Number(await route.request().headerValue("upload-offset")));
    return offsets.length === 2 ? route.abort("connectionreset") : route.continue();
  });
  await page.goto("/desk/pictures");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add picture" }).click();
  await (await chooser).setFiles([{ name: "large.jpg", mimeType: "image/jpeg", buffer }]);
  await expect(added(page)).toBeVisible({ timeout: 40_000 });
  const [first, broken, after] = offsets;
  expect([first, offsets.length]).toEqual([0, 3]);
  expect(broken).toBeGreaterThan(0);
  expect(after).toBe(broken);
  expect(await rowOf(scene, "large.jpg")).toMatchObject({ bytes: buffer.length });
});

test("on a phone a press opens the camera, and what it took is sent", async ({ signIn, scene }) => {
  const page = await signIn("rawa", PHONE);
  await page.goto("/desk/pictures");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Take a photo" }).click();
  const camera = await chooser;
  expect(await camera.element().getAttribute("capture")).toBe("environment");
  expect(camera.isMultiple()).toBe(false);
  const colour = { r: process.pid % 255, g: 140, b: 90 };
  const buffer = await sharp({ create: { width: 480, height: 640, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
  await camera.setFiles([{ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer }]);
  await expect(added(page)).toBeVisible({ timeout: 20_000 });
  expect(await rowOf(scene, "IMG_0001.jpg")).toMatchObject({ width: 480, height: 640 });
});
