import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import S3rver from "s3rver";
import sharp from "sharp";
import { afterAll, beforeAll, expect } from "vitest";
import { pictures } from "#db/schema-pictures.ts";
import { aLiveStory } from "#domain/testing/a-story.ts";
import { noon, test } from "#domain/testing/test.ts";
import { readRoleSettings } from "../role-settings.ts";
import { storeOf } from "../storage.ts";
import { makeRenditions } from "./make-renditions.ts";
import { publicFile } from "./public-file.ts";
import { receivePicture } from "./receive.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-bucket-"));
const dataDir = join(folder, "data");
const server = new S3rver({
  ...{ port: 0, address: "127.0.0.1", silent: true, directory: join(folder, "s3") },
  configureBuckets: [{ name: "newsroom", configs: [] }],
});
let port = 0;
beforeAll(async () => {
  port = (await server.run()).port;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a picture goes from its upload to readers through a bucket, and nothing of it stays on this machine", async ({
  scene,
}) => {
  const settings = readRoleSettings({
    ...{ DATA_DIR: dataDir, DATABASE_URL: scene.url },
    ...{ S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: "newsroom" },
    ...{ S3_ACCESS_KEY: "S3RVER", S3_SECRET_KEY: "S3RVER" },
    ...{ WEB_ADDRESS: "127.0.0.1:1", COLLAB_ADDRESS: "127.0.0.1:2", WORKER_ADDRESS: "127.0.0.1:3" },
    ...{ FRONT_CONTROL_ADDRESS: "127.0.0.1:4", INTERNAL_SECRET: "i".repeat(32), AUTH_SECRET: "a".repeat(32) },
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
  });
  const store = await storeOf(settings);
  const path = join(folder, "upload");
  const red = { create: { width: 700, height: 400, channels: 3, background: "#c22" } } as const;
  writeFileSync(path, await sharp(red).jpeg().toBuffer());
  const tools = { store, maxPixels: settings.pictureMaxPixels };
  const received = await receivePicture(scene.as(scene.newsroom.rawa), tools, { path, fileName: "red.jpg" });
  if ("refused" in received) throw new Error(received.refused);
  const { pictureId } = received;
  await makeRenditions({ settings, now: noon }, { pictureId, edition: 1 }, "first");
  const [row] = await scene.db.select().from(pictures).where(eq(pictures.id, pictureId));
  expect(row).toMatchObject({ state: "ready", trouble: "" });
  const [file] = row?.printable?.files ?? [];
  const print = () => publicFile({ db: scene.db, now: noon }, store, file?.name ?? "");
  expect((await print()).keys).toEqual(["media"]);
  const lead = { pictureId, caption: "", credit: "", alt: "", decorative: true, crop: "wide" } as const;
  await aLiveStory(scene, { fields: { lead } });
  expect(await print()).toMatchObject({ status: 200, contentType: "image/jpeg", keep: "for-ever" });
  expect(readdirSync(folder)).not.toContain("data");
});
