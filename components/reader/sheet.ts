import type { Edition } from "#domain/publications/reader-records.ts";
import { labelIn } from "#domain/publications/reader-records.ts";
import type { Language } from "#domain/vocabulary.ts";

/** A stylesheet ready to inline, and the typefaces that its pages show first. */
export type Dress = { css: string; preload: readonly string[] };

/** What every reader page is printed on: whose newspaper, in which language, where and when. */
export type Sheet = {
  edition: Edition;
  language: Language;
  /** "https://news.example.org": search engines want whole addresses. */
  origin: string;
  /** What stands before `/media/{name}`: nothing, or another origin. */
  mediaUrl: string;
  now: Date;
  dress: Dress;
  /** Addresses of the scripts that a page may have; absent: this one has none. */
  islands?: { share: string };
};

export function outletName({ edition, language }: Sheet): string {
  return labelIn(edition.settings.name, language, edition.settings.defaultLanguage);
}

export function zoneLabel({ edition, language }: Sheet): string {
  return labelIn(edition.settings.zoneLabels, language, edition.settings.defaultLanguage);
}

/** Before a picture's file on a page. */
export function mediaBase({ mediaUrl }: Sheet): string {
  return `${mediaUrl}/media`;
}

/** The same as a whole address, for whoever isn't on the page. */
export function wholeMediaBase({ mediaUrl, origin }: Pick<Sheet, "mediaUrl" | "origin">): string {
  return `${mediaUrl || origin}/media`;
}
