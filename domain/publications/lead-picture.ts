import type { PictureUse, PrintablePicture } from "#db/shapes.ts";
import { saidOf } from "../pictures/instead.ts";
import type { ListedStory } from "./reader-records.ts";

/** The picture over a story as it may be shown today. */
export type LeadPicture = Omit<PictureUse, "pictureId"> & { printable: PrintablePicture };

/** Null: it has none, or it was pulled. One that stands in another's place brings its own words. */
export function leadPictureOf({
  printed,
  picture,
  language,
}: Pick<ListedStory, "printed" | "picture" | "language">): LeadPicture | null {
  if (!printed.lead || !picture?.printable) return null;
  const { instead } = picture.printable;
  const { caption, credit, alt, decorative } = saidOf(printed.lead, instead, language);
  return {
    caption: caption.trim(),
    credit: credit.trim() || (instead ? "" : picture.credit),
    crop: printed.lead.crop,
    decorative,
    alt: decorative ? "" : alt.trim(),
    printable: picture.printable,
  };
}
