/**
 * The line under a picture, as a story's language writes it: "Reuters photo", «الصورة: رويترز»,
 * «وێنە: ڕۆیتەرز». Made once, when the picture is put into the story, and the writer's from then on.
 * Without brackets: they are the page's.
 */
import type { Labels } from "#db/shapes.ts";
import { readerWords } from "../languages/reader-words.ts";
import type { Language, PictureRights } from "../vocabulary.ts";
import { agencyName, isKnownAgency } from "./agency-names.ts";

export type CreditFacts = {
  author: string;
  source: string;
  credit: string;
  rights: PictureRights;
  rightsNote: string;
  /** What the outlet calls the agency that is the source, where it is one of its list. */
  sourceLabels: Labels;
};

/** "" when nothing is known of where the picture comes from: the writer must say it. */
export function creditLine(facts: CreditFacts, language: Language): string {
  const { agency, person, handout } = readerWords(language).pictureCredit;
  const author = facts.author.trim();
  const given = facts.credit.trim();
  const source = agencyName(facts.source, language, facts.sourceLabels);
  switch (facts.rights) {
    case "ours":
      return author !== "" ? person(author) : given !== "" ? given : source;
    case "handout":
      return source !== "" ? handout(source) : given !== "" ? handout(given) : "";
    case "free":
      return withLicence(author !== "" ? person(author) : source !== "" ? agency(source) : given, facts);
    default:
      if (source !== "") return agency(source);
      if (given !== "") return isKnownAgency(given) ? agency(agencyName(given, language)) : given;
      return author === "" ? "" : person(author);
  }
}

/** A free licence asks to be named beside its author: "Photo: Jane Doe, CC BY 4.0". */
function withLicence(line: string, { rightsNote }: CreditFacts): string {
  return [line, rightsNote.trim()].filter((part) => part !== "").join(", ");
}
