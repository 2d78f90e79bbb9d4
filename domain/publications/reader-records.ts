/**
 * What reader pages are printed from. Every record comes from the views of schema `reader`;
 * instants are Dates, names and labels stand as the outlet has them today.
 */
import type { Labels, OutletSettings, Printed, StoredDocument } from "#db/shapes.ts";
import type { StoryAddress } from "../site.ts";
import type { Language, NoticeKind } from "../vocabulary.ts";

/** What every page carries: the outlet and its sections in order. */
export type Edition = { settings: OutletSettings; sections: ReaderSection[] };

export type ReaderSection = { slug: string; labels: Labels };

/** Newest first, wherever there are several. */
export type ReaderNotice = {
  kind: NoticeKind;
  at: Date;
  note: string;
  /** The paragraph that it is about; null or absent: the whole story. */
  blockId?: string | null;
};

/** One line of a list: what a front, a feed or the foot of a story says about a story. */
export type ListedStory = {
  id: string;
  number: number;
  language: Language;
  section: ReaderSection;
  printed: Printed;
  marks: readonly string[];
  firstPublishedAt: Date;
  significantAt: Date;
  notices: readonly ReaderNotice[];
};

/** A listed story with the text that a feed carries whole. */
export type FeedStory = ListedStory & {
  bodyHtml: string;
  /**
   * Only when the stored HTML isn't what the page needs, because it is of another renderer or
   * because a notice is about one of its paragraphs: then the body is printed from the document.
   */
  document: StoredDocument | null;
};

export type Neighbour = {
  number: number;
  language: Language;
  sectionSlug: string;
  slug: string;
  headline: string;
};

/** A story as its own page prints it. */
export type PublishedStory = FeedStory & {
  publicationNumber: number;
  /** The same story in other languages, as far as they are published. */
  siblings: readonly StoryAddress[];
  /** Neighbours by first publication in section and language. */
  previous: Neighbour | null;
  next: Neighbour | null;
};

/** The address where readers find it today. */
export function addressOf(story: ListedStory): StoryAddress {
  return {
    language: story.language,
    sectionSlug: story.section.slug,
    number: story.number,
    slug: story.printed.slug,
  };
}

export function neighbourAddress({ language, sectionSlug, number, slug }: Neighbour): StoryAddress {
  return { language, sectionSlug, number, slug };
}

/** A label in this language, else in the outlet's own, else whatever there is: never an empty place. */
export function labelIn(labels: Labels, language: Language, fallback: Language): string {
  return labels[language] ?? labels[fallback] ?? Object.values(labels)[0] ?? "";
}
