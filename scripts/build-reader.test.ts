import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { FACES, facesOf } from "#components/reader/faces.ts";
import { ARABIC_FACES, dressName, LATIN_FACES, OUR_FACES, type Script } from "#domain/brand/faces.ts";
import { unicodeRange } from "./build-reader.ts";
import { lettersIn } from "./letters-in-font.ts";

const root = join(import.meta.dirname, "..");
const fonts = join(root, "public/fonts");
type Dress = { css: string; hash: string; preload: string[] };
let manifest: Record<Script, Dress> & { fonts: Record<string, string> };

beforeAll(() => {
  execFileSync(process.execPath, ["--no-warnings", join(import.meta.dirname, "build-reader.ts")], {
    stdio: "inherit",
  });
  manifest = JSON.parse(readFileSync(join(root, ".build/reader/manifest.json"), "utf8"));
});

const fileOf = (name: string) => readFileSync(join(fonts, manifest.fonts[name] ?? name));
/** What the faces of these names draw together. */
const drawn = (...names: string[]) => new Set(names.flatMap((name) => [...lettersIn(fileOf(name))]));
const lacking = (text: string, letters: Set<string>) =>
  [...new Set(text)].filter((letter) => !letters.has(letter));

const SORANI = "ئابپتجچحخدرزڕژسشعغفڤقکگلڵمنهەوۆیێھءأ";
const ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئ";
const HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670";
const DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹";
const SAMPLE = "Talks in Sulaimani end without agreement, 12 March 2026";
const MARKS = "،؛؟٪٫٬«»…–—()[]:.!\u200c\u0640";

describe("the typefaces that readers get", () => {
  test.each([
    ["headlines", ["vazir", "vazir-digits", "vazir-latin"]],
    ["text", ["naskh", "naskh-digits", "naskh-latin"]],
    ["bold text", ["naskh-bold", "naskh-latin"]],
  ])("%s of Arabic and Kurdish pages have every letter, both sets of digits and the marks", (_, names) => {
    expect(lacking(SORANI + ARABIC + HARAKAT + DIGITS + MARKS, drawn(...names))).toEqual([]);
    expect(lacking("Reuters, WHO & esta.krd/en?x=1", drawn(...names))).toEqual([]);
  });

  test("English text has the names of its neighbours", () => {
    const text = "Şilan Ömer, Çiya Êzdîn, Erdoğan, İzmir, ıssız, naïve café — “£5”, ‘€6’ … §½";
    expect(lacking(text, drawn("serif", "serif-rest"))).toEqual([]);
    expect(lacking(text, drawn("serif-bold", "serif-rest"))).toEqual([]);
    expect(lacking("Šárka Łódź Ōe", drawn("serif", "serif-rest"))).toEqual([]);
  });

  test("a Kurdish paragraph with numbers needs nothing that its page doesn't preload", () => {
    const first = facesOf("arabic", OUR_FACES.arabic)
      .filter(({ preload }) => preload)
      .map(({ name }) => name);
    const text = "هەولێر — لە 12ی کانوونی دووەمی 2026، کاتژمێر 21:31 (٪50)… «بەڵێ!»";
    for (const family of ["naskh", "vazir"]) {
      expect(lacking(text, drawn(...first.filter((name) => name.startsWith(family)))), family).toEqual([]);
    }
  });

  test("each file draws every letter that its page asks of it", () => {
    for (const face of FACES) expect(lacking(face.letters, drawn(face.name)), face.name).toEqual([]);
  });

  test.each([
    ["latin", 40],
    ["arabic", 45],
  ] as const)("a %s page preloads at most %d KB", (script, most) => {
    const bytes = manifest[script].preload.map((path) => statSync(join(root, "public", path)).size);
    expect(bytes.length).toBeGreaterThan(1);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most * 1024);
  });

  test.each([
    ["latin", LATIN_FACES, `${SAMPLE} Şilan Erdoğan “£5”`, 40],
    ["arabic", ARABIC_FACES, SORANI + ARABIC + HARAKAT + DIGITS + MARKS, 62],
  ] as const)(
    "whatever an outlet sets its %s pages in, every letter is drawn",
    (script, faces, text, most) => {
      for (const [head, body] of faces.flatMap((one) => faces.map((other) => [one, other] as const))) {
        const worn = facesOf(script, { head, text: body });
        for (const family of ["Text", "Head"] as const) {
          const behind = family === "Text" ? ["Text", "Rest"] : ["Head", "Text", "Rest"];
          const names = worn.filter((face) => behind.includes(face.family)).map(({ name }) => name);
          expect(lacking(text, drawn(...names)), `${head} over ${body}: ${family}`).toEqual([]);
        }
        const dress = manifest[dressName(script, { head, text: body }) as Script];
        const bytes = dress.preload.map((path) => statSync(join(root, "public", path)).size);
        expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(most * 1024);
        const css = readFileSync(join(root, ".build/reader", dress.css), "utf8");
        const asked = [...css.matchAll(/url\(\/fonts\/([^)]+)\)/g)].map(([, file]) => file);
        expect(asked.length).toBeGreaterThan(3);
        for (const path of dress.preload) expect(asked).toContain(path.slice("/fonts/".length));
      }
    },
  );

  test("the licence of each typeface lies beside it", () => {
    for (const { source } of FACES) {
      expect(readFileSync(join(fonts, `OFL-${source.split("/")[0]}.txt`), "utf8")).toContain(
        "SIL OPEN FONT LICENSE",
      );
    }
  });
});

describe("the stylesheet that every page carries", () => {
  test.each(["latin", "arabic"] as const)("%s: small, logical, and nothing from elsewhere", (script) => {
    const css = readFileSync(join(root, ".build/reader", manifest[script].css), "utf8");
    expect(css.length).toBeLessThan(20_000);
    expect(css).not.toMatch(
      /(?:margin|padding|border)-(?:left|right)|text-align:(?:left|right)|[;{](?:left|right):/,
    );
    expect(css).not.toMatch(/https?:|@import|expression/);
    expect(css).not.toContain("</");
  });
});

test("neighbouring letters become one range", () => {
  expect(unicodeRange("cabz")).toBe("U+61-63,U+7a");
});
