/**
 * Markup that wants to run: typed, pasted, sent as raw JSON. The pages' content security policy
 * is switched off here, so that it can't hide a hole: escaping alone has to hold.
 */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { revisions } from "#db/schema.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { assemble } from "./cast.ts";
import { body, field, openNewStory, publish, untilSaved } from "./desk.ts";
import { knock } from "./doors.ts";
import { expect, test } from "./fixtures.ts";

const RUN = "window.__ran=1";
const VECTORS = [
  `</script><script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `"><svg onload=${RUN}>`,
  `<a href="javascript:${RUN}">press</a>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<style>@import 'https://evil.example/x.css'</style>`,
  `<math><mtext></mtext><mglyph><svg><mtext></mtext><textarea><path id="</textarea><img onerror=${RUN} src=1>">`,
  `<details open ontoggle=${RUN}>`,
  `]]><script>${RUN}</script><![CDATA[`,
  "{{constructor.constructor('window.__ran=1')()}}",
  `<form><button formaction="javascript:${RUN}">x</button></form>`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
];

/** Fails the test when anything ran, opened a dialog or asked a foreign host. */
async function watch(page: Page): Promise<() => Promise<void>> {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== "localhost" && !/^(?:data|blob|about):/.test(request.url())) seen.push(request.url());
  });
  return async () => {
    const ran = await page.evaluate(() => "__ran" in window);
    expect(ran, `something ran on ${page.url()}`).toBe(false);
    expect(seen).toEqual([]);
  };
}

test.use({ bypassCSP: true });

test("the watch sees it when something does run", async ({ page }) => {
  const nothingRan = await watch(page);
  await page.goto("/en");
  await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), VECTORS[1] ?? "");
  await expect.poll(() => page.evaluate(() => "__ran" in window)).toBe(true);
  await expect(nothingRan()).rejects.toThrow("something ran");
});

test("markup that is typed into every field stays text, at the desk and for readers", async ({
  signIn,
  browser,
  baseURL,
}) => {
  const page = await signIn("dilan", { bypassCSP: true });
  const nothingRan = await watch(page);
  await openNewStory(page, "English");
  const all = VECTORS.join(" ");
  await field(page, "Headline").fill(`Vectors ${VECTORS[0]} ${VECTORS[1]}`);
  await field(page, "Standfirst").fill(all.slice(0, 900));
  await field(page, "Kicker").fill(VECTORS[2] ?? "");
  await field(page, "Dateline").fill(VECTORS[0] ?? "");
  await field(page, "Slugline").fill(VECTORS[1] ?? "");
  await field(page, "Sign-off").fill(VECTORS[0] ?? "");
  await body(page).press("ControlOrMeta+End");
  for (const vector of VECTORS) {
    await page.keyboard.insertText(vector);
    await page.keyboard.press("Enter");
  }
  await untilSaved(page);
  const path = await publish(page);
  await page.reload();
  await expect(body(page)).toContainText(VECTORS[0] ?? "");
  await nothingRan();
  await page.goto("/desk");
  await nothingRan();

  const context = await browser.newContext({ baseURL, bypassCSP: true });
  const reader = await context.newPage();
  const nothingRanThere = await watch(reader);
  for (const address of [path, "/en", path.split("/").slice(0, 3).join("/")]) {
    await reader.goto(address);
    await expect(reader.getByText(/Vectors <\/script>/).first()).toBeVisible();
    await nothingRanThere();
  }
  const feed = await (await reader.request.get("/en/feed.xml")).text();
  const scripts = await reader.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, "application/xml");
    return parsed.getElementsByTagName("parsererror").length + parsed.getElementsByTagName("script").length;
  }, feed);
  expect(feed).toContain("Vectors");
  expect(scripts).toBe(0);
  await context.close();
});

test("markup that is pasted is cut down to what a story may hold", async ({ signIn }) => {
  const page = await signIn("dilan", { bypassCSP: true });
  const nothingRan = await watch(page);
  await openNewStory(page, "English");
  await field(page, "Headline").fill("A pasted story");
  for (const vector of [
    ...VECTORS,
    `<p onclick="${RUN}" style="position:fixed">A <b>bold</b> word <script>${RUN}</script></p>`,
  ]) {
    await body(page).press("ControlOrMeta+End");
    await body(page).evaluate((element, html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", "plain");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, vector);
  }
  await expect(body(page)).toContainText("A bold word");
  await untilSaved(page);
  await nothingRan();
  const path = await publish(page);
  await page.goto(path);
  await expect(page.getByRole("article").first()).toContainText("A bold word");
  await nothingRan();
});

const nodes = {
  "an unknown node": { type: "script", content: [{ type: "text", text: RUN }] },
  "an unknown mark": { type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "html" }] }] },
  "a script address": {
    type: "paragraph",
    content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: `javascript:${RUN}` } }] }],
  },
  "a disguised script address": {
    type: "paragraph",
    content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: `java\nscript:${RUN}` } }] }],
  },
  "an object for an address": {
    type: "paragraph",
    content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href: { toString: "x" } } }] }],
  },
  "a level with more in it": { type: "heading", attrs: { level: `1 onload=${RUN}` }, content: [] },
};

for (const [what, node] of Object.entries(nodes)) {
  test(`a body with ${what}, sent past the editor, is refused and not stored`, async ({ scene, baseURL }) => {
    const { dilan } = scene.newsroom;
    const story = await aStory(scene, { by: dilan, document: doc(p("As it was.")) });
    const { ed_desk } = await assemble(scene, what);
    const [base] = await scene.db.select().from(revisions).where(eq(revisions.id, story.revisionId));
    const input = {
      storyId: story.storyId,
      baseRevisionId: story.revisionId,
      fields: base?.fields,
      document: { schemaVersion: 1, doc: { type: "doc", content: [node] } },
    };
    const { answered } = await knock("saveStory", input, { url: baseURL ?? "", cookie: ed_desk.cookie });
    expect(answered).toBe("invalid");
    const stored = await scene.db.select().from(revisions).where(eq(revisions.storyId, story.storyId));
    expect(stored).toHaveLength(2);
  });
}
