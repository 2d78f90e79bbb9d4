/** Two people in one story, each in a real browser: what one writes the other sees, and nothing is lost. */
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { sessions } from "#db/schema.ts";
import { approveStory } from "#domain/stories/move.ts";
import { aStory } from "#domain/testing/a-story.ts";
import { doc, p } from "#domain/testing/doc.ts";
import { hire } from "#domain/testing/people.ts";
import { findRunFile } from "#server/run-file.ts";
import { findChild } from "../scripts/trial/newsroom.ts";
import { body, field, openAlone, openStory, publish, untilSaved } from "./desk.ts";
import { expect, PHONE, requireSetting, test } from "./fixtures.ts";

const peopleHere = (page: Page) => page.getByRole("list", { name: "People here" });
const saving = (page: Page, text: RegExp) =>
  page.getByRole("status", { name: "Saving" }).filter({ hasText: text });

/** Types at the caret, letter by letter, as hands do. */
async function typeAtEnd(page: Page, text: string) {
  await body(page).press("ControlOrMeta+End");
  await page.keyboard.type(text);
}

/** Where a colleague's caret stands, from the left; their name is drawn beside it. */
function caretOf(page: Page, name: string): Promise<number | null> {
  return body(page).evaluate((text, who) => {
    const carets = [...text.ownerDocument.getElementsByTagName("span")];
    return carets.find(({ dataset }) => dataset.name === who)?.getBoundingClientRect().x ?? null;
  }, name);
}

/** As a machine does it that has no memory left. */
function killCollab() {
  const run = findRunFile(requireSetting("TRIAL_DATA_DIR"));
  const pid = findChild(run?.pid ?? -1, "dateline-collab");
  if (pid === null) throw new Error("the process for live connections isn't running");
  process.kill(pid, "SIGKILL");
}

async function untilConnected(page: Page, name: string) {
  await expect(peopleHere(page).getByText(name)).toBeAttached();
}

test("two people type at once, each sees the other's text and caret, and undoes only their own", async ({
  signIn,
  scene,
}) => {
  const { rawa, shilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two.")) });
  const [hers, his] = [await signIn("rawa"), await signIn("shilan")];
  await Promise.all([openStory(hers, story.storyId), openStory(his, story.storyId)]);
  await untilConnected(hers, shilan.name);
  await untilConnected(his, rawa.name);

  await body(his).press("ControlOrMeta+Home");
  await Promise.all([typeAtEnd(hers, " Rawa goes on."), his.keyboard.type("Shilan begins. ")]);
  for (const page of [hers, his]) {
    await expect(body(page)).toContainText("Two. Rawa goes on.");
    await expect(body(page)).toContainText("Shilan begins. One.");
    await untilSaved(page);
  }
  await expect.poll(() => caretOf(hers, shilan.name)).not.toBeNull();
  await field(his, "Headline").fill("A headline of both");
  await expect(field(hers, "Headline")).toHaveValue("A headline of both");

  const list = await signIn("dilan");
  await list.goto("/desk");
  await expect(list.getByText("Rawa Aziz, Shilan Omar are in it now")).toBeAttached();

  await body(hers).press("ControlOrMeta+z");
  await expect(body(hers)).not.toContainText("Rawa goes on.");
  await expect(body(his)).not.toContainText("Rawa goes on.");
  await expect(body(his)).toContainText("Shilan begins. One.");
  await his.reload();
  await expect(body(his)).toContainText("Shilan begins. One.");
});

test("what is typed without the network is on this device, and comes in when it is back", async ({
  signIn,
  scene,
}) => {
  const { rawa, shilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two.")) });
  const [hers, his] = [await signIn("rawa"), await signIn("shilan")];
  await Promise.all([openStory(hers, story.storyId), openStory(his, story.storyId)]);
  await untilConnected(hers, shilan.name);
  await typeAtEnd(hers, " Here.");
  await untilSaved(hers);

  await hers.context().setOffline(true);
  await typeAtEnd(hers, " Typed in the tunnel");
  await expect(
    saving(hers, /^On this device only since \d\d:\d\d: 4 words not on the server$/),
  ).toBeVisible();
  await typeAtEnd(his, " Typed meanwhile.");
  await untilSaved(his);
  await hers.context().setOffline(false);
  await untilSaved(hers);
  for (const page of [hers, his]) {
    await expect(body(page)).toContainText("Typed in the tunnel");
    await expect(body(page)).toContainText("Typed meanwhile.");
  }
  await expect(hers.getByRole("status").filter({ hasText: "the same paragraph" })).toBeVisible();
});

test("text of a visit that ended in the tunnel is there at the next", async ({ signIn, scene }) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa, document: doc(p("One.")) });
  const first = await signIn("rawa");
  await openStory(first, story.storyId);
  await untilConnected(first, "Rawa Aziz (you)");
  await first.context().setOffline(true);
  await typeAtEnd(first, " Typed in the tunnel.");
  await expect(saving(first, /^On this device only/)).toBeVisible();
  await first.close();
  await first.context().setOffline(false);
  const page = await first.context().newPage();
  await openStory(page, story.storyId);
  await expect(body(page)).toHaveText("One. Typed in the tunnel.");
  await untilSaved(page);
});

