/**
 * Hangs pictures in a printed body. A publication is kept for ever with marks in their places
 * (blocks/figure-mark.ts); which files a picture has today, and whether it may be shown at all,
 * is the caller's to look up, once for all pictures of a page, and to hand in here.
 *
 * Readers' pages have a policy against style attributes: places are kept free by `width` and
 * `height`, and the colour that stands there until the picture comes is an SVG's own attribute.
 */
import type { PrintablePicture, RenditionFile } from "#db/shapes.ts";
import { readerWords } from "../languages/reader-words.ts";
import { saidOf } from "../pictures/instead.ts";
import { type CropName, LANGUAGES, type Language, type PictureSize } from "../vocabulary.ts";
import { type FigureMark, type GalleryMark, replaceMarks } from "./blocks/figure-mark.ts";
import { escapeHtml, text } from "./render-html.ts";

/** `mediaBase` has no slash at its end: "/media" on a page, "https://news.example/media" in a feed. */
export type HangOptions = { language: Language; mediaBase: string; mode: "page" | "feed" };

/** How wide a picture is shown, as CSS `sizes`; held together with components/reader/figure.css. */
const SIZES: Readonly<Record<PictureSize, string>> = {
  small: "(min-width: 45rem) 18rem, calc(100vw - 2rem)",
  text: "(min-width: 45rem) 41rem, calc(100vw - 2rem)",
  wide: "(min-width: 76rem) 56rem, (min-width: 60rem) calc(92vw - 15rem), calc(100vw - 2rem)",
};
const SIZES_IN_GALLERY = "(min-width: 45rem) 30rem, 84vw";

/** Of one `<img>` for all readers, as in a feed: sharp on a laptop, not heavy on a phone. */
const ONE_FILE_WIDTH = 1200;
const FALLBACK_WIDTH = 800;

type Cut = { crop: CropName; files: readonly RenditionFile[] };

/** The files of a cut, narrow ones first; of the whole picture where that cut was never made. */
function filesOf(picture: PrintablePicture, crop: CropName): Cut {
  const inCrop = (name: CropName) =>
    picture.files.filter((file) => file.crop === name).toSorted((a, b) => a.width - b.width);
  const cut = inCrop(crop);
  return cut.length > 0 ? { crop, files: cut } : { crop: "full", files: inCrop("full") };
}

/** The first that is wide enough, else the widest; JPEG, which everything that shows pictures can read. */
function jpegNear(files: readonly RenditionFile[], width: number): RenditionFile | undefined {
  const jpegs = files.filter(({ format }) => format === "jpeg");
  return jpegs.find((file) => file.width >= width) ?? jpegs.at(-1);
}

function source(
  format: RenditionFile["format"],
  files: readonly RenditionFile[],
  print: PictureOptions,
): string {
  const srcset = srcsetOf(format, files, print);
  if (srcset === "") return "";
  return `<source type="image/${format}" srcset="${escapeHtml(srcset)}" sizes="${escapeHtml(print.sizes)}">`;
}

function srcsetOf(
  format: RenditionFile["format"],
  files: readonly RenditionFile[],
  { mediaBase }: PictureOptions,
): string {
  const set = files.filter((file) => file.format === format);
  return set.map(({ name, width }) => `${mediaBase}/${name} ${width}w`).join(", ");
}

/** What a page's head says of the picture that a reader sees first, so that it is asked for before anything else. */
export type Hastened = { type: string; href: string; srcset: string; sizes: string };

/** What most phones take: for a browser that reads a hint's address but not its choice of sizes. */
const PHONE_WIDTH = 640;

/**
 * The best format of a picture, as `pictureHtml` offers it first. A browser that can't read it
 * passes the hint over and asks when it comes to the picture. Null: it has no such file.
 */
export function hastened(picture: PrintablePicture, print: PictureOptions): Hastened | null {
  const { files } = filesOf(picture, print.crop);
  for (const format of ["avif", "webp"] as const) {
    const set = files.filter((file) => file.format === format);
    const usual = set.find(({ width }) => width >= PHONE_WIDTH) ?? set.at(-1);
    if (usual === undefined) continue;
    const href = `${print.mediaBase}/${usual.name}`;
    return { type: `image/${format}`, href, srcset: srcsetOf(format, files, print), sizes: print.sizes };
  }
  return null;
}

export type PictureOptions = {
  mediaBase: string;
  crop: CropName;
  /** "" for a picture that says nothing. */
  alt: string;
  /** CSS `sizes`: how wide it is shown. */
  sizes: string;
  /** "first" for the one picture that a reader sees first; every other waits until it is near. */
  loading: "first" | "later";
};

/**
 * A picture without its caption: `<span class="frame">` with the colour that keeps its place and
 * a `<picture>` with every format and width. "" where it has no file that can be shown.
 */
