/** What the verbs of a story's history accept. */
import { z } from "zod";
import { printable } from "../stories/input.ts";

/** The fields as a comparison lists them: a lead picture is four things there. */
export const COMPARED_NAMES = [
  "slugline",
  "kicker",
  "headline",
  "standfirst",
  "dateline",
  "byline",
  "sectionId",
  "topicIds",
  "sources",
  "signOff",
  "slug",
  "marks",
  "leadPicture",
  "leadCaption",
  "leadCredit",
  "leadAlt",
  "related",
  "machineHelp",
  "shareText",
] as const;
export type ComparedName = (typeof COMPARED_NAMES)[number];

const id = z.uuid("That isn't the id of anything here.");

export const listHistoryInput = z.object({
  storyId: id,
  /** Only what lies before this revision of the story. */
  before: z.int().positive().optional(),
  limit: z.int().min(1).max(100),
});
export type ListHistoryInput = z.output<typeof listHistoryInput>;

export const compareInput = z.object({ storyId: id, fromId: id, toId: id });
export type CompareInput = z.output<typeof compareInput>;

export const partInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("field"), name: z.enum(COMPARED_NAMES) }),
  z.object({ kind: z.literal("block"), blockId: z.string().min(1).max(80) }),
]);
export type Part = z.output<typeof partInput>;

export const restorePartInput = z.object({
  storyId: id,
  revisionId: id,
  baseRevisionId: id,
  part: partInput,
});
export type RestorePartInput = z.output<typeof restorePartInput>;

export const nameVersionInput = z.object({
  storyId: id,
  revisionId: id,
  /** "": it has no name any more. */
  name: z
    .string()
    .max(120, "That name is longer than 120 characters.")
    .transform((text) => printable(text.replace(/\s+/g, " ")).trim()),
});
export type NameVersionInput = z.input<typeof nameVersionInput>;

export const lookInput = z.object({ storyId: id, revisionId: id });
export type LookInput = z.output<typeof lookInput>;
