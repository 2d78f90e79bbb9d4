/** What the verbs of templates and snippets accept. Sentences are for the person at the form. */
import { z } from "zod";
import { LANGUAGE_CODES } from "../vocabulary.ts";

const id = z.uuid("That isn't the id of anything here.");
const name = (what: string) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, `${what} needs a name.`).max(60, `${what}'s name is longer than 60 characters.`));

/** A snippet is called by typing "/" and its name, so the name is one word. */
const snippetName = name("A snippet").transform((text) => text.replaceAll(" ", "-"));

export const keepSnippetInput = z.object({
  /** Left out: a new one. */
  snippetId: id.optional(),
  name: snippetName,
  /** Null: for stories in every language. */
  language: z.enum(LANGUAGE_CODES).nullable(),
  owner: z.enum(["own", "newsroom"]),
  /** Checked by `parseDocument`. */
  document: z.unknown(),
});
export type KeepSnippetInput = z.input<typeof keepSnippetInput>;
export type KeptSnippet = z.output<typeof keepSnippetInput>;

export const snippetInput = z.object({ snippetId: id });
export type SnippetInput = z.output<typeof snippetInput>;

export const listSnippetsInput = z.object({
  language: z.enum(LANGUAGE_CODES).optional(),
  limit: z.int().min(1).max(500).default(500),
});
export type ListSnippetsInput = z.output<typeof listSnippetsInput>;

const templateTerms = {
  name: name("A template"),
  language: z.enum(LANGUAGE_CODES).nullable(),
  sectionId: id.nullable(),
};

export const saveTemplateInput = z.object({ storyId: id, revisionId: id, ...templateTerms });
export type SaveTemplateInput = z.output<typeof saveTemplateInput>;

export const changeTemplateInput = z.object({ templateId: id, ...templateTerms });
export type ChangeTemplateInput = z.output<typeof changeTemplateInput>;

export const templateInput = z.object({ templateId: id });
export type TemplateInput = z.output<typeof templateInput>;

export const listTemplatesInput = z.object({
  labelsIn: z.enum(LANGUAGE_CODES),
  limit: z.int().min(1).max(500).default(200),
});
export type ListTemplatesInput = z.output<typeof listTemplatesInput>;
