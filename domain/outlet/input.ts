/** What the verbs about the outlet accept: one schema for the form, the action and the verb. */
import { z } from "zod";
import type { Labels, NoticeWording, OutletSettings } from "#db/shapes.ts";
import { brandSchema, footerTextSchema, menusSchema, publisherSchema } from "../brand/input.ts";
import { troubleWithLine, troubleWithWord } from "../notices/templates.ts";
import { isTimeZone } from "../time.ts";
import { addPersonInput } from "../users/input.ts";
import {
  LANGUAGE_CODES,
  type Language,
  LINK_CHANNELS,
  NOTICE_KINDS,
  RESERVED_SECTION_SLUGS,
  STYLED_FIELDS,
} from "../vocabulary.ts";

const line = (max: number) =>
  z
    .string()
    .max(max, `That is longer than ${max} characters.`)
    .transform((text) => text.replace(/\s+/g, " ").trim());

/** A text per language; empty ones are left out. */
const labels = (max: number) =>
  z
    .object({ en: line(max).optional(), ar: line(max).optional(), ckb: line(max).optional() })
    .transform((given): Labels => Object.fromEntries(Object.entries(given).filter(([, text]) => text)));

function requireEach(
  texts: Labels,
  languages: readonly Language[],
  path: string,
  sentence: string,
  issues: z.core.$ZodRawIssue[],
): void {
  for (const language of languages) {
    if (texts[language]) continue;
    issues.push({ code: "custom", path: [path, language], message: sentence, input: texts });
  }
}

/** One line of the outlet's wording; an empty one is none. */
const wording = (trouble: (text: string) => string | null) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .check(({ value, issues }) => {
      const message = value === "" ? null : trouble(value);
      if (message !== null) issues.push({ code: "custom", message, input: value });
    })
    .optional();

const noticeWording = z
  .object({
    heading: wording(troubleWithWord),
    mark: wording(troubleWithWord),
    line: wording(troubleWithLine),
  })
  .transform((given): NoticeWording => Object.fromEntries(Object.entries(given).filter(([, text]) => text)));

/** What the outlet left as it was is not stored: it goes on following our own words. */
const noticeWords = z.partialRecord(
  z.enum(LANGUAGE_CODES),
  z.partialRecord(z.enum(NOTICE_KINDS), noticeWording).transform(withoutEmpty),
);

function withoutEmpty<R extends Record<string, object>>(record: R): R {
  return Object.fromEntries(Object.entries(record).filter(([, each]) => Object.keys(each).length > 0)) as R;
}

/** Line breaks stay: a note may be a short list. */
const note = z
  .string()
  .max(600, "A note beside a field has at most 600 characters.")
  .transform((text) => text.trim());
const notes = z
  .object({ en: note.optional(), ar: note.optional(), ckb: note.optional() })
  .transform((given): Labels => Object.fromEntries(Object.entries(given).filter(([, text]) => text)));

const houseStyle = z
  .partialRecord(z.enum(STYLED_FIELDS), notes)
  .transform(
    (given): NonNullable<OutletSettings["houseStyle"]> =>
      Object.fromEntries(Object.entries(given).filter(([, texts]) => texts && Object.keys(texts).length > 0)),
  );

export const settingsSchema = z
  .object({
    name: labels(80),
    languages: z.array(z.enum(LANGUAGE_CODES)).min(1, "Choose at least one language."),
    defaultLanguage: z.enum(LANGUAGE_CODES),
    timeZone: z.string().refine(isTimeZone, "That isn't a time zone that we know. Try Asia/Baghdad."),
    zoneLabels: labels(40),
    description: labels(200),
    houseStyle: houseStyle.optional(),
    noticeWords: noticeWords.transform(withoutEmpty).optional(),
    feeds: z.object({ fullText: z.boolean() }).optional(),
    brand: brandSchema.optional(),
    menus: menusSchema.optional(),
    footerText: footerTextSchema.optional(),
    publisher: publisherSchema.optional(),
    shareChannels: z.array(z.enum(LINK_CHANNELS)).optional(),
    shareCounts: z
      .object({
        shown: z.boolean(),
        threshold: z
          .int("Write a whole number.")
          .min(1, "Nobody is shown a zero: write at least 1.")
          .max(1_000_000, "No story is shared that often: write at most 1,000,000."),
      })
      .optional(),
  })
  .check(({ value, issues }) => {
    requireEach(value.name, value.languages, "name", "Write the outlet's name in this language.", issues);
    requireEach(
      value.zoneLabels,
      value.languages,
      "zoneLabels",
      "Write how the outlet calls its time in this language.",
      issues,
    );
    if (!value.languages.includes(value.defaultLanguage)) {
      const message = "The first language must be one of the outlet's languages.";
      issues.push({ code: "custom", path: ["defaultLanguage"], message, input: value });
    }
  }) satisfies z.ZodType<OutletSettings>;

export const sectionSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,39}$/,
    "An address has small Latin letters, digits and single hyphens.",
  )
  .refine(
    (slug) => !(RESERVED_SECTION_SLUGS as readonly string[]).includes(slug),
    "That word is kept for a page of its own. Choose another.",
  );

const sectionLabels = labels(60).refine(
  (texts) => Object.keys(texts).length > 0,
  "Write the section's name in at least one language.",
);

export const addSectionInput = z.object({ slug: sectionSlugSchema, labels: sectionLabels });
export type AddSectionInput = z.output<typeof addSectionInput>;

const sectionId = z.uuid("There is no such section.");
/** `descriptions` left out: what readers are told about the section stays. */
export const renameSectionInput = z.object({
  sectionId,
  labels: sectionLabels,
  descriptions: labels(300).optional(),
});
export type RenameSectionInput = z.output<typeof renameSectionInput>;

export const sectionInput = z.object({ sectionId });
export type SectionInput = z.output<typeof sectionInput>;

export const orderSectionsInput = z.object({ sectionIds: z.array(sectionId).min(1).max(100) });
export type OrderSectionsInput = z.output<typeof orderSectionsInput>;

export const changeSettingsInput = z.object({ version: z.int().positive(), settings: settingsSchema });
export type ChangeSettingsInput = z.output<typeof changeSettingsInput>;

export const setUpInput = z.object({
  settings: settingsSchema,
  sections: z
    .array(addSectionInput)
    .min(1, "A newspaper needs at least one section.")
    .max(40, "That is more sections than a reader can use.")
    .refine(
      (list) => new Set(list.map(({ slug }) => slug)).size === list.length,
      "Two sections have the same address.",
    ),
});
export type SetUpInput = z.output<typeof setUpInput>;

export const firstRunInput = setUpInput.extend({
  token: z.string().min(20, "This link is incomplete.").max(100, "This link is not one of ours."),
  admin: addPersonInput.omit({ role: true }),
});
export type FirstRunInput = z.output<typeof firstRunInput>;
