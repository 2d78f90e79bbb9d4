/** What a story takes over when a picture is put into it: everything filled in, all of it the writer's to change. */
import type { PictureUse } from "#db/shapes.ts";
import { creditLine } from "#domain/pictures/credit.ts";
import type { PictureLine } from "#domain/pictures/list.ts";
import type { Language } from "#domain/vocabulary.ts";

export type PickedPicture = { use: PictureUse; picture: PictureLine };

export function pickedIn(picture: PictureLine, language: Language): PickedPicture {
  return {
    picture,
    use: {
      pictureId: picture.id,
      caption: picture.description,
      credit: creditLine(picture, language),
      alt: picture.altText,
      decorative: false,
      crop: "full",
    },
  };
}