export function pictureHtml(picture: PrintablePicture, print: PictureOptions): string {
  const { files } = filesOf(picture, print.crop);
  const shown = jpegNear(files, FALLBACK_WIDTH);
  if (!shown) return "";
  const haste = print.loading === "first" ? 'fetchpriority="high"' : 'loading="lazy"';
  const widest = files.at(-1) ?? shown;
  return (
    `<span class="frame">${standIn(picture.colour)}<picture>` +
    `${source("avif", files, print)}${source("webp", files, print)}${source("jpeg", files, print)}` +
    `<img src="${escapeHtml(`${print.mediaBase}/${shown.name}`)}" width="${widest.width}" height="${widest.height}"` +
    ` alt="${escapeHtml(print.alt)}" ${haste} decoding="async"></picture></span>`
  );
}

function standIn(colour: string): string {
  if (!/^#[0-9a-f]{3,8}$/i.test(colour)) return "";
  return `<svg viewBox="0 0 1 1" preserveAspectRatio="none" fill="${colour}" aria-hidden="true"><path d="M0 0h1v1H0z"/></svg>`;
}

/** One file for all, by its whole address: feed readers know no `<picture>` and drop what they don't know. */
function oneFile(picture: PrintablePicture, { crop, alt, mediaBase }: PictureOptions): string {
  const file = jpegNear(filesOf(picture, crop).files, ONE_FILE_WIDTH);
  if (!file) return "";
  const { name, width, height } = file;
  return `<img src="${escapeHtml(`${mediaBase}/${name}`)}" width="${width}" height="${height}" alt="${escapeHtml(alt)}">`;
}

/** What stands under a picture: `caption` is HTML, the credit gets its brackets here. */
export function captionHtml(caption: string, credit: string, language: Language): string {
  if (caption === "" && credit === "") return "";
  const { direction } = LANGUAGES[language];
  const by = credit === "" ? "" : `<span class="credit">(${text(credit, direction)})</span>`;
  return `<figcaption>${[caption, by].filter((part) => part !== "").join(" ")}</figcaption>`;
}

/** A caption from a plain field (a lead picture's) as HTML. */
export function captionText(caption: string, language: Language): string {
  return text(caption.trim(), LANGUAGES[language].direction);
}

type Pictures = ReadonlyMap<string, PrintablePicture>;

function figure(mark: FigureMark, pictures: Pictures, options: HangOptions, sizes: string): string {
  const picture = pictures.get(mark.pictureId);
  if (!picture) return "";
  const { mediaBase, mode, language } = options;
  const said = saidOf(mark, picture.instead, language);
  const alt = said.decorative ? "" : said.alt;
  const print = { mediaBase, crop: mark.crop, alt, sizes, loading: "later" as const };
  const image = mode === "feed" ? oneFile(picture, print) : pictureHtml(picture, print);
  if (image === "") return "";
  const dress = mode === "feed" ? "" : ` class="pic${mark.size === "text" ? "" : ` pic-${mark.size}`}"`;
  return `<figure${dress}${mark.attributes}>${image}${captionHtml(said.caption, said.credit, language)}</figure>`;
}

/** A row to wipe through; of one picture that is left a picture like any other. */
function gallery(mark: GalleryMark, pictures: Pictures, options: HangOptions): string {
  const present = mark.pictures.filter(({ pictureId }) => pictures.has(pictureId));
  if (present.length < 2 || options.mode === "feed") {
    return present.map((one) => figure(one, pictures, options, SIZES[one.size])).join("");
  }
  const figures = present.map((one) => figure({ ...one, size: "text" }, pictures, options, SIZES_IN_GALLERY));
  const name = readerWords(options.language).gallery;
  return `<div class="gallery" role="group" aria-label="${escapeHtml(name)}" tabindex="0"${mark.attributes}>${figures.join("")}</div>`;
}

/**
 * A printed body with its pictures in their places. One that isn't in `pictures` (pulled, not
 * ready, never here) leaves nothing behind, and of a gallery the others stay.
 */
export function hangPictures(html: string, pictures: Pictures, options: HangOptions): string {
  return replaceMarks(html, {
    figure: (mark) => figure(mark, pictures, options, SIZES[mark.size]),
    gallery: (mark) => gallery(mark, pictures, options),
  });
}

/** Ids of the pictures that a printed body names, in reading order, each once. */
export function picturesNamedIn(html: string): string[] {
  const named = new Set<string>();
  replaceMarks(html, {
    figure: ({ pictureId }) => {
      named.add(pictureId);
      return "";
    },
    gallery: ({ pictures }) => {
      for (const { pictureId } of pictures) named.add(pictureId);
      return "";
    },
  });
  return [...named];
}
