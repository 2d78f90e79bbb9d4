/**
 * Makes what reader pages are dressed in: one small stylesheet per script, minified, with its
 * typefaces cut to the letters that each page needs. Writes the folder that it is given, or
 * `.build/reader/` (read once by server/press.ts), and `public/fonts/` (served for ever under
 * hashed names, and so shared by all builds). Files that are
 * already there are not cut again. Files of earlier builds stay: pages in caches still ask for them.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { FACES, type Face, facesOf, familiesOf } from "#components/reader/faces.ts";
import { ARABIC_FACES, dressName, LATIN_FACES, OUR_FACES, type Script } from "#domain/brand/faces.ts";
import { cutCardFaces } from "./cut-card-faces.ts";

const root = join(import.meta.dirname, "..");
const packages = join(root, "node_modules/@fontsource-variable");
const TAILWIND = join(root, "node_modules/@tailwindcss/cli/dist/index.mjs");
const fontsOut = join(root, "public/fonts");
const islandsOut = join(root, "public/islands");

/** In the order of the cascade. */
const STYLES = [
  "reader.css",
  "masthead.css",
  "front.css",
  "lists.css",
  "story.css",
  "figure.css",
  "share.css",
  "print.css",
];

/** Arabic script needs every layout feature to join its letters; Latin needs these. */
const LATIN_FEATURES = ["kern", "liga", "tnum"];

const hashOf = (...parts: (string | Buffer)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex").slice(0, 10);
};

type Cut = { face: Face; file: string };

/** Named by what goes in, so that nothing is cut twice; the name is the cache key of readers too. */
async function cut(face: Face): Promise<Cut> {
  const source = readFileSync(join(packages, face.source));
  const { letters, axes, pages } = face;
  const file = `${face.name}.${hashOf(source, JSON.stringify({ letters, axes, pages }))}.woff2`;
  const target = join(fontsOut, file);
  if (!existsSync(target)) {
    const options = pages.includes("latin") ? { keepFeatures: LATIN_FEATURES } : {};
    const made = await subsetFont(source, letters, {
      targetFormat: "woff2",
      noHinting: true,
      variationAxes: axes,
      ...options,
    });
    putInPlace(target, made);
  }
  return { face, file };
}

/** One after the other where two are cut alike: the second then finds the file. */
async function cutAll(): Promise<Cut[]> {
  const byName = Map.groupBy(FACES, ({ name }) => name);
  const rows = await Promise.all(
    [...byName.values()].map(async (alike) => {
      const made: Cut[] = [];
      for (const face of alike) made.push(await cut(face));
      return made;
    }),
  );
  const cuts = rows.flat();
  return FACES.flatMap((face) => cuts.filter((made) => made.face === face));
}

/** Every dress that an outlet may choose: each script's headlines and text in each of its typefaces. */
function choices(script: Script): { head: string; text: string }[] {
  const faces: readonly string[] = script === "latin" ? LATIN_FACES : ARABIC_FACES;
  return faces.flatMap((head) => faces.map((text) => ({ head, text })));
}

/** "U+20-7e,U+a0": a page fetches the file only when it prints one of these. */
export function unicodeRange(letters: string): string {
  const points = [...new Set([...letters].map((letter) => letter.codePointAt(0) ?? 0))].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point: number) => point.toString(16);
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(",");
}

function fontFace({ face, file }: { face: Face; file: string }): string {
  return `@font-face{font-family:${face.family};src:url(/fonts/${file})format("woff2");font-weight:${face.weight};font-style:${face.style};font-display:swap;unicode-range:${unicodeRange(face.letters)}${face.sizeAdjust ? `;size-adjust:${face.sizeAdjust}` : ""}}`;
}

function minify(css: string, name: string, readerOut: string): string {
  // Two builds may run at once (tests, a start): each writes its own file and puts it in place whole.
  const source = join(readerOut, `${name}.${process.pid}.source.css`);
  const made = join(readerOut, `${name}.${process.pid}.css`);
  writeFileSync(source, css);
  execFileSync(process.execPath, [TAILWIND, "--input", source, "--output", made, "--minify"], {
    stdio: "pipe",
  });
  // The licence banner of the CLI is no use to a reader's browser.
  const small = readFileSync(made, "utf8")
    .replace(/^\/\*![^*]*\*\/\s*/, "")
    .trim();
  rmSync(source);
  rmSync(made);
  return small;
}

function putInPlace(target: string, content: string | Buffer): void {
  const draft = `${target}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, target);
}

/** Each named by what it says, so that a page of an earlier build goes on finding its own. */
async function bundleIsland(name: string): Promise<string> {
  const { build: bundle } = await import("esbuild");
  const { outputFiles } = await bundle({
    entryPoints: [join(root, "components/reader/islands", `${name}.ts`)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    write: false,
  });
  const [code] = outputFiles;
  if (!code) throw new Error(`${name} came to nothing`);
  const file = `${name}.${hashOf(code.text)}.js`;
  putInPlace(join(islandsOut, file), code.text);
  return `/islands/${file}`;
}

function keepLicences(): void {
  for (const name of new Set(FACES.map((face) => face.source.split("/")[0] ?? ""))) {
    copyFileSync(join(packages, name, "LICENSE"), join(fontsOut, `OFL-${name}.txt`));
  }
}

async function build(readerOut: string): Promise<void> {
  mkdirSync(fontsOut, { recursive: true });
  mkdirSync(islandsOut, { recursive: true });
  mkdirSync(readerOut, { recursive: true });
  const cuts = await cutAll();
  await cutCardFaces(join(readerOut, "cards"));
  keepLicences();

  const styles = STYLES.map((name) => readFileSync(join(root, "components/reader", name), "utf8")).join("\n");
  const fallbacks = readFileSync(join(root, "components/reader/fallbacks.css"), "utf8");
  const shared = {
    latin: minify(fallbacks + styles, "latin", readerOut),
    arabic: minify(styles, "arabic", readerOut),
  };
  const dress = (script: Script, choice: { head: string; text: string }) => {
    const worn = facesOf(script, choice);
    const own = cuts.filter(({ face }) => worn.includes(face));
    const css = own.map(fontFace).join("") + shared[script] + familiesOf(script, choice);
    const hash = createHash("sha256").update(css).digest("base64");
    const preload = [...new Set(own.filter(({ face }) => face.preload).map(({ file }) => `/fonts/${file}`))];
    const file = `${dressName(script, choice)}.${hashOf(css)}.css`;
    putInPlace(join(readerOut, file), css);
    return { css: file, hash: `sha256-${hash}`, preload };
  };
  const fonts = Object.fromEntries(cuts.map(({ face, file }) => [face.name, file]));
  const dresses = (["latin", "arabic"] as const).flatMap((script) =>
    choices(script).map((choice) => [dressName(script, choice), dress(script, choice)] as const),
  );
  const ours = { latin: dress("latin", OUR_FACES.latin), arabic: dress("arabic", OUR_FACES.arabic) };
  const islands = { share: await bundleIsland("share") };
  const manifest = { ...ours, ...Object.fromEntries(dresses), fonts, islands };
  putInPlace(join(readerOut, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

// A build names a folder of its own: making one must not change what a running newsroom wears.
if (import.meta.main) await build(join(root, process.argv[2] ?? ".build/reader"));