test("the process for live connections is killed while two people type: nothing is lost or doubled", async ({
  signIn,
  scene,
}) => {
  const { rawa, shilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two.")) });
  const [hers, his] = [await signIn("rawa"), await signIn("shilan")];
  await Promise.all([openStory(hers, story.storyId), openStory(his, story.storyId)]);
  await untilConnected(hers, shilan.name);
  await typeAtEnd(hers, " Before.");
  killCollab();
  await typeAtEnd(hers, " During.");
  await body(his).press("ControlOrMeta+Home");
  await his.keyboard.type("His. ");
  for (const page of [hers, his]) {
    await untilSaved(page);
    await expect(body(page)).toContainText("Before. During.");
  }
  const text = ((await body(his).textContent()) ?? "").replace(/\s+/g, " ");
  expect(text.match(/During\./g)).toHaveLength(1);
  expect(text.match(/His\./g)).toHaveLength(1);
});

test("a session that is ended elsewhere closes the story for writing within five seconds", async ({
  signIn,
  scene,
}) => {
  const azad = await hire(scene.db, "Azad Leaving", "reporter");
  const story = await aStory(scene, { by: azad, document: doc(p("One.")) });
  const page = await signIn(azad);
  await openStory(page, story.storyId);
  await typeAtEnd(page, " Two.");
  await untilSaved(page);
  const isAzads = eq(sessions.personId, azad.personId);
  await scene.db.update(sessions).set({ revokedAt: new Date() }).where(isAzads);
  await expect(saving(page, /^Read-only: /)).toBeVisible({ timeout: 5_000 });
  await expect(body(page)).toHaveAttribute("contenteditable", "false");
  await expect(body(page)).toHaveText("One. Two.");
});

test("whoever may only look sees the text grow and can't write", async ({ signIn, scene }) => {
  const { rawa, shilan } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One.")) });
  const his = await signIn("shilan");
  await openStory(his, story.storyId);
  await untilConnected(his, `${shilan.name} (you)`);
  const { storyId, revisionId } = story;
  await approveStory(scene.as(scene.newsroom.dilan), { storyId, revisionId });
  await expect(saving(his, /^Read-only: /)).toBeVisible({ timeout: 5_000 });
  await expect(body(his)).toHaveAttribute("contenteditable", "false");

  const editors = await signIn("dilan");
  await openStory(editors, story.storyId);
  await typeAtEnd(editors, " The editor adds this.");
  await expect(body(his)).toContainText("The editor adds this.");
});

test("what goes out is what stood on my screen, though a colleague types on", async ({
  signIn,
  scene,
  reader,
}) => {
  const { rawa } = scene.newsroom;
  const story = await aStory(scene, { by: rawa, document: doc(p("One."), p("Two.")) });
  const [editors, hers] = [await signIn("dilan"), await signIn("rawa")];
  await Promise.all([openStory(editors, story.storyId), openStory(hers, story.storyId)]);
  await untilConnected(editors, rawa.name);
  await typeAtEnd(editors, " Mine.");
  const path = await publish(editors);
  await reader.goto(path);
  await expect(reader.getByRole("article").first()).toContainText("Two. Mine.");
  await typeAtEnd(hers, " Hers, later.");
  await untilSaved(hers);
  await reader.reload();
  await expect(reader.getByRole("article").first()).not.toContainText("Hers, later.");
});

test("without the live connection a plain sentence says so, and the text is saved all the same", async ({
  signIn,
  scene,
}) => {
  const story = await aStory(scene, { by: scene.newsroom.rawa, document: doc(p("One.")) });
  const page = await signIn("rawa");
  await openAlone(page, story.storyId);
  await typeAtEnd(page, " Two.");
  await expect(body(page)).toHaveText("One. Two.");
  await typeAtEnd(page, " Three.");
  await untilSaved(page);
  const again = await page.context().newPage();
  await openStory(again, story.storyId);
  await untilConnected(again, "Rawa Aziz (you)");
  await expect(body(again)).toHaveText("One. Two. Three.");
});

test("in Kurdish and on a phone: carets stand in the line, and nothing is wider than the screen", async ({
  signIn,
  scene,
}) => {
  const { rawa, shilan } = scene.newsroom;
  const text = doc(p("نان"));
  const story = await aStory(scene, { by: rawa, language: "ckb", document: text });
  const [hers, his] = [await signIn("rawa", PHONE), await signIn("shilan")];
  await Promise.all([openStory(hers, story.storyId), openStory(his, story.storyId)]);
  await untilConnected(hers, shilan.name);
  await typeAtEnd(his, " گران دەبێت");
  await expect(body(hers)).toContainText("گران دەبێت");
  await expect.poll(() => caretOf(hers, shilan.name)).not.toBeNull();
  const [caret, line] = [await caretOf(hers, shilan.name), await body(hers).boundingBox()];
  // Behind the last word of a line that begins at the right.
  expect(caret).toBeLessThan((line?.x ?? 0) + (line?.width ?? 0) - 60);
  const overflow = () => hers.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
});
