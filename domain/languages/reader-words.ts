/**
 * Every word that a reader's page says by itself, in the page's language. Stories, sections and
 * people bring their own words; notices have theirs in notices/words.ts, times in time.ts.
 * The type makes a language that lacks a word a compile error.
 */
import type { EmbedProvider } from "../document/blocks/embeds.ts";
import type { BylineRole, Language, LinkChannel } from "../vocabulary.ts";
import { arabicWords } from "./reader-words-ar.ts";
import { kurdishWords } from "./reader-words-ckb.ts";
import { englishWords } from "./reader-words-en.ts";

export type ReaderWords = {
  // Finding one's way.
  home: string;
  toTheFront: string;
  skipToContent: string;
  menu: string;
  sections: string;
  topics: string;
  languages: string;
  inOtherLanguages: string;
  // Lists of stories.
  lead: string;
  topStories: string;
  latest: string;
  moreStories: string;
  moreFrom: (section: string) => string;
  related: string;
  newer: string;
  older: string;
  nothingYet: string;
  /** Over the name of a topic's page. */
  topic: string;
  storiesOn: (topic: string) => string;
  storiesBy: (name: string) => string;
  /** The way to everything that came out, newest first. */
  everything: string;
  archive: string;
  months: string;
  otherDays: string;
  storyCount: (stories: number) => string;
  pageOf: (pageNumber: number, pages: number) => string;
  feeds: string;
  // What the newsroom knows of how a story was made.
  know: Readonly<{
    heading: string;
    reportedFrom: string;
    sources: string;
    ownReporting: string;
    text: string;
    ownText: string;
    agencyText: (agencies: readonly string[]) => string;
    bothText: (agencies: readonly string[]) => string;
    translation: string;
    machineHelp: string;
    yes: string;
    no: string;
  }>;
  together: (names: readonly string[]) => string;
  /** Before the address on a printed sheet of paper. */
  onTheWeb: string;
  // A story.
  published: string;
  updated: string;
  notices: string;
  paragraph: (number: number) => string;
  previousStory: string;
  nextStory: string;
  byline: (names: readonly string[]) => string;
  credit: Readonly<Record<BylineRole, (names: readonly string[]) => string>>;
  /** The line that stands in brackets under a picture: from an agency, by a person, handed out. */
  pictureCredit: Readonly<Record<"agency" | "person" | "handout", (name: string) => string>>;
  translatedFrom: (language: string) => string;
  readingMinutes: (minutes: number) => string;
  share: string;
  sharing: Sharing;
  /** Pictures side by side. */
  gallery: string;
  /** What stands on somebody else's page. */
  embedOn: Readonly<Record<Exclude<EmbedProvider, "web">, string>>;
  // Pages that stand where a story doesn't: heading, then sentences.
  notFound: Trouble;
  gone: Trouble;
  unavailable: Trouble;
  /** A page about the outlet that was taken back. */
  gonePage: Trouble;
  // Pages about the outlet.
  lastChanged: (date: string) => string;
  whoStandsBehind: string;
  publishedBy: (legalName: string) => string;
  profiles: string;
  // The foot, and feeds.
  feed: string;
  feedTitle: (outlet: string, section?: string) => string;
  about: string;
  contact: string;
  corrections: string;
  rightsReserved: (year: number, outlet: string) => string;
  // Languages by their names, as this language calls them.
  languageNames: Readonly<Record<Language, string>>;
};

type Sharing = {
  /** The phone's own sheet; and, of the address, copying it and that it was copied. */
  device: string;
  copyLink: string;
  copied: string;
  on: Readonly<Record<LinkChannel, string>>;
  /** `count` as it is printed. */
  total: (count: string) => string;
};
type Trouble = { heading: string; lines: readonly string[] };

const WORDS: Readonly<Record<Language, ReaderWords>> = {
  en: englishWords,
  ar: arabicWords,
  ckb: kurdishWords,
};

export function readerWords(language: Language): ReaderWords {
  return WORDS[language];
}

/** A byline as it stands on a page, one line for each thing that people did: "By …", "Photos by …". */
export function bylineLines(
  byline: readonly { name: string; role: BylineRole }[],
  language: Language,
): string[] {
  const { credit } = readerWords(language);
  const roles = [...new Set(byline.map(({ role }) => role))];
  return roles.map((role) =>
    credit[role](byline.filter((entry) => entry.role === role).map(({ name }) => name)),
  );
}
