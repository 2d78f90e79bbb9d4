import type { ReaderWords } from "./reader-words.ts";

/** "أ وب", "أ، ب وج": the و stands with the last name. */
function named(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join("، ")} و${names.at(-1)}`;
}

/** Arabic counts one, two, a few (3–10) and many each in its own way. */
function minutesOf(minutes: number): string {
  if (minutes === 1) return "دقيقة واحدة";
  if (minutes === 2) return "دقيقتان";
  const lastTwo = minutes % 100;
  return `${minutes} ${lastTwo >= 3 && lastTwo <= 10 ? "دقائق" : "دقيقة"}`;
}

function storiesOf(stories: number): string {
  if (stories === 1) return "خبر واحد";
  if (stories === 2) return "خبران";
  const lastTwo = stories % 100;
  if (lastTwo >= 3 && lastTwo <= 10) return `${stories} أخبار`;
  return `${stories} ${lastTwo < 3 ? "خبر" : "خبراً"}`;
}

const by = (names: readonly string[]) => `بقلم: ${named(names)}`;

export const arabicWords: ReaderWords = {
  home: "الرئيسية",
  toTheFront: "العودة إلى الصفحة الرئيسية",
  skipToContent: "الانتقال إلى المحتوى",
  menu: "القائمة",
  sections: "الأقسام",
  topics: "المواضيع",
  languages: "اللغات",
  inOtherLanguages: "اقرأ هذا الخبر بلغة أخرى",
  lead: "الخبر الرئيس",
  topStories: "أبرز الأخبار",
  latest: "آخر الأخبار",
  moreStories: "المزيد من الأخبار",
  moreFrom: (section) => `المزيد من قسم «${section}»`,
  related: "أخبار ذات صلة",
  newer: "أخبار أحدث",
  older: "أخبار أقدم",
  nothingYet: "لم يُنشر شيء هنا بعد.",
  topic: "موضوع",
  storiesOn: (topic) => `أخبار عن ${topic}`,
  storiesBy: (name) => `أخبار بقلم ${name}`,
  everything: "كل الأخبار بترتيب صدورها",
  archive: "الأرشيف",
  months: "الأشهر السابقة",
  otherDays: "أيام أخرى",
  storyCount: storiesOf,
  pageOf: (pageNumber, pages) => `الصفحة ${pageNumber} من ${pages}`,
  feeds: "الخلاصات",
  know: {
    heading: "كيف نعرف هذا",
    reportedFrom: "مكان التغطية",
    sources: "المصادر",
    ownReporting: "تغطيتنا الخاصة",
    text: "النص",
    ownText: "كتبته هيئة تحريرنا",
    agencyText: (agencies) => `من ${named(agencies)}`,
    bothText: (agencies) => `كتبته هيئة تحريرنا، مع مواد من ${named(agencies)}`,
    translation: "الترجمة",
    machineHelp: "مساعدة آلية",
    yes: "نعم",
    no: "لا",
  },
  together: named,
  onTheWeb: "هذا الخبر على الإنترنت:",
  published: "نُشر",
  updated: "حُدِّث",
  notices: "التعديلات على هذا الخبر",
  paragraph: (number) => `الفقرة ${number}`,
  previousStory: "الخبر السابق",
  nextStory: "الخبر التالي",
  byline: by,
  credit: {
    writing: by,
    reporting: (names) => `إعداد: ${named(names)}`,
    editing: (names) => `تحرير: ${named(names)}`,
    photos: (names) => `تصوير: ${named(names)}`,
    translation: (names) => `ترجمة: ${named(names)}`,
  },
  pictureCredit: {
    agency: (name) => `الصورة: ${name}`,
    person: (name) => `تصوير: ${name}`,
    handout: (name) => `صورة وزّعتها: ${name}`,
  },
  translatedFrom: (language) => `مترجم عن ${language}`,
  readingMinutes: minutesOf,
  share: "مشاركة",
  sharing: {
    device: "مشاركة…",
    copyLink: "نسخ الرابط",
    copied: "نُسخ الرابط.",
    on: {
      whatsapp: "واتساب",
      telegram: "تلغرام",
      facebook: "فيسبوك",
      x: "إكس",
      email: "البريد الإلكتروني",
    },
    // The counted noun comes first: Arabic would want another form of it after each number.
    total: (count) => `عدد المشاركات: ${count}`,
  },
  gallery: "صور",
  embedOn: {
    youtube: "فيديو على يوتيوب",
    x: "منشور على إكس",
    facebook: "منشور على فيسبوك",
    instagram: "منشور على إنستغرام",
    tiktok: "فيديو على تيك توك",
    telegram: "منشور على تيليغرام",
    soundcloud: "تسجيل صوتي على ساوند كلاود",
  },
  notFound: {
    heading: "لا توجد صفحة هنا",
    lines: ["ربما كُتب العنوان خطأً، أو نُقلت الصفحة إلى مكان آخر."],
  },
  gone: {
    heading: "سُحب هذا الخبر",
    lines: ["كان على هذا العنوان خبر سحبته هيئة التحرير، ولم يعد متاحاً."],
  },
  unavailable: {
    heading: "نعود بعد لحظات",
    lines: ["لا يمكن عرض هذه الصفحة الآن. يُرجى المحاولة بعد قليل."],
  },
  gonePage: {
    heading: "سُحبت هذه الصفحة",
    lines: ["كانت على هذا العنوان صفحة عن الصحيفة، ولم تعد متاحة."],
  },
  lastChanged: (date) => `آخر تعديل: ${date}`,
  whoStandsBehind: "من يقف وراء هذا الخبر",
  publishedBy: (legalName) => `تصدر عن ${legalName}`,
  profiles: "تابعونا",
  feed: "خلاصة RSS",
  feedTitle: (outlet, section) => (section === undefined ? outlet : `${section} · ${outlet}`),
  about: "من نحن",
  contact: "اتصل بنا",
  corrections: "التصحيحات",
  rightsReserved: (year, outlet) => `© ${year} ${outlet}. جميع الحقوق محفوظة.`,
  languageNames: { en: "الإنجليزية", ar: "العربية", ckb: "الكردية" },
};
