import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inChild } from "./in-child.ts";
import type { RenderOrder } from "./orders.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-child-"));
const file = join(folder, "in", "picture");
const order: RenderOrder = {
  ...{ task: "render", file, folder: join(folder, "out"), maxPixels: 120_000_000, which: "first" },
  ...{ rotation: 0, blurs: [], focal: null, crops: {}, author: "", credit: "", source: "" },
};
const limits = { seconds: 60, memoryMb: 900, isUrgent: true };

beforeAll(async () => {
  for (const name of ["in", "out"]) mkdirSync(join(folder, name));
  const grain = { width: 3_000, height: 2_000, channels: 3, background: "#777" } as const;
  const picture = sharp({ create: { ...grain, noise: { type: "gaussian", mean: 128, sigma: 40 } } } as never);
  writeFileSync(file, await picture.png({ compressionLevel: 1 }).toBuffer());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the process that opens a picture", () => {
  it("is ended when it takes too long or too much, and the picture is refused in a sentence", async () => {
    expect(await inChild(order, { ...limits, seconds: 0.3 })).toEqual({
      refused: expect.stringContaining("takes too long"),
    });
    expect(await inChild(order, { ...limits, memoryMb: 60 })).toEqual({
      refused: expect.stringContaining("too much memory"),
    });
  });

  it("blames no picture for what is our own trouble: the job is tried again", async () => {
    const full = join(folder, "full");
    writeFileSync(full, "a file where a folder should be");
    await expect(inChild({ ...order, folder: full }, limits)).rejects.toThrow("ended with 1");
  });
});
