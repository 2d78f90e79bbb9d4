import { expect } from "vitest";
import { redirects } from "#db/schema-circulation.ts";
import { withdrawStory } from "../stories/withdraw.ts";
import { aLiveStory } from "../testing/a-story.ts";
import { test } from "../testing/test.ts";
import { findRedirect } from "./find-redirect.ts";

test("an old address leads to the story wherever it stands today, and nowhere once it was withdrawn", async ({
  scene,
}) => {
  const { db, as, newsroom } = scene;
  const story = await aLiveStory(scene, { fields: { headline: "Snow closes the Azmar road" } });
  const { storyId, storyNumber } = story;
  await db.insert(redirects).values([
    { fromPath: "/2019/05/بەفر/", storyId, source: "import" },
    { fromPath: "/?p=12", storyId, source: "import" },
  ]);
  const address = "/2019/05/%D8%A8%DB%95%D9%81%D8%B1";
  expect(await findRedirect(db, address)).toEqual({
    location: `/en/news/${storyNumber}-snow-closes-the-azmar-road`,
    keys: ["redirects", `story:${storyNumber}`],
  });
  expect(await findRedirect(db, "/?p=12")).toMatchObject({ keys: ["redirects", `story:${storyNumber}`] });
  expect(await findRedirect(db, address.replaceAll("%", "%25"))).not.toBeNull();
  expect(await findRedirect(db, address.toLowerCase())).not.toBeNull();
  expect(await findRedirect(db, "/2019/05")).toBeNull();
  await withdrawStory(as(newsroom.dilan), { storyId, note: "" });
  expect(await findRedirect(db, address)).toBeNull();
});

test("a topic that was renamed takes its archive and its feeds along", async ({ scene }) => {
  const { db } = scene;
  await db.insert(redirects).values([
    { fromPath: "/en/topic/watter", toPath: "/en/topic/water", source: "rename" },
    { fromPath: "/earlier", toPath: "/ckb/بابەت", source: "file" },
    { fromPath: "/round", toPath: "/round", source: "file" },
  ]);
  const led = async (path: string) => (await findRedirect(db, path))?.location;
  expect(await led("/en/topic/watter")).toBe("/en/topic/water");
  expect(await led("/en/topic/watter/archive/2026-11/2")).toBe("/en/topic/water/archive/2026-11/2");
  expect(await led("/en/topic/watter/feed.json")).toBe("/en/topic/water/feed.json");
  expect(await led("/earlier")).toBe("/ckb/%D8%A8%D8%A7%D8%A8%DB%95%D8%AA");
  expect(await led("/round")).toBeUndefined();
  expect(await led("/%ff%fe")).toBeUndefined();
});

test("what other systems hang on an address leads to what it hung on; their feeds go on as ours", async ({
  scene,
}) => {
  const { db } = scene;
  const { storyId, storyNumber } = await aLiveStory(scene, { fields: { headline: "Snow" } });
  await db.insert(redirects).values([
    { fromPath: "/2019/05/snow", storyId, source: "import" },
    { fromPath: "/category/weather", toPath: "/en/news", source: "import" },
  ]);
  const led = async (path: string) => (await findRedirect(db, path))?.location;
  for (const more of ["amp", "feed", "feed/atom", "embed", "page/2", "comment-page-3"]) {
    expect(await led(`/2019/05/snow/${more}`), more).toBe(`/en/news/${storyNumber}-snow`);
  }
  expect(await led("/category/weather/page/2")).toBe("/en/news");
  expect(await led("/category/weather/feed")).toBe("/en/news/feed.xml");
  for (const whole of ["/feed", "/feed/rss2", "/rss", "/rss.xml", "/feed.xml"]) {
    expect(await findRedirect(db, whole), whole).toEqual({
      location: "/en/feed.xml",
      keys: ["redirects", "outlet"],
    });
  }
  expect(await led("/feed/atom")).toBe("/en/atom.xml");
  for (const nothing of ["/2019/amp", "/2019/05/snow/amplifier", "/2019/05/snow/x/amp", "/amp"]) {
    expect(await led(nothing), nothing).toBeUndefined();
  }
});
