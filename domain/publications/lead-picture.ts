import type { PictureUse, PrintablePicture } from "#db/shapes.ts";
import type { ListedStory } from "./reader-records.ts";

/** The picture over a story as it may be shown today. */
export type LeadPicture = Omit<PictureUse, "pictureId"> & { printable: PrintablePicture };

/** Null: it has none, or it was pulled. One that another replaced is credited to that one's author. */
export function leadPictureOf({
  printed,
  picture,
}: Pick<ListedStory, "printed" | "picture">): LeadPicture | null {
  if (!printed.lead || !picture?.printable) return null;
  const { caption, alt, decorative, crop } = printed.lead;
  const own = picture.isReplaced ? "" : printed.lead.credit.trim();
  return {
    ...{ caption: caption.trim(), credit: own || picture.credit, crop, decorative },
    alt: decorative ? "" : alt.trim(),
    printable: picture.printable,
  };
}
