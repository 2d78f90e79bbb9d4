/**
 * What render-html.ts leaves where a picture stands: a comment with the picture's use. The files
 * are looked up when a page is printed (figure.ts), because a picture may be pulled or blurred
 * long after the text went out.
 *
 * Nobody can type a mark: text and attributes are escaped before they are printed, so a typed
 * "<!--" has no "<" left. And nothing in a use can end its comment early: in the JSON every <, >,
 * & and - is written as an escape.
 */
import type { CropName, PictureSize } from "../../vocabulary.ts";

export type FigureMark = {
  pictureId: string;
  size: PictureSize;
  crop: CropName;
  credit: string;
  alt: string;
  decorative: boolean;
  /** HTML, printed by render-html.ts. */
  caption: string;
  /** `id`, `dir` and `lang` as they go into a tag, with the blank before them; mostly "". */
  attributes: string;
};
export type GalleryMark = { pictures: FigureMark[]; attributes: string };

const MARK = /<!--(picture|gallery) (\{[^<>&-]*\})-->/g;

function mark(kind: "picture" | "gallery", value: FigureMark | GalleryMark): string {
  const json = JSON.stringify(value).replace(
    /[<>&-]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `<!--${kind} ${json}-->`;
}

export const markFigure = (figure: FigureMark) => mark("picture", figure);
export const markGallery = (gallery: GalleryMark) => mark("gallery", gallery);

type Printers = { figure: (mark: FigureMark) => string; gallery: (mark: GalleryMark) => string };

/** The same HTML with every mark replaced. A mark's own text is never looked through again. */
export function replaceMarks(html: string, { figure, gallery }: Printers): string {
  return html.replace(MARK, (_mark, kind: string, json: string) =>
    kind === "picture" ? figure(JSON.parse(json)) : gallery(JSON.parse(json)),
  );
}

/** HTML that begins with pictures, cut behind the last of them. */
export function afterOpeningMarks(html: string): [marks: string, rest: string] {
  const opening = /^(?:<!--(?:picture|gallery) \{[^<>&-]*\}-->)+/.exec(html)?.[0] ?? "";
  return [opening, html.slice(opening.length)];
}
