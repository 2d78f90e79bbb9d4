import type { ReaderWords } from "./reader-words.ts";

/** "A و B", "A، B و C": the و stands alone, without a comma before it. */
function named(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("، ")} و ${names.at(-1)}`;
}

const by = (names: readonly string[]) => `نووسینی: ${named(names)}`;

export const kurdishWords: ReaderWords = {
  home: "سەرەتا",
  toTheFront: "گەڕانەوە بۆ لاپەڕەی سەرەکی",
  skipToContent: "بڕۆ بۆ ناوەڕۆک",
  menu: "لیستە",
  sections: "بەشەکان",
  topics: "بابەتەکان",
  languages: "زمانەکان",
  inOtherLanguages: "ئەم هەواڵە بە زمانێکی تر بخوێنەوە",
  lead: "هەواڵی سەرەکی",
  topStories: "گرنگترین هەواڵەکان",
  latest: "نوێترین هەواڵەکان",
  moreStories: "هەواڵی زیاتر",
  moreFrom: (section) => `زیاتر لە بەشی «${section}»`,
  related: "هەواڵە پەیوەندیدارەکان",
  newer: "هەواڵە نوێترەکان",
  older: "هەواڵە کۆنترەکان",
  nothingYet: "هێشتا هیچ شتێک لێرە بڵاو نەکراوەتەوە.",
  published: "بڵاوکرایەوە",
  updated: "نوێکرایەوە",
  notices: "گۆڕانکارییەکانی ئەم هەواڵە",
  paragraph: (number) => `پەرەگرافی ${number}`,
  previousStory: "هەواڵی پێشوو",
  nextStory: "هەواڵی دواتر",
  byline: by,
  credit: {
    writing: by,
    reporting: (names) => `ئامادەکردنی: ${named(names)}`,
    editing: (names) => `پێداچوونەوەی: ${named(names)}`,
    photos: (names) => `وێنەی: ${named(names)}`,
    translation: (names) => `وەرگێڕانی: ${named(names)}`,
  },
  pictureCredit: {
    agency: (name) => `وێنە: ${name}`,
    person: (name) => `وێنەگر: ${name}`,
    handout: (name) => `وێنە لەلایەن ${name}ەوە بڵاوکراوەتەوە`,
  },
  translatedFrom: (language) => `وەرگێڕان لە ${language}`,
  // Kurdish nouns stay singular after a number.
  readingMinutes: (minutes) => `${minutes} خولەک`,
  share: "هاوبەشکردن",
  gallery: "وێنەکان",
  embedOn: {
    youtube: "ڤیدیۆ لە یوتیوب",
    x: "پۆست لە ئێکس",
    facebook: "پۆست لە فەیسبووک",
    instagram: "پۆست لە ئینستاگرام",
    tiktok: "ڤیدیۆ لە تیکتۆک",
    telegram: "پۆست لە تێلێگرام",
    soundcloud: "دەنگ لە ساوندکلاود",
  },
  notFound: {
    heading: "لێرە هیچ لاپەڕەیەک نییە",
    lines: ["لەوانەیە ناونیشانەکە بە هەڵە نووسرابێت، یان لاپەڕەکە گوازرابێتەوە."],
  },
  gone: {
    heading: "ئەم هەواڵە کشێنرایەوە",
    lines: ["لەم ناونیشانەدا هەواڵێک هەبوو کە دەستەی نووسەران کشاندییەوە و چیتر بەردەست نییە."],
  },
  unavailable: {
    heading: "دوای کەمێکی تر دەگەڕێینەوە",
    lines: ["لە ئێستادا ناتوانرێت ئەم لاپەڕەیە پیشان بدرێت. تکایە دوای کەمێکی تر هەوڵ بدەوە."],
  },
  gonePage: {
    heading: "ئەم لاپەڕەیە کشێنرایەوە",
    lines: ["لەم ناونیشانەدا لاپەڕەیەک دەربارەی ڕۆژنامەکە هەبوو. چیتر بەردەست نییە."],
  },
  lastChanged: (date) => `دوایین گۆڕانکاری: ${date}`,
  whoStandsBehind: "کێ لە پشت ئەم هەواڵەوەیە",
  publishedBy: (legalName) => `لەلایەن ${legalName}ەوە دەردەچێت`,
  profiles: "لەگەڵمان بن",
  feed: "فیدی RSS",
  feedTitle: (outlet, section) => (section === undefined ? outlet : `${section} · ${outlet}`),
  about: "دەربارەی ئێمە",
  contact: "پەیوەندیمان پێوە بکە",
  corrections: "ڕاستکردنەوەکان",
  rightsReserved: (year, outlet) => `© ${year} ${outlet}. هەموو مافەکان پارێزراون.`,
  languageNames: { en: "ئینگلیزی", ar: "عەرەبی", ckb: "کوردی" },
};
