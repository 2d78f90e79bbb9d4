import { type Dice, goodFile, type OddFile, ORIENTATIONS } from "./good-files.ts";
import { hostileFiles } from "./hostile-files.ts";

const TURNING = ["jpeg", "jpeg progressive", "jpeg CMYK", "png", "webp"] as const;
const UPRIGHT = ["png 16 bits", "png palette", "webp lossless", "avif", "gif", "gif moving"] as const;

/** At least 200 files: every format in every orientation that it has, again with other words, and what hostile hands send. */
export async function oddFiles(dice: Dice): Promise<OddFile[]> {
  const files: OddFile[] = [];
  for (let round = 0; round < 2; round++) {
    for (const format of TURNING) {
      for (const orientation of ORIENTATIONS) files.push(await goodFile(dice, format, orientation));
    }
    for (const format of UPRIGHT) files.push(await goodFile(dice, format, 1));
  }
  for (let count = 0; count < 60; count++) {
    files.push(await goodFile(dice, TURNING[count % TURNING.length] ?? "jpeg", ORIENTATIONS[count % 8] ?? 1));
  }
  return [...files, ...(await hostileFiles())];
}

/** Some of each kind, for the tests that everybody runs. */
export async function fewOddFiles(dice: Dice): Promise<OddFile[]> {
  const files: OddFile[] = [];
  for (const [at, format] of [...TURNING, ...UPRIGHT].entries()) {
    files.push(
      await goodFile(dice, format, format.startsWith("jpeg") || format === "webp" ? ((at * 3) % 8) + 1 : 1),
    );
  }
  const hostile = await hostileFiles();
  return [...files, ...hostile.filter((_, at) => at % 4 === 0)];
}
