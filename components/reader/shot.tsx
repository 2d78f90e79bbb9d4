import { pictureHtml } from "#domain/document/figure.ts";
import { leadPictureOf } from "#domain/publications/lead-picture.ts";
import type { ListedStory } from "#domain/publications/reader-records.ts";
import type { CropName } from "#domain/vocabulary.ts";
import { HungPicture } from "./raw.tsx";
import { mediaBase, type Sheet } from "./sheet.ts";

type Props = {
  sheet: Sheet;
  story: Pick<ListedStory, "printed" | "picture" | "language">;
  crop: CropName;
  /** CSS `sizes`: how wide it is shown. */
  sizes: string;
  /** "first" for the one picture that a reader sees first. */
  loading?: "first" | "later";
};

/** A story's picture beside its headline, which says what it is: there it has no text of its own. */
export function Shot({ sheet, story, crop, sizes, loading = "later" }: Props) {
  const lead = leadPictureOf(story);
  if (lead === null) return null;
  const html = pictureHtml(lead.printable, { mediaBase: mediaBase(sheet), crop, alt: "", sizes, loading });
  return html === "" ? null : <HungPicture html={html} />;
}
