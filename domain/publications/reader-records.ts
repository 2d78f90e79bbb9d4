/**
 * What reader pages are printed from. Every record comes from the views of schema `reader`;
 * instants are Dates, names and labels stand as the outlet has them today.
 */
import type { Labels, OutletSettings, PrintablePicture, Printed, StoredDocument } from "#db/shapes.ts";
import type { StoryAddress } from "../site.ts";
import type { Language, NoticeKind, PageRole } from "../vocabulary.ts";

/** What every page carries: the outlet, its sections in order, and who stands behind it. */
export type Edition = { settings: OutletSettings; sections: ReaderSection[]; imprint: Imprint };

/** What heads, feet and the outlet's record name beside its sections: as readers have it now. */
export type Imprint = {
  /** Pages about the outlet in every language, the oldest first. */
  pages: { familyId: string; language: Language; slug: string; role: PageRole | null; title: string }[];
  /** Topics that the menus name. */
  topics: { id: string; slug: string; labels: Labels }[];
  /** The logo's and the icon's files, by the picture's id. */
  pictures: Partial<Record<string, PrintablePicture>>;
};

export const NO_IMPRINT: Imprint = { pages: [], topics: [], pictures: {} };

export type ReaderSection = { slug: string; labels: Labels };

/** Newest first, wherever there are several. */
export type ReaderNotice = {
  kind: NoticeKind;
  at: Date;
  note: string;
  /** The paragraph that it is about; null or absent: the whole story. */
  blockId?: string | null;
};

/** A picture under the id that a text names. */
export type ReaderPicture = {
  id: string;
  /** Null once it was pulled: nothing of it may be shown, but the page waits for its return. */
  printable: PrintablePicture | null;
  credit: string;
  /** Another picture stands under this id: the credit is that one's. */
  isReplaced: boolean;
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
  /** The picture over the story. */
  picture: ReaderPicture | null;
};

/** A listed story with the text that a feed carries whole. */
export type FeedStory = ListedStory & {
  bodyHtml: string;
  /**
   * Only when the stored HTML isn't what the page needs, because it is of another renderer or
   * because a notice is about one of its paragraphs: then the body is printed from the document.
   */
  document: StoredDocument | null;
  /** Every picture that it names, over it and in its body. */
  pictures: readonly ReaderPicture[];
};

export type Neighbour = {
  number: number;
  language: Language;
  sectionSlug: string;
  slug: string;
  headline: string;
};

/** The picture that a shared link shows, at `/media/{name}`. */
export type ShareCard = { name: string; width: number; height: number };

/** A story as its own page prints it. */
export type PublishedStory = FeedStory & {
  card: ShareCard | null;
  /** How often readers pressed a way of sharing it. */
  shares: number;
  publicationNumber: number;
  /** The same story in other languages, as far as they are published. */
  siblings: readonly StoryAddress[];
  /** Neighbours by first publication in section and language. */
  previous: Neighbour | null;
  next: Neighbour | null;
  /** What an editor put beside it, then what is near to it; never itself. */
  related: readonly RelatedStory[];
  words: readonly ReaderWord[];
  /** Ids of the bylines under which it is listed, also of those that have no page. */
  signers: readonly string[];
  /** Where the addresses of bylines that have moved or were merged since lead today. */
  ledOn: Readonly<Partial<Record<string, string>>>;
};

/** A story beside another one: a picture of it is enough. */
export type RelatedStory = ListedStory;

/** A topic or a byline of the story that has a page, as the outlet calls it today. */
export type ReaderWord = { kind: "topic" | "byline"; slug: string; labels: Labels };

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
