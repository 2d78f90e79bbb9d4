/** Pictures' bytes over HTTP: who may send them, who may have them, and in what dress they go out. */
import { withdrawStory } from "#domain/stories/withdraw.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { aLiveStory } from "#domain/testing/a-story.ts";
import { signInAs } from "../scripts/trial/staff.ts";
import { expect, requireSetting, test } from "./fixtures.ts";

const DATA_DIR = requireSetting("TRIAL_DATA_DIR");
const UPLOAD = { "tus-resumable": "1.0.0", "upload-length": "1000" };

test("an upload is begun by whoever is signed in here, never by a page of another site", async ({
  scene,
  baseURL,
}) => {
  const url = baseURL ?? "";
  const cookie = `dateline-session=${await signInAs(scene.db, scene.newsroom.rawa.personId, DATA_DIR)}`;
  const begin = async (headers: Record<string, string>) =>
    (await fetch(`${url}/api/pictures/upload`, { method: "POST", headers: { ...UPLOAD, ...headers } }))
      .status;
  expect(await begin({ cookie, origin: url })).toBe(201);
  expect(await begin({ origin: url })).toBe(401);
  for (const origin of ["https://evil.test", "null", `${url}.evil.test`]) {
    expect(await begin({ cookie, origin }), origin).toBe(403);
    expect(await begin({ cookie, origin, "x-forwarded-host": "evil.test" }), origin).toBe(403);
  }
  expect(await begin({ cookie, "sec-fetch-site": "cross-site" })).toBe(403);
});

test("a live story's picture goes out as it is and stays in the browser; taken back, it is gone for everybody", async ({
  scene,
  baseURL,
}) => {
  const url = baseURL ?? "";
  const { pictureId, printable } = await aPicture(scene, { dataDir: DATA_DIR });
  const lead = { pictureId, caption: "", credit: "", alt: "", decorative: true, crop: "wide" } as const;
  const address = `${url}/media/${printable.files[0]?.name}`;
  expect((await fetch(address)).status).toBe(404);
  const { storyId } = await aLiveStory(scene, { fields: { lead } });
  await expect.poll(async () => (await fetch(address)).status).toBe(200);
  const whole = await fetch(address, { headers: { "accept-encoding": "br, gzip", range: "bytes=0-9" } });
  const { length } = new Uint8Array(await whole.arrayBuffer());
  expect(whole.status).toBe(200);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-length": String(length),
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  expect(whole.headers.get("content-encoding")).toBeNull();
  const head = await fetch(address, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length")]).toEqual([200, String(length)]);
  const tag = whole.headers.get("etag") ?? "";
  expect((await fetch(address, { headers: { "if-none-match": tag } })).status).toBe(304);
  await withdrawStory(scene.as(scene.newsroom.dilan), { storyId, note: "" });
  await expect.poll(async () => (await fetch(address)).status).toBe(404);
  expect((await fetch(address, { method: "HEAD", headers: { range: "bytes=0-9" } })).status).toBe(404);
});
