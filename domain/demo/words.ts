/** What the demo outlet is called and the words its stories choose from. Everybody and everything here is invented. */
import type { Labels, OutletSettings } from "#db/shapes.ts";

export const DEMO_OUTLET: OutletSettings = {
  name: { en: "The Azmar Post", ar: "أزمر بوست", ckb: "ئەزمەڕ پۆست" },
  languages: ["en", "ar", "ckb"],
  defaultLanguage: "en",
  timeZone: "Asia/Baghdad",
  zoneLabels: { en: "EBL time", ar: "بتوقيت أربيل", ckb: "بە کاتی هەولێر" },
  description: {
    en: "A demonstration newspaper from Sulaimani. Every person and event in it is invented.",
    ar: "صحيفة تجريبية من السليمانية، كل ما فيها من أشخاص وأحداث متخيَّل.",
    ckb: "ڕۆژنامەیەکی نموونەیی لە سلێمانییەوە. هەموو کەس و ڕووداوەکانی خەیاڵین.",
  },
};

export const DEMO_SECTIONS = {
  news: { en: "News", ar: "أخبار", ckb: "هەواڵ" },
  region: { en: "Region", ar: "المنطقة", ckb: "ناوچەکە" },
  world: { en: "World", ar: "العالم", ckb: "جیهان" },
  business: { en: "Business", ar: "اقتصاد", ckb: "ئابووری" },
  culture: { en: "Culture", ar: "ثقافة", ckb: "کولتوور" },
  sport: { en: "Sport", ar: "رياضة", ckb: "وەرزش" },
} as const satisfies Record<string, Labels>;
export type SectionSlug = keyof typeof DEMO_SECTIONS;

export const DEMO_PLACES = {
  sulaimani: { en: "SULAIMANI", ar: "السليمانية", ckb: "سلێمانی" },
  erbil: { en: "ERBIL", ar: "أربيل", ckb: "هەولێر" },
  halabja: { en: "HALABJA", ar: "حلبجة", ckb: "هەڵەبجە" },
  duhok: { en: "DUHOK", ar: "دهوك", ckb: "دهۆک" },
  ranya: { en: "RANYA", ar: "رانية", ckb: "ڕانیە" },
  kirkuk: { en: "KIRKUK", ar: "كركوك", ckb: "کەرکووک" },
  baghdad: { en: "BAGHDAD", ar: "بغداد", ckb: "بەغدا" },
  geneva: { en: "GENEVA", ar: "جنيف", ckb: "جنێڤ" },
} as const satisfies Record<string, Labels>;
export type PlaceKey = keyof typeof DEMO_PLACES;

export const DEMO_AGENCIES = {
  reuters: { en: "Reuters", ar: "رويترز", ckb: "ڕۆیتەرز" },
  afp: { en: "AFP", ar: "فرانس برس", ckb: "فرانس پرێس" },
  zagros: { en: "Zagros Wire", ar: "وكالة زاغروس", ckb: "ئاژانسی زاگرۆس" },
} as const satisfies Record<string, Labels>;
export type AgencyKey = keyof typeof DEMO_AGENCIES;

export const DEMO_TOPICS = {
  water: { en: "Water", ar: "المياه", ckb: "ئاو" },
  transport: { en: "Transport", ar: "النقل", ckb: "گواستنەوە" },
  farming: { en: "Farming", ar: "الزراعة", ckb: "کشتوکاڵ" },
  weather: { en: "Weather", ar: "الطقس", ckb: "کەشوهەوا" },
  books: { en: "Books", ar: "كتب", ckb: "کتێب" },
  heritage: { en: "Heritage", ar: "التراث", ckb: "کەلەپوور" },
  technology: { en: "Technology", ar: "تكنولوجيا", ckb: "تەکنەلۆژیا" },
  football: { en: "Football", ar: "كرة القدم", ckb: "تۆپی پێ" },
  schools: { en: "Schools", ar: "المدارس", ckb: "قوتابخانە" },
} as const satisfies Record<string, Labels>;
export type TopicKey = keyof typeof DEMO_TOPICS;

export const DEMO_CONTRIBUTORS = {
  shilan: { en: "Shilan Rauf", ar: "شيلان رؤوف", ckb: "شیلان ڕەئووف" },
  nigar: { en: "Nigar Salar", ar: "نيكار سالار", ckb: "نیگار سالار" },
  rebin: { en: "Rebin Qaradaghi", ar: "ريبين قرداغي", ckb: "ڕێبین قەرەداغی" },
  huda: { en: "Huda al-Saffar", ar: "هدى الصفار", ckb: "هودا سەففار" },
  yousif: { en: "Yousif Matti", ar: "يوسف متي", ckb: "یوسف مەتی" },
  karwan: { en: "Karwan Bakir", ar: "كاروان بكر", ckb: "کاروان بەکر" },
  lana: { en: "Lana Jaza", ar: "لانا جزا", ckb: "لانا جەزا" },
} as const satisfies Record<string, Labels>;
export type ContributorKey = keyof typeof DEMO_CONTRIBUTORS;

/** The three accounts. A contributor is who signs; two of the accounts sign under their own name. */
export const DEMO_PEOPLE = [
  { role: "admin", name: "Ashti Kamal", email: "admin@demo.test", signsAs: null },
  { role: "editor", name: "Nigar Salar", email: "editor@demo.test", signsAs: "nigar" },
  { role: "reporter", name: "Shilan Rauf", email: "reporter@demo.test", signsAs: "shilan" },
] as const;
export type DemoPerson = (typeof DEMO_PEOPLE)[number];
