import type { Page } from "@playwright/test";
import { addContributor } from "#domain/choices/add.ts";
import { publishUpdate } from "#domain/stories/publish.ts";
import { withdrawStory } from "#domain/stories/withdraw.ts";
import { aLiveStory, saveAgain } from "#domain/testing/a-story.ts";
import { doc, p, strong } from "#domain/testing/doc.ts";
import { expect, PHONE, test } from "./fixtures.ts";

/** Data in a script element is no script. */
async function scriptsOn(page: Page): Promise<string[]> {
  const html = await page.content();
  return [...html.matchAll(/<script\b([^>]*)>/g)]
    .map(([, how]) => how ?? "")
    .filter((how) => !how.includes("ld+json"));
}

test("a reader without JavaScript reads a story and finds the others from it", async ({ reader, scene }) => {
  const earlier = await aLiveStory(scene, { fields: { headline: "Ploughs wait at Azmar" } });
  const story = await aLiveStory(scene, {
    fields: { headline: "Snow closes the Azmar road", standfirst: "Ploughs go out at five." },
    document: doc(p("The road is ", strong("closed"), " until morning.")),
  });
  expect((await reader.goto(story.path))?.status()).toBe(200);
  await expect(reader.getByRole("heading", { name: "Snow closes the Azmar road", level: 1 })).toBeVisible();
  await expect(reader.getByText("The road is closed until morning.")).toBeVisible();
  expect(await scriptsOn(reader)).toEqual([expect.stringContaining('src="/islands/share.')]);
  await reader.goto(earlier.path);
  await reader.getByRole("link", { name: "Zagros Post" }).first().click();
  await expect(reader).toHaveURL(/\/en$/);
  await expect(reader.getByRole("link", { name: "Snow closes the Azmar road" }).first()).toBeVisible();
});

test("an address that never was is answered by a printed page, in the language of its prefix", async ({
  reader,
}) => {
  for (const [address, language] of [
    ["/en/nothing-here", "en"],
    ["/ckb/news/999999-x", "ckb"],
    ["/nothing", "en"],
  ] as const) {
    const answer = await reader.goto(address);
    expect(answer?.status(), address).toBe(404);
    expect(await answer?.headerValue("content-language"), address).toBe(language);
    expect(await scriptsOn(reader)).toEqual([]);
  }
  await expect(reader.getByRole("heading", { name: "There is no page here" })).toBeVisible();
});

test("a story that was withdrawn answers with a notice and no word of it", async ({ reader, scene }) => {
  const story = await aLiveStory(scene, { fields: { headline: "A name that should not have been printed" } });
  await withdrawStory(scene.as(scene.newsroom.dilan), { storyId: story.storyId, note: "" });
  await expect.poll(async () => (await reader.goto(story.path))?.status()).toBe(410);
  await expect(reader.getByRole("heading", { name: "This story was withdrawn" })).toBeVisible();
  expect(await reader.content()).not.toContain("should not have been printed");
  expect(await scriptsOn(reader)).toEqual([]);
});

test("an earlier address of a story leads to its present one", async ({ reader, scene }) => {
  const { rawa, dilan } = scene.newsroom;
  const story = await aLiveStory(scene, {
    fields: { headline: "Bread costs more", slug: "bread-costs-more" },
  });
  const changed = await saveAgain(scene.as(rawa), story.storyId, story.revisionId, {
    fields: { slug: "bread-prices-rise" },
  });
  const { storyId, publicationId } = story;
  await publishUpdate(scene.as(dilan), {
    storyId,
    revisionId: changed.revisionId,
    seenPublicationId: publicationId,
    kind: "minor",
    note: "",
  });
  const now = story.path.replace("bread-costs-more", "bread-prices-rise");
  for (const address of [
    story.path,
    `/en/world/${story.storyNumber}`,
    `/en/news/${story.storyNumber}-anything`,
  ]) {
    await expect.poll(async () => (await reader.goto(address)) && new URL(reader.url()).pathname).toBe(now);
    const first = await reader.request.get(address, { maxRedirects: 0 });
    expect(first.status(), address).toBe(301);
  }
});

test("a Kurdish story reads from the right, in its own letters and words", async ({ reader, scene }) => {
  const story = await aLiveStory(scene, {
    language: "ckb",
    fields: { headline: "ڕێگای ئەزمەڕ داخرا" },
    document: doc(p("بەفر ڕێگاکەی گرت.")),
  });
  await reader.goto(story.path);
  const html = await reader.content();
  expect(html).toMatch(/<html[^>]* lang="ckb"[^>]* dir="rtl"|<html[^>]* dir="rtl"[^>]* lang="ckb"/);
  await expect(reader.getByRole("heading", { level: 1, name: "ڕێگای ئەزمەڕ داخرا" })).toBeVisible();
});

test("on a phone the first screen says what it is, who wrote it, where, when, and that it changed since", async ({
  browser,
  baseURL,
  scene,
}) => {
  const { rawa, dilan } = scene.newsroom;
  const { id: contributorId } = await addContributor(scene.as(rawa), { label: "Azad Salar", language: "en" });
  const { storyId, revisionId, publicationId, path } = await aLiveStory(scene, {
    fields: {
      ...{ kicker: "Diplomacy", headline: "Talks over the Dukan dam end without a date for the next round" },
      ...{ standfirst: "Both sides say that they will meet again on Wednesday in Brussels." },
      ...{ dateline: { placeId: null, text: "DUKAN" }, byline: [{ contributorId, role: "writing" }] },
    },
    document: doc(p("The two sides gave no sign on Monday that they had come closer.")),
  });
  await publishUpdate(scene.as(dilan), {
    ...{ storyId, revisionId, seenPublicationId: publicationId, kind: "update", note: "" },
  });
  const phone = await browser.newContext({ ...PHONE, baseURL, javaScriptEnabled: false });
  const page = await phone.newPage();
  const story = page.getByRole("article").first();
  const updated = story.getByRole("link", { name: /^Updated/ });
  await expect.poll(async () => (await page.goto(path)) && updated.count()).toBe(1);
  const { width, height } = PHONE.viewport;
  for (const [what, part] of [
    ["kicker", story.getByRole("link", { name: "Diplomacy" })],
    ["headline", story.getByRole("heading", { level: 1 })],
    ["byline", story.getByText(/Azad Salar/)],
    ["dateline", story.getByText("DUKAN", { exact: true }).first()],
    ["date", story.getByRole("time").first()],
    ["updated", updated],
  ] as const) {
    const box = await part.boundingBox();
    expect(box && box.width * box.height, what).toBeGreaterThan(0);
    expect(box?.y, what).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? Infinity), what).toBeLessThanOrEqual(height);
    expect((box?.x ?? 0) + (box?.width ?? Infinity), what).toBeLessThanOrEqual(width);
  }
  await phone.close();
});
