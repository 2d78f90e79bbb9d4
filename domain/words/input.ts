/** What the verbs about words accept: one schema for the form, the action and the verb. */
import { z } from "zod";
import type { Labels } from "#db/shapes.ts";
import { LANGUAGE_CODES, WORD_KINDS } from "../vocabulary.ts";

const kind = z.enum(WORD_KINDS, "There is no such list of words.");
const wordId = z.uuid("There is no such word.");

const printable = (text: string) => text.replace(/[\p{Cs}\ufffe\uffff]|(?![\t\n])\p{Cc}/gu, "");
const line = (max: number) =>
  z
    .string()
    .max(max, `That is longer than ${max} characters.`)
    .transform((text) => printable(text.replace(/\s+/g, " ")).trim());
const lines = (max: number) =>
  z
    .string()
    .max(max, `That is longer than ${max} characters.`)
    .transform((text) => printable(text).trim());

/** A text per language; empty ones are left out. */
const perLanguage = (text: ReturnType<typeof line>) =>
  z
    .object({ en: text.optional(), ar: text.optional(), ckb: text.optional() })
    .transform((given): Labels => Object.fromEntries(Object.entries(given).filter(([, each]) => each)));

const labels = perLanguage(line(120)).refine(
  (texts) => Object.keys(texts).length > 0,
  "Write the name in at least one language.",
);
const about = perLanguage(lines(1500));

export const listWordsInput = z.object({
  kind,
  search: z.string().max(200).optional(),
  missing: z.enum(LANGUAGE_CODES).optional(),
  page: z.int().min(1).max(10_000).default(1),
  limit: z.int().min(1).max(200).default(50),
});
export type ListWordsInput = z.input<typeof listWordsInput>;

export const wordInput = z.object({ kind, wordId });
export type WordInput = z.output<typeof wordInput>;

export const addWordInput = z.object({ kind, labels });
export type AddWordInput = z.output<typeof addWordInput>;

/** `seen` is what stood on the screen: what a colleague wrote meanwhile in another language stays. */
export const changeWordInput = z.object({
  kind,
  wordId,
  seen: z.object({ labels: perLanguage(line(120)), about }),
  labels,
  about,
});
export type ChangeWordInput = z.output<typeof changeWordInput>;

/** Words that have a page, which can move, and which can turn out to be one. */
const pagedKind = z.enum(["topic", "contributor"], "There is no such list of words.");

export const moveWordInput = z.object({
  kind: pagedKind,
  wordId,
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .max(80, "The address is longer than 80 characters.")
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "An address has small Latin letters, digits and single hyphens."),
});
export type MoveWordInput = z.output<typeof moveWordInput>;

export const mergeWordsInput = z.object({
  kind: pagedKind,
  wordId,
  intoId: z.uuid("Choose the one to merge it into."),
});
export type MergeWordsInput = z.output<typeof mergeWordsInput>;

export const separateWordInput = z.object({ kind: pagedKind, wordId });
export type SeparateWordInput = z.output<typeof separateWordInput>;

/** Nothing to say: the places that come along are known. */
export const addPlacesInput = z.object({});
