/** What the verbs about site pages accept. Sentences are for whoever fills in the form. */
import { z } from "zod";
import { LANGUAGE_CODES, PAGE_ROLES, RESERVED_SECTION_SLUGS } from "../vocabulary.ts";

const id = z.uuid("That isn't the id of anything here.");

/** Words that no section may take because they wait for these very pages. */
const KEPT_FOR_PAGES: readonly string[] = ["about", "contact"];

/** The address of a site page: what a section's could be, without the words that name other pages of ours. */
export const pageSlugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,39}$/,
    "An address has small Latin letters, digits and single hyphens.",
  )
  .refine(
    (slug) => KEPT_FOR_PAGES.includes(slug) || !(RESERVED_SECTION_SLUGS as readonly string[]).includes(slug),
    "That word is kept for something else. Choose another.",
  );

const title = z
  .string()
  .max(300, "The title is longer than 300 characters.")
  .transform((text) => text.replace(/\s+/g, " ").trim());

export const createPageInput = z.object({
  language: z.enum(LANGUAGE_CODES),
  pageSlug: pageSlugSchema,
  /** What the page is to the outlet; null: a page of any other kind. */
  role: z.enum(PAGE_ROLES).nullable(),
  headline: title.optional(),
});
export type CreatePageInput = z.output<typeof createPageInput>;

export const translatePageInput = z.object({ language: z.enum(LANGUAGE_CODES), familyId: id });
export type TranslatePageInput = z.output<typeof translatePageInput>;

export const startPagesInput = z.object({});

export const movePageInput = z.object({ storyId: id, pageSlug: pageSlugSchema });
export type MovePageInput = z.output<typeof movePageInput>;

export const pageRoleInput = z.object({ storyId: id, role: z.enum(PAGE_ROLES).nullable() });
export type PageRoleInput = z.output<typeof pageRoleInput>;
