import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { inChild } from "#server/pictures/in-child.ts";
import type { RenderOrder } from "#server/pictures/orders.ts";
import { randomFrom } from "../exam/random.ts";
import type { OddFile } from "./good-files.ts";
import { isUpright, keepsCredit, secretsIn, withEverythingKept } from "./judge.ts";
import { fewOddFiles } from "./odd-files.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-odd-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The public files of one, or the sentence with which it was refused. */
async function made({ bytes, expected }: OddFile, at: number): Promise<Buffer[] | string> {
  const file = join(folder, `${at}`);
  writeFileSync(file, bytes);
  const looked = await inChild({ task: "look", file, maxPixels: 120_000_000 });
  if ("refused" in looked) return looked.refused;
  const { author, credit, source, description } = looked.done.words;
  if (typeof expected === "object" && expected?.caption) expect(description).toBe(expected.caption);
  const plain = { rotation: 0, blurs: [], focal: null, crops: {}, author, credit, source };
  const order: RenderOrder = {
    task: "render",
    file,
    folder,
    maxPixels: 120_000_000,
    which: "first",
    ...plain,
  };
  const answer = await inChild(order);
  if ("refused" in answer) return answer.refused;
  const { files } = answer.done;
  return files.filter(({ crop }) => crop === "full").map(({ name }) => readFileSync(join(folder, name)));
}

it("odd files come out upright and with their credit, without a secret, or are refused in a sentence", async () => {
  const wrong: string[] = [];
  let looked = 0;
  for (const [at, odd] of (await fewOddFiles(randomFrom(20_260_112))).entries()) {
    const files = await made(odd, at);
    const { expected, name } = odd;
    if (typeof files === "string") {
      if (!/^[A-Z].*\.$/.test(files)) wrong.push(`${name}: no sentence: ${files}`);
      if (expected !== null && expected !== "either") wrong.push(`${name}: refused: ${files}`);
      continue;
    }
    if (expected === null) wrong.push(`${name}: was taken`);
    for (const bytes of files) {
      looked += 1;
      for (const secret of await secretsIn(bytes)) wrong.push(`${name}: ${secret}`);
      if (expected === null || expected === "either") continue;
      if (expected.hasCorners && !(await isUpright(bytes))) wrong.push(`${name}: not upright`);
      if (!(await keepsCredit(bytes, expected))) wrong.push(`${name}: credit lost`);
    }
  }
  expect(wrong).toEqual([]);
  expect(looked).toBeGreaterThan(20);
}, 120_000);

it("the same eyes find what a careless lab would let out", async () => {
  const [jpeg] = (await fewOddFiles(randomFrom(1))).filter(({ name }) => / jpeg,/.test(name));
  const found = await secretsIn(await withEverythingKept(jpeg?.bytes ?? Buffer.alloc(0)));
  expect(found.join()).toMatch(/OWNERCANARY/);
  expect(found.join()).toMatch(/place in fractions|GPSLatitude|gps/);
});
