/** What story verbs accept: one schema for the form, the action and the verb. Sentences are for the writer. */
import { z } from "zod";
import type { PictureUse } from "#db/shapes.ts";
import {
  BYLINE_ROLES,
  CROPS,
  LANGUAGE_CODES,
  LIVE_STATES,
  MACHINE_HELP,
  STAGES,
  UPDATE_KINDS,
} from "../vocabulary.ts";

/** What a database and XML can't hold: controls but line ends and tabs, halves of letters. */
export const printable = (text: string) => text.replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n])\p{Cc}/gu, "");

const id = z.uuid("That isn't the id of anything here.");
const line = (max: number, name: string) =>
  z
    .string()
    .max(max, `${name} is longer than ${max} characters.`)
    .transform((text) => printable(text.replace(/\s+/g, " ")).trimStart());

const webAddress = z
  .string()
  .max(2000)
  .refine(
    (text) => text === "" || /^https?:\/\/\S+$/i.test(text),
    "A source's address starts with http:// or https://.",
  );

export const slugSchema = z
  .string()
  .max(80, "The address is longer than 80 characters.")
  .regex(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/, "An address has small Latin letters, digits and single hyphens.");

const pictureUseSchema = z.object({
  pictureId: id,
  caption: z.string().max(2000, "The caption is longer than 2,000 characters.").transform(printable),
  credit: line(200, "The credit"),
  alt: z.string().max(1000, "The alt text is longer than 1,000 characters.").transform(printable),
  decorative: z.boolean(),
  crop: z.enum(CROPS),
}) satisfies z.ZodType<PictureUse>;

export const fieldsSchema = z.object({
  slugline: line(120, "The slugline"),
  kicker: line(120, "The kicker"),
  headline: line(300, "The headline"),
  standfirst: z.string().max(1000, "The standfirst is longer than 1,000 characters.").transform(printable),
  dateline: z.object({ placeId: id.nullable(), text: line(120, "The dateline") }),
  byline: z
    .array(z.object({ contributorId: id, role: z.enum(BYLINE_ROLES) }))
    .max(20, "A byline has at most 20 names."),
  sectionId: id,
  topicIds: z.array(id).max(20, "A story has at most 20 topics."),
  sources: z
    .array(
      z.object({
        agencyId: id.nullable(),
        itemId: line(200, "The source's number"),
        at: z.iso.datetime({ offset: true }).nullable(),
        url: webAddress,
      }),
    )
    .max(20, "A story has at most 20 sources."),
  signOff: line(300, "The sign-off").nullable(),
  slug: slugSchema,
  marks: z.array(z.enum(["lead", "top"])).max(2),
  // A screen that was opened before these were invented doesn't send them, and takes nothing away.
  lead: pictureUseSchema.nullable().optional(),
  related: z.array(id).max(10, "A story names at most 10 others.").optional(),
  machineHelp: z
    .object({ answer: z.enum(MACHINE_HELP), note: line(300, "The note about machine help") })
    .optional(),
  shareText: line(300, "The text for sharing").optional(),
});
export type SentFields = z.output<typeof fieldsSchema>;

export const createInput = z.object({
  language: z.enum(LANGUAGE_CODES),
  headline: line(300, "The headline").optional(),
  sectionId: id.optional(),
  familyId: id.optional(),
  templateId: id.optional(),
  /** Which of the family's stories it is made from. */
  sourceStoryId: id.optional(),
});

/** The same for a story that is made from another one. */
export const translateInput = createInput.required({ familyId: true, sourceStoryId: true });
export type CreateInput = z.output<typeof createInput>;

export const saveInput = z.object({
  storyId: id,
  baseRevisionId: id,
  /** The name that this screen gives the revision, and those whose answer it never heard. */
  revisionId: id.optional(),
  unanswered: z.array(id).max(50).default([]),
  fields: fieldsSchema,
  /** Checked by `parseDocument`, which knows the schema of bodies. */
  document: z.unknown(),
});
export type SaveInput = z.input<typeof saveInput>;

export const relatedInput = z.object({
  storyId: id,
  search: z.string().max(200).default(""),
  ids: z.array(id).max(10).default([]),
});
export type RelatedInput = z.output<typeof relatedInput>;

export const storyInput = z.object({ storyId: id });
export type StoryInput = z.output<typeof storyInput>;

export const changesInput = z.object({ storyId: id, publicationId: id.optional() });
export type ChangesInput = z.output<typeof changesInput>;

export const moveInput = z.object({ storyId: id, revisionId: id });
export type MoveInput = z.output<typeof moveInput>;

export const publishInput = z.object({ storyId: id, revisionId: id, seenPublicationId: id.nullable() });
export type PublishInput = z.output<typeof publishInput>;

export const updateInput = publishInput.extend({
  kind: z.enum(UPDATE_KINDS),
  note: z
    .string()
    .trim()
    .max(2000, "The note to readers is longer than 2,000 characters.")
    .transform(printable),
  blockId: z.string().max(80).nullable().default(null),
});
export type UpdateInput = z.input<typeof updateInput>;

export const withdrawInput = z.object({
  storyId: id,
  note: z.string().trim().max(2000, "The note is longer than 2,000 characters.").transform(printable),
});
export type WithdrawInput = z.output<typeof withdrawInput>;

export const embargoInput = z.object({
  storyId: id,
  until: z.coerce.date(),
  from: z.string().trim().min(1, "Say with whom the embargo was agreed.").max(200),
  people: z.array(id).max(50),
});
export type EmbargoInput = z.output<typeof embargoInput>;

export const restoreInput = z.object({ storyId: id, revisionId: id, baseRevisionId: id });
export type RestoreInput = z.output<typeof restoreInput>;

export const revisionInput = z.object({ revisionId: id });
export const listRevisionsInput = z.object({
  storyId: id,
  before: z.int().positive().optional(),
  after: z.int().nonnegative().optional(),
  limit: z.int().min(1).max(200),
});
export type ListRevisionsInput = z.output<typeof listRevisionsInput>;

export const listInput = z.object({
  /** "pending": something to do with the text; "posts": with what was posted of it by hand. */
  stage: z.enum([...STAGES, "pending", "posts"]).optional(),
  live: z.enum(LIVE_STATES).optional(),
  language: z.enum(LANGUAGE_CODES).optional(),
  sectionId: id.optional(),
  mine: z.literal("mine").optional(),
  search: z.string().max(200).optional(),
  /** The language of the one who looks: what sections are called in the list. */
  labelsIn: z.enum(LANGUAGE_CODES).optional(),
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(100),
});
export type ListInput = z.output<typeof listInput>;

export const wordInput = z.object({
  label: z.string().trim().min(1, "Give it a name.").max(120, "That name is longer than 120 characters."),
  language: z.enum(LANGUAGE_CODES),
});
export type WordInput = z.output<typeof wordInput>;
