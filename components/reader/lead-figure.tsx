import { pictureHtml } from "#domain/document/figure.ts";
import { leadPictureOf } from "#domain/publications/lead-picture.ts";
import type { PublishedStory } from "#domain/publications/reader-records.ts";
import { HungPicture } from "./raw.tsx";
import { mediaBase, type Sheet } from "./sheet.ts";
import { WordsOf } from "./words-of.tsx";

/**
 * From edge to edge on a phone, beside the margin of a wide page, with story.css. A phone of three
 * pixels to one gets two: nobody sees the third, and everybody pays for it.
 */
const SIZES = "(min-width: 76rem) 54rem, (min-width: 60rem) calc(92vw - 15rem), 74vw";

/** The picture over a story: the one that a reader sees first, with what it shows and whose it is. */
export function LeadFigure({ sheet, story }: { sheet: Sheet; story: PublishedStory }) {
  const lead = leadPictureOf(story);
  if (lead === null) return null;
  const { printable, crop, alt, caption, credit } = lead;
  const print = { mediaBase: mediaBase(sheet), crop, alt, sizes: SIZES, loading: "first" as const };
  const html = pictureHtml(printable, print);
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
