import type { ReaderWords } from "./reader-words.ts";

/** "A", "A and B", "A, B and C": no comma before "and", as in the seed outlet's copy. */
function named(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

const by = (names: readonly string[]) => `By ${named(names)}`;

export const englishWords: ReaderWords = {
  home: "Home",
  toTheFront: "Back to the front page",
  skipToContent: "Skip to content",
  menu: "Menu",
  sections: "Sections",
  topics: "Topics",
  languages: "Languages",
  inOtherLanguages: "Read this story in another language",
  lead: "Lead story",
  topStories: "Top stories",
  latest: "Latest",
  moreStories: "More stories",
  moreFrom: (section) => `More from ${section}`,
  related: "Related stories",
  newer: "Newer stories",
  older: "Older stories",
  nothingYet: "Nothing has been published here yet.",
  published: "Published",
  updated: "Updated",
  notices: "Changes to this story",
  paragraph: (number) => `Paragraph ${number}`,
  previousStory: "Previous story",
  nextStory: "Next story",
  byline: by,
  credit: {
    writing: by,
    reporting: (names) => `Reporting by ${named(names)}`,
    editing: (names) => `Editing by ${named(names)}`,
    photos: (names) => `Photos by ${named(names)}`,
    translation: (names) => `Translated by ${named(names)}`,
  },
  pictureCredit: {
    agency: (name) => `${name} photo`,
    person: (name) => `Photo: ${name}`,
    handout: (name) => `${name} handout`,
  },
  translatedFrom: (language) => `Translated from ${language}`,
  readingMinutes: (minutes) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
  share: "Share",
  gallery: "Pictures",
  embedOn: {
    youtube: "Video on YouTube",
    x: "Post on X",
    facebook: "Post on Facebook",
    instagram: "Post on Instagram",
    tiktok: "Video on TikTok",
    telegram: "Post on Telegram",
    soundcloud: "Audio on SoundCloud",
  },
  notFound: {
    heading: "There is no page here",
    lines: ["The address may be misspelt, or the page may have moved."],
  },
  gone: {
    heading: "This story was withdrawn",
    lines: ["A story stood at this address. The newsroom has withdrawn it, and it is no longer available."],
  },
  unavailable: {
    heading: "Back in a moment",
    lines: ["This page can’t be shown right now. Please try again shortly."],
  },
  gonePage: {
    heading: "This page was taken back",
    lines: ["A page about the newspaper stood at this address. It is no longer available."],
  },
  lastChanged: (date) => `Last changed on ${date}`,
  whoStandsBehind: "Who stands behind this story",
  publishedBy: (legalName) => `Published by ${legalName}`,
  profiles: "Follow us",
  feed: "RSS feed",
  feedTitle: (outlet, section) => (section === undefined ? outlet : `${section} · ${outlet}`),
  about: "About us",
  contact: "Contact",
  corrections: "Corrections",
  rightsReserved: (year, outlet) => `© ${year} ${outlet}. All rights reserved.`,
  languageNames: { en: "English", ar: "Arabic", ckb: "Kurdish" },
};
