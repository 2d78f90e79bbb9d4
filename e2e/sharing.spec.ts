import type { BrowserContextOptions, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { shareCards, shareCounts } from "#db/schema-circulation.ts";
import { pullPicture } from "#domain/pictures/pull.ts";
import { publishUpdate } from "#domain/stories/publish.ts";
import { withdrawStory } from "#domain/stories/withdraw.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { aLiveStory, saveAgain } from "#domain/testing/a-story.ts";
import { openStory } from "./desk.ts";
import { expect, PHONE, requireSetting, test } from "./fixtures.ts";

const MAY_COPY: BrowserContextOptions = { permissions: ["clipboard-read", "clipboard-write"] };
const inClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Every story that the other files publish meanwhile wants a card from the same worker. */
const QUEUE_MS = 60_000;

test("a reader shares a story with the phone's own sheet or its address, and each press is counted once", async ({
  browser,
  scene,
  baseURL,
}) => {
  const story = await aLiveStory(scene, {
    language: "ckb",
    fields: { headline: "BBC: باجی نان 3-5 زیاد دەکات" },
  });
  const context = await browser.newContext({ baseURL, ...PHONE, ...MAY_COPY });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    navigator.share = async (what) => void shared.push(what);
  });
  await page.goto(story.path);
  const row = page.getByRole("region", { name: "هاوبەشکردن" });
  await row.getByRole("button", { name: "هاوبەشی بکە…" }).click();
  const url = `${baseURL}/s/${story.storyNumber}`;
  const text = "\u200fBBC: باجی نان \u20663-5\u2069 زیاد دەکات";
  expect(await page.evaluate(() => Reflect.get(window, "shared"))).toEqual([{ text, url }]);
  await row.getByRole("button", { name: "بەستەرەکە کۆپی بکە" }).click();
  await expect(row.getByRole("status")).toHaveText("بەستەرەکە کۆپی کرا.");
  expect(await inClipboard(page)).toBe(url);
  await context.route("https://wa.me/**", (route) => route.fulfill({ body: "WhatsApp" }));
  await row.getByRole("link", { name: "واتساپ" }).click();
  const counted = () =>
    scene.db
      .select({ channel: shareCounts.channel, shares: shareCounts.shares })
      .from(shareCounts)
      .where(eq(shareCounts.storyId, story.storyId))
      .orderBy(shareCounts.channel);
  await expect
    .poll(counted, { timeout: 15_000 })
    .toEqual(["device", "link", "whatsapp"].map((channel) => ({ channel, shares: 1 })));
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test("without JavaScript there are plain links to share with, and no buttons that do nothing", async ({
  reader,
  scene,
}) => {
  const story = await aLiveStory(scene);
  await reader.goto(story.path);
  const row = reader.getByRole("region", { name: "Share" });
  await expect(row.getByRole("link")).toHaveText(["WhatsApp", "Telegram", "Facebook", "X", "Email"]);
  await expect(row.getByRole("button")).toHaveCount(0);
});

test("the short address leads to the story wherever it stands, says that it was withdrawn, or that there is none", async ({
  reader,
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aLiveStory(scene);
  const short = `/s/${story.storyNumber}`;
  expect((await reader.goto(short))?.status()).toBe(200);
  expect(new URL(reader.url()).pathname).toBe(story.path);
  const saved = await saveAgain(scene.as(rawa), story.storyId, story.revisionId, {
    fields: { slug: "bread-for-all" },
  });
  const { storyId } = story;
  const moved = { storyId, revisionId: saved.revisionId, seenPublicationId: story.publicationId };
  const update = await publishUpdate(scene.as(dilan), { ...moved, kind: "minor", note: "" });
  await expect
    .poll(async () => (await reader.goto(short)) && new URL(reader.url()).pathname)
    .toBe(update.path);
  await withdrawStory(scene.as(dilan), { storyId, note: "" });
  await expect.poll(async () => (await reader.goto(short))?.status()).toBe(410);
  await expect(reader.getByRole("heading", { name: "This story was withdrawn" })).toBeVisible();
  expect((await reader.goto("/s/999999"))?.status()).toBe(404);
  await expect(reader.getByRole("heading", { name: "There is no page here" })).toBeVisible();
});

test("a shared link shows a card of its own, and another one after a correction", async ({
  request,
  scene,
}) => {
  test.setTimeout(QUEUE_MS * 2);
  const { rawa, dilan } = scene.newsroom;
  const story = await aLiveStory(scene, { language: "ar", fields: { headline: "البرلمان يقر الموازنة" } });
  const cardOn = async () => {
    const html = await (await request.get(story.path)).text();
    return /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? null;
  };
  await expect.poll(cardOn, { timeout: QUEUE_MS }).not.toBeNull();
  const first = (await cardOn()) ?? "";
  const answer = await request.get(first);
  expect(answer.headers()["content-type"]).toBe("image/jpeg");
  const bytes = await answer.body();
  expect(bytes.length).toBeLessThanOrEqual(300_000);
  expect(await sharp(bytes).metadata()).toMatchObject({ format: "jpeg", width: 1200, height: 630 });
  const saved = await saveAgain(scene.as(rawa), story.storyId, story.revisionId, {
    fields: { headline: "البرلمان يرفض الموازنة" },
  });
  const { storyId, publicationId } = story;
  const sent = { storyId, revisionId: saved.revisionId, seenPublicationId: publicationId };
  await publishUpdate(scene.as(dilan), { ...sent, kind: "correction", note: "رفض ولم يقر." });
  await expect.poll(async () => [null, first].includes(await cardOn()), { timeout: QUEUE_MS }).toBe(false);
});

test("a pulled picture leaves the share card, too, and the headline takes its place", async ({
  request,
  scene,
}) => {
  test.setTimeout(QUEUE_MS * 2);
  const dataDir = requireSetting("TRIAL_DATA_DIR");
  const { pictureId } = await aPicture(scene, { dataDir });
  const use = { pictureId, caption: "", credit: "Aram Karim", alt: "A baker", decorative: false };
  const story = await aLiveStory(scene, { fields: { lead: { ...use, crop: "wide" } } });
  const cards = () =>
    scene.db
      .select()
      .from(shareCards)
      .where(eq(shareCards.storyId, story.storyId))
      .orderBy(shareCards.createdAt);
  await expect.poll(async () => (await cards()).length, { timeout: QUEUE_MS }).toBe(1);
  const [first] = await cards();
  expect(first?.pictureId).toBe(pictureId);
  const status = async () => (await request.get(`/media/${first?.name}`)).status();
  await expect.poll(status).toBe(200);
  await pullPicture(scene.as(scene.newsroom.dilan), { pictureId, version: 1, replacedBy: null, note: "" });
  await expect.poll(status).toBe(404);
  await expect.poll(async () => (await cards()).at(-1)?.pictureId, { timeout: QUEUE_MS }).toBeNull();
  const drawn = (await cards()).at(-1)?.name ?? "";
  const page = async () => (await request.get(story.path)).text();
  await expect.poll(page).toContain(`/media/${drawn}`);
});

test("an editor copies a story for Telegram, keeps where it was posted, and changes the post after a correction", async ({
  signIn,
  scene,
  baseURL,
}) => {
  const headline = "Bakers go on strike in Halabja";
  const story = await aLiveStory(scene, { fields: { headline, standfirst: "From Monday." } });
  const page = await signIn("dilan", MAY_COPY);
  await openStory(page, story.storyId);
  await page.getByRole("button", { name: "Copy for…" }).click();
  await page.getByRole("menuitem", { name: "Copy for Telegram" }).click();
  const dialog = page.getByRole("dialog", { name: "Copy for Telegram" });
  const text = `**${headline}**\n\nFrom Monday.\n\n${baseURL}/s/${story.storyNumber}`;
  await expect(dialog.getByRole("textbox", { name: "Text" })).toHaveValue(text);
  await dialog.getByRole("button", { name: "Copy for Telegram" }).click();
  await expect(dialog.getByText("Copied.")).toBeVisible();
  expect(await inClipboard(page)).toBe(text);
  await dialog.getByRole("button", { name: "I posted it" }).click();
  const post = page.getByRole("dialog", { name: "Add a post" });
  await expect(post.getByRole("combobox", { name: "Where" })).toHaveValue("telegram");
  await post.getByRole("textbox", { name: "Link to the post" }).fill("https://t.me/zagros/7");
  await post.getByRole("button", { name: "Add", exact: true }).click();
  const posts = page.getByRole("list", { name: "Where it was posted" });
  await expect(posts.getByRole("link", { name: "Telegram" })).toHaveAttribute(
    "href",
    "https://t.me/zagros/7",
  );
  await publishUpdate(scene.as(scene.newsroom.dilan), {
    ...{ storyId: story.storyId, revisionId: story.revisionId, seenPublicationId: story.publicationId },
    ...{ kind: "correction", note: "From Tuesday." },
  });
  await page.goto("/desk?stage=posts");
  const line = page.getByRole("listitem").filter({ hasText: headline });
  await expect(line.getByText("A post to change")).toBeVisible();
  await line.getByRole("link", { name: headline }).click();
  const toDo = page.getByRole("list", { name: "Posts to change" });
  await toDo.getByRole("button", { name: "Telegram post: I changed it" }).click();
  await expect(toDo).toBeHidden();
  await page.goto("/desk?stage=posts");
  await expect(page.getByText(headline)).toBeHidden();
});
