import { type Hastened, hastened, pictureHtml } from "#domain/document/figure.ts";
import { type LeadPicture, leadPictureOf } from "#domain/publications/lead-picture.ts";
import type { PublishedStory } from "#domain/publications/reader-records.ts";
import { HungPicture } from "./raw.tsx";
import { mediaBase, type Sheet } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

/**
 * From edge to edge on a phone, beside the margin of a wide page, with story.css. A phone of three
 * pixels to one gets two: nobody sees the third, and everybody pays for it.
 */
const SIZES = "(min-width: 76rem) 54rem, (min-width: 60rem) calc(92vw - 15rem), 74vw";

type Props = { sheet: Sheet; story: PublishedStory };

const printOf = (sheet: Sheet, { crop, alt }: LeadPicture) => ({
  ...{ mediaBase: mediaBase(sheet), crop, alt, sizes: SIZES },
  loading: "first" as const,
});

/** For the head of the story's page: the picture over it, before the typefaces. */
export function leadHastened({ sheet, story }: Props): Hastened | null {
  const lead = leadPictureOf(story);
  return lead && hastened(lead.printable, printOf(sheet, lead));
}

/** The picture over a story: the one that a reader sees first, with what it shows and whose it is. */
export function LeadFigure({ sheet, story }: Props) {
  const lead = leadPictureOf(story);
  if (lead === null) return null;
  const { printable, caption, credit } = lead;
  const html = pictureHtml(printable, printOf(sheet, lead));
  if (html === "") return null;
  return (
    <figure className="over">
      <HungPicture html={html} />
      {(caption !== "" || credit !== "") && (
        <figcaption>
          {caption !== "" && <WordsOf text={caption} language={story.language} />}
          {caption !== "" && credit !== "" && " "}
          {credit !== "" && (
            <span className="credit">
              (<WordsOf text={credit} language={story.language} />)
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}
