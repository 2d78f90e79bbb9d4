import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, describe, expect } from "vitest";
import { events, outbox } from "#db/schema.ts";
import { pictures } from "#db/schema-pictures.ts";
import type { Ctx } from "#domain/context.ts";
import { type Scene, test } from "#domain/testing/test.ts";
import { diskStore } from "../storage/disk.ts";
import { mediaFolder } from "../storage.ts";
import { openUploads, UPLOAD_PATH } from "./uploads.ts";
import { uploadsFolder } from "./uploads-folder.ts";

const dataDir = mkdtempSync(join(tmpdir(), "dateline-uploads-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const store = diskStore(mediaFolder(dataDir));
const uploads = openUploads({ dataDir, pictureMaxBytes: 200_000, pictureMaxPixels: 4_000_000 }, store);

let shade = 0;
/** A picture that nobody has sent before. */
function picture(width = 60, height = 40): Promise<Buffer> {
  shade += 1;
  return sharp({ create: { width, height, channels: 3, background: { r: shade, g: 90, b: 200 } } })
    .jpeg()
    .toBuffer();
}

function ask(ctx: Ctx, method: string, path: string, more: Record<string, string> = {}, body?: Uint8Array) {
  const headers = { "Tus-Resumable": "1.0.0", ...more };
  const request = new Request(`http://localhost${path}`, { method, headers, ...(body && { body }) } as never);
  return uploads.answer(request, ctx);
}

async function begin(ctx: Ctx, bytes: number, name = "bakery.jpg"): Promise<string> {
  const named = `filename ${Buffer.from(name).toString("base64")}`;
  const answer = await ask(ctx, "POST", UPLOAD_PATH, {
    "Upload-Length": String(bytes),
    "Upload-Metadata": named,
  });
  expect(answer.status).toBe(201);
  return answer.headers.get("location") ?? "";
}

function send(ctx: Ctx, path: string, offset: number, part: Uint8Array): Promise<Response> {
  const headers = { "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
  return ask(ctx, "PATCH", path, headers, part);
}

async function upload(ctx: Ctx, bytes: Buffer, name?: string): Promise<Response> {
  return send(ctx, await begin(ctx, bytes.length, name), 0, bytes);
}

async function rowOf({ db }: Scene, answer: Response) {
  const [row] = await db
    .select()
    .from(pictures)
    .where(eq(pictures.id, answer.headers.get("x-picture-id") ?? ""));
  return row;
}

describe("an upload", () => {
  test("becomes a picture with its last byte, its original untouched and its files ordered", async ({
    scene,
  }) => {
    const bytes = await picture();
    const answer = await upload(scene.as(scene.newsroom.rawa), bytes);
    expect(answer.status).toBe(204);
    const row = await rowOf(scene, answer);
    expect(row).toMatchObject({
      state: "processing",
      format: "jpeg",
      width: 60,
      height: 40,
      rights: "unknown",
    });
    expect(row?.uploadedBy).toBe(scene.newsroom.rawa.personId);
    expect(await store.read(row?.originalKey ?? "")).toEqual(bytes);
    const [order] = await scene.db.select().from(outbox).where(eq(outbox.job, "renditions"));
    expect(order?.payload).toEqual({ pictureId: row?.id, edition: 1 });
    const [event] = await scene.db.select().from(events).where(eq(events.act, "picture.added"));
    expect(event).toMatchObject({ subjectId: row?.id, actorName: "Rawa Aziz" });
    expect(readdirSync(uploadsFolder(dataDir)).filter((name) => !name.endsWith(".done"))).toEqual([]);
  });

  test("goes on where it broke off, and says again what it became when the answer got lost", async ({
    scene,
  }) => {
    const ctx = scene.as(scene.newsroom.rawa);
    const bytes = await picture();
    const path = await begin(ctx, bytes.length);
    await send(ctx, path, 0, bytes.subarray(0, 100));
    const asked = await ask(ctx, "HEAD", path);
    expect(asked.headers.get("upload-offset")).toBe("100");
    expect(asked.headers.get("x-picture-id")).toBeNull();
    const answer = await send(ctx, path, 100, bytes.subarray(100));
    const again = await ask(ctx, "HEAD", path);
    expect(again.headers.get("upload-offset")).toBe(String(bytes.length));
    expect(again.headers.get("x-picture-id")).toBe(answer.headers.get("x-picture-id"));
  });

  test("of the same bytes is the picture that is here already, unless that one was pulled", async ({
    scene,
  }) => {
    const { rawa, shilan } = scene.newsroom;
    const bytes = await picture();
    const first = await upload(scene.as(rawa), bytes);
    const second = await upload(scene.as(shilan), bytes, "other.jpg");
    expect(first.headers.get("x-picture-known")).toBeNull();
    expect(second.headers.get("x-picture-known")).toBe("1");
    expect(second.headers.get("x-picture-id")).toBe(first.headers.get("x-picture-id"));
    const id = first.headers.get("x-picture-id") ?? "";
    await scene.db.update(pictures).set({ pulledAt: new Date() }).where(eq(pictures.id, id));
    const third = await upload(scene.as(rawa), bytes);
    expect(third.headers.get("x-picture-id")).not.toBe(id);
  });

  test("of anything but a picture is refused in a sentence, whatever its name says, and leaves nothing", async ({
    scene,
  }) => {
    const ctx = scene.as(scene.newsroom.rawa);
    const before = await scene.db.select().from(pictures);
    const originals = async () => {
      let count = 0;
      for await (const _ of store.list("originals")) count += 1;
      return count;
    };
    const kept = await originals();
    const wrong: [string | Buffer, RegExp][] = [
      ['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', /SVG drawing/],
      ["<!doctype html><html><body>hello</body></html>", /web page/],
      ["%PDF-1.7\n1 0 obj <<>> endobj", /PDF/],
      ["just words", /isn't a picture/],
      [(await picture()).subarray(0, 40), /damaged|isn't a picture/],
      [await picture(3_000, 2_000), /3000 × 2000 pixels/],
    ];
    for (const [bytes, sentence] of wrong) {
      const answer = await upload(ctx, Buffer.from(bytes), "innocent.jpg");
      expect(answer.status).toBe(415);
      expect(answer.headers.get("content-type")).toContain("application/json");
      expect((await answer.json()).message).toMatch(sentence);
    }
    expect(await scene.db.select().from(pictures)).toEqual(before);
    expect(await originals()).toBe(kept);
    expect(readdirSync(uploadsFolder(dataDir)).filter((name) => !name.endsWith(".done"))).toEqual([]);
  });

  test("that says it is too large is refused before a byte of it is taken", async ({ scene }) => {
    const ctx = scene.as(scene.newsroom.rawa);
    const answer = await ask(ctx, "POST", UPLOAD_PATH, { "Upload-Length": "200001" });
    expect(answer.status).toBe(413);
    expect((await answer.json()).message).toContain("0.2 MB");
  });

  test("isn't begun while too much of the same person's hasn't arrived; a colleague's is", async ({
    scene,
  }) => {
    const { rawa, dilan } = scene.newsroom;
    const begun = [];
    for (let count = 0; count < 10; count++) begun.push(await begin(scene.as(rawa), 200_000));
    const refused = await ask(scene.as(rawa), "POST", UPLOAD_PATH, { "Upload-Length": "10" });
    expect([refused.status, await refused.text()]).toEqual([
      429,
      expect.stringContaining("hasn't arrived yet"),
    ]);
    const hers = await begin(scene.as(dilan), 200_000);
    await ask(scene.as(rawa), "DELETE", begun[0] ?? "");
    begun.push(await begin(scene.as(rawa), 200_000));
    await ask(scene.as(dilan), "DELETE", hers);
    for (const path of begun.slice(1)) await ask(scene.as(rawa), "DELETE", path);
  });

  test("belongs to whoever began it, and needs the right to add pictures", async ({ scene }) => {
    const { rawa, shilan } = scene.newsroom;
    const path = await begin(scene.as(rawa), 500);
    for (const method of ["HEAD", "DELETE"]) {
      expect((await ask(scene.as(shilan), method, path)).status, method).toBe(404);
    }
    expect((await send(scene.as(shilan), path, 0, Buffer.alloc(500))).status).toBe(404);
    const reader = { ...shilan, grants: [{ deskId: null, permissions: ["story.read" as const] }] };
    await expect(begin(scene.as(reader), 500)).rejects.toThrow("can't add pictures");
  });

  test("with an odd name lands in the store and nowhere else, and is shown as a plain line", async ({
    scene,
  }) => {
    const ctx = scene.as(scene.newsroom.rawa);
    const outside = () =>
      readdirSync(dataDir, { recursive: true })
        .map(String)
        .filter(
          (name) => !/^(?:media(?:\/originals.*)?|uploads(?:\/[0-9a-f]{32}(?:\.done|\.json)?)?)$/.test(name),
        );
    const odd = [
      "../../etc/cron.d/x",
      "..\\..\\x.jpg",
      "a\0b.jpg",
      "CON",
      "/",
      "..",
      "\u202egpj.exe",
      "x".repeat(300),
    ];
    for (const name of odd) {
      const row = await rowOf(scene, await upload(ctx, await picture(), name));
      expect(row?.fileName).not.toMatch(/[/\\\0\u202e]|^\.*$/);
      expect([...(row?.fileName ?? "")].length).toBeLessThanOrEqual(150);
      expect(row?.originalKey).toMatch(/^originals\/[0-9a-f]{2}\/[0-9a-f]{32}$/);
    }
    expect(outside()).toEqual([]);
  });
});
