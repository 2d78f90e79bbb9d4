import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, describe, expect } from "vitest";
import { changes, outbox } from "#db/schema.ts";
import { pictures, renditions } from "#db/schema-pictures.ts";
import { addPicture } from "#domain/pictures/add.ts";
import { NO_WORDS } from "#domain/pictures/words.ts";
import { keys } from "#domain/publications/keys.ts";
import { noon, type Scene, test } from "#domain/testing/test.ts";
import { readRoleSettings } from "../role-settings.ts";
import { diskStore } from "../storage/disk.ts";
import { originalKey, publicKey } from "../storage/keys.ts";
import { mediaFolder } from "../storage.ts";
import { makeRenditions } from "./make-renditions.ts";

const dataDir = mkdtempSync(join(tmpdir(), "dateline-lab-test-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const store = diskStore(mediaFolder(dataDir));

const runFor = (url: string) => ({
  settings: readRoleSettings({
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    WEB_ADDRESS: "127.0.0.1:1",
    COLLAB_ADDRESS: "127.0.0.1:2",
    WORKER_ADDRESS: "127.0.0.1:3",
    FRONT_CONTROL_ADDRESS: "127.0.0.1:4",
    INTERNAL_SECRET: "i".repeat(32),
    AUTH_SECRET: "a".repeat(32),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
  }),
  now: noon,
});

let serial = 0;
async function taken(scene: Scene, bytes: Buffer, format = "jpeg", words = {}): Promise<string> {
  serial += 1;
  const key = originalKey();
  await store.put(key, bytes);
  const { pictureId } = await addPicture(scene.as(scene.newsroom.rawa), {
    originalKey: key,
    originalHash: String(serial).padStart(64, "0"),
    fileName: "bakery.jpg",
    format,
    bytes: bytes.length,
    width: 1,
    height: 1,
    words: { ...NO_WORDS, author: "Aram Karim", credit: "زاگرۆس پۆست", ...words },
  });
  return pictureId;
}

async function rowOf({ db }: Scene, pictureId: string) {
  const [row] = await db.select().from(pictures).where(eq(pictures.id, pictureId));
  if (!row) throw new Error("no such picture");
  return row;
}

const filesOf = async (scene: Scene, pictureId: string) =>
  (await rowOf(scene, pictureId)).printable?.files ?? [];
const bytesOf = async (name: string) => {
  const bytes = await store.read(publicKey(name));
  if (bytes === null) throw new Error(`${name} isn't in the store`);
  return bytes;
};

/** Red on the left, blue on the right, 1600 × 1000. */
async function redAndBlue(): Promise<Buffer> {
  const left = { create: { width: 800, height: 1_000, channels: 3, background: "#cc2222" } } as const;
  return sharp({ create: { width: 1_600, height: 1_000, channels: 3, background: "#2222cc" } })
    .composite([{ input: await sharp(left).png().toBuffer(), left: 0, top: 0 }])
    .withExif({
      IFD0: { Artist: "OWNERCANARY", Copyright: "Zagros Post 2026" },
      IFD3: { GPSLatitude: "36/1 11/1 24/1" },
    })
    .jpeg()
    .toBuffer();
}

describe("a picture's files", () => {
  test("are made in every cut as WebP and JPEG, then as AVIF, and say whose they are and nothing else", async ({
    scene,
  }) => {
    const pictureId = await taken(scene, await redAndBlue());
    const wanted = { pictureId, edition: 1 };
    await makeRenditions(runFor(scene.url), wanted, "first");
    const first = await rowOf(scene, pictureId);
    expect(first).toMatchObject({ state: "ready", trouble: "" });
    expect(first.printable).toMatchObject({ width: 1_600, height: 1_000 });
    expect(first.likeness).toMatch(/^[01]{64}$/);
    const kinds = (files: { crop: string; format: string }[]) =>
      [...new Set(files.map(({ crop, format }) => `${crop} ${format}`))].sort();
    expect(kinds(first.printable?.files ?? [])).toEqual(
      ["full", "portrait", "square", "wide"].flatMap((crop) => [`${crop} jpeg`, `${crop} webp`]),
    );
    await makeRenditions(runFor(scene.url), wanted, "more");
    const files = await filesOf(scene, pictureId);
    expect(kinds(files)).toContain("wide avif");
    expect(await scene.db.select().from(renditions).where(eq(renditions.pictureId, pictureId))).toHaveLength(
      files.length,
    );
    for (const { name, width, height } of files) {
      const bytes = await bytesOf(name);
      const seen = await sharp(bytes).metadata();
      expect([seen.width, seen.height]).toEqual([width, height]);
      expect(seen.exif).toBeUndefined();
      const said = seen.xmp?.toString() ?? "";
      for (const word of ["Aram Karim", "زاگرۆس پۆست", "Zagros Post 2026"]) expect(said).toContain(word);
      expect(bytes.includes("OWNERCANARY")).toBe(false);
    }
  });

  test("of a new edition replace the old ones whole, and readers' pages and files are dropped hard", async ({
    scene,
  }) => {
    const pictureId = await taken(scene, await redAndBlue());
    await makeRenditions(runFor(scene.url), { pictureId, edition: 1 }, "first");
    const before = await filesOf(scene, pictureId);
    const [soft] = await scene.db.select().from(changes).orderBy(desc(changes.seq)).limit(1);
    expect(soft).toMatchObject({ hard: "soft", keys: [keys.picture(pictureId), keys.pictures()] });
    const face = { x: 0.3, y: 0.2, width: 0.4, height: 0.4 };
    const cut = { rotation: 90, blurs: [face], crops: { square: { x: 0, y: 0, width: 1, height: 0.625 } } };
    await scene.db
      .update(pictures)
      .set({ ...cut, edition: 2, state: "processing" })
      .where(eq(pictures.id, pictureId));
    await makeRenditions(runFor(scene.url), { pictureId, edition: 1 }, "first");
    expect(await filesOf(scene, pictureId)).toEqual(before);
    await makeRenditions(runFor(scene.url), { pictureId, edition: 2 }, "first");
    const { printable } = await rowOf(scene, pictureId);
    expect(printable).toMatchObject({ width: 1_000, height: 1_600 });
    const old = new Set(before.map(({ name }) => name));
    expect(printable?.files.some(({ name }) => old.has(name))).toBe(false);
    const [hard] = await scene.db.select().from(changes).orderBy(desc(changes.seq)).limit(1);
    expect(hard).toMatchObject({ hard: "hard", keys: [keys.picture(pictureId), keys.pictures()] });
  });

  test("hide what was blurred in all of them: nothing of a chequered face is left", async ({ scene }) => {
    const size = { width: 800, height: 600 };
    const chequered = Buffer.alloc(size.width * size.height * 3, 128);
    for (let y = 200; y < 400; y++) {
      for (let x = 300; x < 500; x++)
        chequered.fill((x + y) % 8 < 4 ? 0 : 255, (y * 800 + x) * 3, (y * 800 + x) * 3 + 3);
    }
    const bytes = await sharp(chequered, { raw: { ...size, channels: 3 } })
      .png()
      .toBuffer();
    const pictureId = await taken(scene, bytes, "png");
    const face = { x: 300 / 800, y: 200 / 600, width: 200 / 800, height: 200 / 600 };
    await scene.db
      .update(pictures)
      .set({ blurs: [face] })
      .where(eq(pictures.id, pictureId));
    await makeRenditions(runFor(scene.url), { pictureId, edition: 1 }, "first");
    for (const file of (await filesOf(scene, pictureId)).filter(({ crop }) => crop === "full")) {
      const inner = {
        left: 0.4 * file.width,
        top: 0.36 * file.height,
        width: 0.2 * file.width,
        height: 0.28 * file.height,
      };
      const part = Object.fromEntries(
        Object.entries(inner).map(([side, length]) => [side, Math.round(length)]),
      );
      const { channels } = await sharp(
        await sharp(await bytesOf(file.name))
          .extract(part as never)
          .toBuffer(),
      ).stats();
      for (const { stdev } of channels) expect(stdev).toBeLessThan(6);
    }
  });

  test("are made of a HEIC with its own turning, and keep its credit", async ({ scene }) => {
    const { readFile } = await import("node:fs/promises");
    const pictureId = await taken(
      scene,
      await readFile(join(import.meta.dirname, "fixtures/turned.heic")),
      "heic",
    );
    await makeRenditions(runFor(scene.url), { pictureId, edition: 1 }, "first");
    const { printable, trouble } = await rowOf(scene, pictureId);
    expect([trouble, printable?.width, printable?.height]).toEqual(["", 48, 64]);
    const [file] = printable?.files ?? [];
    const { data } = await sharp(await bytesOf(file?.name ?? ""))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([(data[0] ?? 0) > 150, (data.at(-1) ?? 0) > 150]).toEqual([true, true]);
  });

  test("can't be made of a file that only begins like a picture: it says so, and the next one is made", async ({
    scene,
  }) => {
    const whole = await redAndBlue();
    const torn = await taken(scene, whole.subarray(0, whole.length / 2));
    await makeRenditions(runFor(scene.url), { pictureId: torn, edition: 1 }, "first");
    expect(await rowOf(scene, torn)).toMatchObject({ state: "refused", printable: null });
    expect((await rowOf(scene, torn)).trouble).toMatch(/damaged/);
    const next = await taken(scene, whole);
    await makeRenditions(runFor(scene.url), { pictureId: next, edition: 1 }, "first");
    expect((await rowOf(scene, next)).state).toBe("ready");
    const orders = await scene.db.select().from(outbox).where(eq(outbox.job, "renditions-more"));
    expect(orders.map(({ payload }) => payload.pictureId)).not.toContain(torn);
  });
});
