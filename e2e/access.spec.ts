/** What axe finds on the pages that people meet, in light and dark, wide and on a phone. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { publishUpdate } from "#domain/stories/publish.ts";
import { aLiveStory, aStory, saveAgain } from "#domain/testing/a-story.ts";
import { doc, h, li, link, p, quote, ul } from "#domain/testing/doc.ts";
import { openStory } from "./desk.ts";
import { expect, PHONE, type Scene, test } from "./fixtures.ts";

async function violationsOn(page: Page): Promise<string[]> {
  // No script runs in the outlet's preview, axe's neither; readers' pages are looked at by themselves.
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll("iframe[sandbox]")) frame.remove();
  });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`);
}

async function aCorrectedStory(scene: Scene, language: "en" | "ar" | "ckb"): Promise<string> {
  const { rawa, dilan } = scene.newsroom;
  const text = doc(
    h(2, "Prices"),
    p("Bread costs ", link("https://example.org/", "more"), "."),
    quote(p("We had to.")),
    ul(li(p("Flour")), li(p("Fuel"))),
  );
  const story = await aLiveStory(scene, {
    language,
    fields: { standfirst: "From Monday.", kicker: "Bread" },
    document: text,
  });
  const changed = await saveAgain(scene.as(rawa), story.storyId, story.revisionId, {
    document: doc(p("Bread costs 500 dinars.")),
  });
  await publishUpdate(scene.as(dilan), {
    storyId: story.storyId,
    revisionId: changed.revisionId,
    seenPublicationId: story.publicationId,
    kind: "correction",
    note: "An earlier version gave a wrong price.",
  });
  return story.path;
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, options] of Object.entries({ wide: {}, phone: PHONE })) {
    test(`readers' pages keep nobody out: ${colorScheme}, ${size}`, async ({ browser, baseURL, scene }) => {
      const context = await browser.newContext({ baseURL, colorScheme, ...options });
      const page = await context.newPage();
      for (const language of ["en", "ar", "ckb"] as const) {
        const path = await aCorrectedStory(scene, language);
        for (const address of [path, `/${language}`, `/${language}/news`, `/${language}/no-such-page`]) {
          await page.goto(address);
          expect(await violationsOn(page), address).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect(overflow, `${address} is wider than its window`).toBeLessThanOrEqual(0);
        }
      }
      await context.close();
    });

    test(`the desk keeps nobody out: ${colorScheme}, ${size}`, async ({ signIn, scene }) => {
      const page = await signIn("hana", { colorScheme, ...options });
      for (const address of [
        "/desk",
        "/admin/people",
        "/admin/outlet",
        "/admin/outlet?tab=looks",
        "/admin/outlet?tab=menus",
        "/desk/pages",
        "/admin/sections",
        "/admin/topics",
        "/admin/contributors",
        "/admin/health",
        "/me",
      ]) {
        await page.goto(address);
        await expect(page.getByRole("main")).toBeVisible();
        if (address.startsWith("/admin/outlet")) await expect(page.getByTitle("Preview")).toBeVisible();
        expect.soft(await violationsOn(page), address).toEqual([]);
      }
      const { storyId } = await aStory(scene, { by: scene.newsroom.rawa, language: "ckb" });
      await openStory(page, storyId);
      expect.soft(await violationsOn(page), "the editor").toEqual([]);
      await page.getByRole("button", { name: "Publish", exact: true }).click();
      await expect(page.getByRole("dialog", { name: "Publish" })).toBeVisible();
      expect.soft(await violationsOn(page), "the dialog").toEqual([]);
    });
  }
}

test("the door keeps nobody out", async ({ page }) => {
  await page.goto("/sign-in");
  expect(await violationsOn(page)).toEqual([]);
});
