/** What the first run proposes; everything in it can be changed before and after. */
import type { Labels, OutletSettings } from "#db/shapes.ts";
import { LANGUAGE_CODES } from "../vocabulary.ts";

/** The zone's name as papers in Erbil print it: CLDR's "Arabian Standard Time" is of no use to a reader. */
const ERBIL_TIME: Labels = { en: "EBL time", ar: "بتوقيت أربيل", ckb: "بە کاتی هەولێر" };

export const PROPOSED_SETTINGS: OutletSettings = {
  name: {},
  languages: [...LANGUAGE_CODES],
  defaultLanguage: "en",
  timeZone: "Asia/Baghdad",
  zoneLabels: ERBIL_TIME,
  description: {},
};

export const PROPOSED_SECTIONS: readonly { slug: string; labels: Labels }[] = [
  { slug: "news", labels: { en: "News", ar: "أخبار", ckb: "هەواڵ" } },
  { slug: "region", labels: { en: "Region", ar: "المنطقة", ckb: "ناوچەکە" } },
  { slug: "world", labels: { en: "World", ar: "العالم", ckb: "جیهان" } },
  { slug: "business", labels: { en: "Business", ar: "اقتصاد", ckb: "ئابووری" } },
  { slug: "culture", labels: { en: "Culture", ar: "ثقافة", ckb: "کولتوور" } },
  { slug: "sport", labels: { en: "Sport", ar: "رياضة", ckb: "وەرزش" } },
];

/** Zones that the first run and the settings offer. Asia/Erbil is no zone: Erbil keeps Baghdad's time. */
export const TIME_ZONES = [
  "Asia/Baghdad",
  "Asia/Beirut",
  "Asia/Damascus",
  "Asia/Amman",
  "Asia/Jerusalem",
  "Asia/Riyadh",
  "Asia/Kuwait",
  "Asia/Qatar",
  "Asia/Dubai",
  "Asia/Tehran",
  "Asia/Baku",
  "Asia/Yerevan",
  "Asia/Tbilisi",
  "Europe/Istanbul",
  "Africa/Cairo",
  "Europe/Athens",
  "Europe/Berlin",
  "Europe/Stockholm",
  "Europe/Paris",
  "Europe/London",
  "America/New_York",
  "America/Chicago",
  "America/Los_Angeles",
  "Asia/Karachi",
  "Asia/Kolkata",

  "UTC",
] as const;
