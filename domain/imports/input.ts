/** What verbs about archives accept: one schema for the form, the action and the verb. */
import { z } from "zod";
import { LANGUAGE_CODES } from "../vocabulary.ts";

const id = z.uuid("That isn't the id of anything here.");

const sectionSlug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,39}$/,
    "An address has small Latin letters, digits and single hyphens.",
  );

/** What becomes of a category or a tag of the old site. */
export const termChoice = z.discriminatedUnion("as", [
  z.object({ as: z.literal("section"), sectionId: id }),
  z.object({ as: z.literal("new-section"), slug: sectionSlug, label: z.string().trim().min(1).max(120) }),
  z.object({ as: z.literal("topic") }),
  z.object({ as: z.literal("nothing") }),
]);
export type TermChoice = z.output<typeof termChoice>;

/** The old site's address without anything behind the name. */
const siteAddress = z
  .string()
  .trim()
  .max(300)
  .transform((typed) => (typed !== "" && !/^https?:\/\//i.test(typed) ? `https://${typed}` : typed))
  .refine((typed) => typed === "" || URL.canParse(typed), "That isn't the address of a site.")
  .transform((typed) => (typed === "" ? "" : new URL(typed).origin));

export const choicesSchema = z.object({
  /** For what neither the archive nor its letters say. */
  language: z.enum(LANGUAGE_CODES),
  /** Look at the letters where the archive says nothing. */
  byLetters: z.boolean(),
  site: siteAddress,
  /** "site": pictures that lie nowhere else are fetched from where they stood. */
  pictures: z.enum(["none", "beside", "site"]),
  /** The archive's kinds that become stories. */
  storyTypes: z.array(z.string().max(80)).min(1, "Choose at least one kind.").max(20),
  withPages: z.boolean(),
  /** The section of whatever has none. */
  sectionId: id,
  terms: z.record(z.string().max(300), termChoice),
});
export type Choices = z.output<typeof choicesSchema>;

export const importInput = z.object({ importId: id });
export type ImportInput = z.output<typeof importInput>;

export const rehearseInput = z.object({ importId: id, choices: choicesSchema.partial().optional() });
export type RehearseInput = z.output<typeof rehearseInput>;

export const moveInInput = z.object({
  rehearsalId: id,
  choices: choicesSchema,
  /** How many stories become public, typed by whoever answers for it. */
  typedCount: z.string().max(20),
});
export type MoveInInput = z.output<typeof moveInInput>;
