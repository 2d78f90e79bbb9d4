import type { pictures } from "#db/schema-pictures.ts";
import { foldForAnyLanguage } from "../languages/search-query.ts";

type Row = typeof pictures.$inferSelect;
export type Searched = Pick<
  Row,
  | "fileName"
  | "author"
  | "source"
  | "credit"
  | "description"
  | "altText"
  | "rightsNote"
  | "proof"
  | "instructions"
  | "place"
  | "peopleShown"
  | "keywords"
>;

/** What search looks through: every field in which somebody may have written a word. */
export function pictureSearchText(picture: Searched): string {
  const parts = [
    picture.description,
    ...picture.peopleShown,
    picture.place,
    ...picture.keywords,
    picture.author,
    picture.source,
    picture.credit,
    picture.altText,
    picture.rightsNote,
    picture.proof,
    picture.instructions,
    picture.fileName,
  ];
  return foldForAnyLanguage(parts.filter((part) => part !== "").join("\n"));
}
