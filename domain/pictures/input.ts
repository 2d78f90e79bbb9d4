/** What picture verbs accept: one schema for the form, the action and the verb. Sentences are for the editor. */
import { z } from "zod";
import type { Box, Point } from "#db/shapes.ts";
import { printable } from "../stories/input.ts";
import { PICTURE_RIGHTS, PICTURE_STANDINGS, PICTURE_USE_FILTERS } from "../vocabulary.ts";

const id = z.uuid("That isn't the id of a picture.");
const line = (max: number, name: string) =>
  z
    .string()
    .max(max, `${name} is longer than ${max} characters.`)
    .transform((text) => printable(text.replace(/\s+/g, " ")).trim());
const lines = (max: number, name: string) =>
  z
    .string()
    .max(max, `${name} is longer than ${max} characters.`)
    .transform((text) => printable(text).trim());
const list = (most: number, name: string) =>
  z
    .array(line(120, `One of the ${name}`))
    .max(most, `A picture has at most ${most} ${name}.`)
    .transform((given) => [...new Set(given.filter((text) => text !== ""))]);

/** Everything that people write of a picture; each field may be left out and then stays. */
const fields = {
  author: line(200, "The author"),
  source: line(200, "The source"),
  credit: line(200, "The credit"),
  description: lines(4000, "The description"),
  altText: lines(1000, "The alt text"),
  rights: z.enum(PICTURE_RIGHTS),
  rightsNote: lines(1000, "The note on rights"),
  validUntil: z.date().nullable(),
  proof: lines(2000, "The proof"),
  instructions: lines(2000, "The instructions"),
  takenAt: z.date().nullable(),
  place: line(200, "The place"),
  peopleShown: list(50, "people"),
  keywords: list(50, "keywords"),
};
export const pictureFieldsSchema = z.object(fields).partial();
export type PictureFields = z.output<typeof pictureFieldsSchema>;

export const pictureInput = z.object({ pictureId: id });
export type PictureInput = z.output<typeof pictureInput>;

export const changePictureInput = z.object({
  pictureId: id,
  version: z.int().positive(),
  fields: pictureFieldsSchema,
});
export type ChangePictureInput = z.output<typeof changePictureInput>;

/** In bulk, lists are added to and nothing is emptied by accident: what isn't given stays. */
export const changePicturesInput = z.object({
  pictureIds: z.array(id).min(1, "Choose at least one picture.").max(200, "Choose at most 200 pictures."),
  fields: pictureFieldsSchema
    .pick({
      author: true,
      source: true,
      credit: true,
      rights: true,
      rightsNote: true,
      validUntil: true,
      proof: true,
      instructions: true,
      place: true,
    })
    .refine((given) => Object.keys(given).length > 0, "Choose what to change."),
  addPeople: fields.peopleShown.default([]),
  addKeywords: fields.keywords.default([]),
});
export type ChangePicturesInput = z.output<typeof changePicturesInput>;

const fraction = z.number().min(0).max(1);
const boxSchema = z
  .object({ x: fraction, y: fraction, width: fraction, height: fraction })
  .refine(
    ({ x, y, width, height }) => width > 0 && height > 0 && x + width <= 1.0001 && y + height <= 1.0001,
    "A box lies outside the picture.",
  ) satisfies z.ZodType<Box>;
const pointSchema = z.object({ x: fraction, y: fraction }) satisfies z.ZodType<Point>;

export const cutPictureInput = z.object({
  pictureId: id,
  version: z.int().positive(),
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  focal: pointSchema.nullable(),
  crops: z.object({
    wide: boxSchema.optional(),
    square: boxSchema.optional(),
    portrait: boxSchema.optional(),
  }),
  blurs: z.array(boxSchema).max(60, "A picture has at most 60 blurred places."),
});
export type CutPictureInput = z.output<typeof cutPictureInput>;

export const listPicturesInput = z.object({
  search: z.string().max(200).optional(),
  rights: z.enum(PICTURE_RIGHTS).optional(),
  /** By what the picture shows: somebody's name as it was written down. */
  person: z.string().max(120).optional(),
  uploadedBy: id.optional(),
  use: z.enum(PICTURE_USE_FILTERS).optional(),
  standing: z.enum(PICTURE_STANDINGS).optional(),
  /** Half-open: from this instant, before that one. */
  addedFrom: z.date().optional(),
  addedBefore: z.date().optional(),
  takenFrom: z.date().optional(),
  takenBefore: z.date().optional(),
  /** For a picker: only what may be put into a story now. */
  usable: z.boolean().optional(),
  /** These and no others, however old they are. */
  pictureIds: z.array(id).min(1).max(100).optional(),
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(100),
});
export type ListPicturesInput = z.output<typeof listPicturesInput>;

export const pullPictureInput = z.object({
  pictureId: id,
  version: z.int().positive(),
  replacedBy: id.nullable(),
  note: lines(1000, "The note"),
});
export type PullPictureInput = z.output<typeof pullPictureInput>;

export const returnPictureInput = z.object({ pictureId: id, version: z.int().positive() });
export type ReturnPictureInput = z.output<typeof returnPictureInput>;

export const lookAtSurfacesInput = z.object({
  pictureId: id,
  lineIds: z.array(z.string().max(40)).min(1).max(100),
});
export type LookAtSurfacesInput = z.output<typeof lookAtSurfacesInput>;
