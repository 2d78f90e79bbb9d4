/**
 * The typefaces of share cards, each as one TrueType file of one weight: what draws the cards reads
 * neither WOFF2 nor the pieces that browsers fetch. Nothing else of the machine's is used, so a
 * card looks the same wherever it is made. `letters.txt` has every letter that they can draw.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { lettersIn } from "./letters-in-font.ts";

const packages = join(import.meta.dirname, "../node_modules/@fontsource-variable");

const SERIF = { wght: 640, opsz: 44 };
// biome-ignore format: a table is read by its columns
const FACES: readonly [name: string, source: string, axes: Record<string, number>][] = [
  ["serif", "source-serif-4/files/source-serif-4-latin-opsz-normal", SERIF],
  ["serif-rest", "source-serif-4/files/source-serif-4-latin-ext-opsz-normal", SERIF],
  ["inter", "inter/files/inter-latin-wght-normal", { wght: 550 }],
  ["inter-rest", "inter/files/inter-latin-ext-wght-normal", { wght: 550 }],
  ["inter-bold", "inter/files/inter-latin-wght-normal", { wght: 720 }],
  ["inter-bold-rest", "inter/files/inter-latin-ext-wght-normal", { wght: 720 }],
  ["vazir", "vazirmatn/files/vazirmatn-arabic-wght-normal", { wght: 550 }],
  ["vazir-latin", "vazirmatn/files/vazirmatn-latin-wght-normal", { wght: 550 }],
  ["vazir-bold", "vazirmatn/files/vazirmatn-arabic-wght-normal", { wght: 750 }],
  ["vazir-bold-latin", "vazirmatn/files/vazirmatn-latin-wght-normal", { wght: 750 }],
  ["naskh", "noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal", { wght: 700 }],
  ["naskh-latin", "noto-naskh-arabic/files/noto-naskh-arabic-latin-wght-normal", { wght: 700 }],
];

export async function cutCardFaces(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const all = new Set<string>();
  for (const [name, source, variationAxes] of FACES) {
    const file = readFileSync(join(packages, `${source}.woff2`));
    const letters = [...lettersIn(file)];
    for (const letter of letters) all.add(letter);
    const made = await subsetFont(file, letters.join(""), { targetFormat: "truetype", variationAxes });
    writeFileSync(join(folder, `${name}.ttf`), made);
  }
  writeFileSync(join(folder, "letters.txt"), [...all].sort().join(""));
}

if (import.meta.main) await cutCardFaces(join(process.cwd(), process.argv[2] ?? ".build/reader/cards"));
