import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, expect } from "vitest";
import { pictures, renditions } from "#db/schema-pictures.ts";
import { aPicture } from "#domain/testing/a-picture.ts";
import { test } from "#domain/testing/test.ts";
import { diskStore } from "../storage/disk.ts";
import { originalKey, publicKey } from "../storage/keys.ts";
import { mediaFolder } from "../storage.ts";
import { sweepFiles } from "./sweep-files.ts";
import { uploadsFolder } from "./uploads-folder.ts";

const dataDir = mkdtempSync(join(tmpdir(), "dateline-night-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const store = diskStore(mediaFolder(dataDir));
const DAY_MS = 86_400_000;

/** As if nobody had touched anything for two days. */
function age(folder: string): void {
  const then = new Date(Date.now() - 2 * DAY_MS);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), then, then);
  }
}

test("the night takes files that nobody shows and parts that nobody ends, and nothing that is in use", async ({
  scene,
}) => {
  const used = await aPicture(scene, { dataDir });
  const cut = await aPicture(scene, { dataDir });
  const [old, ...files] = cut.printable.files;
  const printable = { ...cut.printable, files };
  await scene.db.update(pictures).set({ printable, edition: 2 }).where(eq(pictures.id, cut.pictureId));
  await scene.db.update(renditions).set({ createdAt: new Date(Date.now() - 2 * DAY_MS) });
  const [row] = await scene.db.select().from(pictures).where(eq(pictures.id, used.pictureId));
  const kept = row?.originalKey ?? "";
  const orphan = originalKey();
  await store.put(orphan, Buffer.from("an original"));
  mkdirSync(uploadsFolder(dataDir));
  writeFileSync(join(uploadsFolder(dataDir), "a".repeat(32)), "half a picture");
  age(dataDir);
  const fresh = originalKey();
  await store.put(fresh, Buffer.from("its row comes in a moment"));
  writeFileSync(join(uploadsFolder(dataDir), "b".repeat(32)), "half a picture");

  const swept = await sweepFiles(scene.url, { dataDir, bucket: null }, new Date());

  expect(swept).toEqual({ renditions: 1, orphans: 2, parts: 1 });
  expect(await store.read(publicKey(old?.name ?? ""))).toBeNull();
  expect(await store.read(orphan)).toBeNull();
  for (const { name } of [...files, ...used.printable.files])
    expect(await store.size(publicKey(name))).not.toBeNull();
  for (const key of [kept, fresh]) expect(await store.size(key)).not.toBeNull();
  expect(readdirSync(uploadsFolder(dataDir))).toEqual(["b".repeat(32)]);
});
