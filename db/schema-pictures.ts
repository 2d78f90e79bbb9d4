import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { PictureRights, PictureState } from "../domain/vocabulary.ts";
import { at, bits, bornAt, id, tsvector } from "./columns.ts";
import { contributors, people, stories } from "./schema.ts";
import type { Box, Point, PrintablePicture, RenditionFile } from "./shapes.ts";

// ── Pictures ────────────────────────────────────────────────────────────────────────────────

/**
 * A picture that the outlet has: where it comes from, what it may be used for, how it is cut.
 * What a story says of it (caption, credit, alt text, crop) stands in the story. The original
 * is never public; `printable` names the files that may be, of the pixels' newest `edition`.
 */
export const pictures = pgTable(
  "pictures",
  {
    id: id(),
    originalKey: text().notNull().unique(),
    originalHash: text().notNull(),
    fileName: text().notNull(),
    format: text().notNull(),
    bytes: bigint({ mode: "number" }).notNull(),
    width: integer().notNull().default(0),
    height: integer().notNull().default(0),
    state: text().$type<PictureState>().notNull().default("processing"),
    trouble: text().notNull().default(""),

    /** Grows with every change of the pixels: turned, blurred, cut. */
    edition: integer().notNull().default(1),
    rotation: smallint().notNull().default(0),
    blurs: jsonb().$type<Box[]>().notNull().default([]),
    focal: jsonb().$type<Point>(),
    crops: jsonb().$type<Partial<Record<"wide" | "square" | "portrait", Box>>>().notNull().default({}),
    printable: jsonb().$type<PrintablePicture>(),
    likeness: bits(),

    author: text().notNull().default(""),
    source: text().notNull().default(""),
    credit: text().notNull().default(""),
    description: text().notNull().default(""),
    altText: text().notNull().default(""),
    rights: text().$type<PictureRights>().notNull().default("unknown"),
    /** "permission from …": from whom, and for what. */
    rightsNote: text().notNull().default(""),
    validUntil: at(),
    proof: text().notNull().default(""),
    instructions: text().notNull().default(""),
    takenAt: at(),
    place: text().notNull().default(""),
    peopleShown: text().array().notNull().default(sql`'{}'`),
    keywords: text().array().notNull().default(sql`'{}'`),

    /** Guards two people at once, like the outlet's own. */
    version: integer().notNull().default(1),
    uploadedBy: uuid().references(() => people.id),
    createdAt: bornAt(),
    updatedAt: bornAt(),
    updatedBy: uuid().references(() => people.id),
    /** Pulled: nowhere for readers any more, or `replacedBy` in its place. */
    pulledAt: at(),
    pulledBy: uuid().references(() => people.id),
    pullNote: text().notNull().default(""),
    replacedBy: uuid(),
    searchText: text().notNull().default(""),
    search: tsvector().generatedAlwaysAs(sql`to_tsvector('simple', search_text)`),
  },
  (t) => [
    foreignKey({ columns: [t.replacedBy], foreignColumns: [t.id] }),
    index("pictures_newest").on(t.createdAt.desc(), t.id),
    index("pictures_expiring").on(t.validUntil),
    index("pictures_by_original").on(t.originalHash),
    index("pictures_search").using("gin", t.search),
  ],
);

/** Every file made from a picture. Of several editions only those that `printable` names are public. */
export const renditions = pgTable(
  "renditions",
  {
    id: id(),
    pictureId: uuid()
      .notNull()
      .references(() => pictures.id),
    edition: integer().notNull(),
    crop: text().$type<RenditionFile["crop"]>().notNull(),
    format: text().$type<RenditionFile["format"]>().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    /** Content hash and ending: the public address and the key in the store. */
    name: text().notNull(),
    createdAt: bornAt(),
  },
  (t) => [
    unique("renditions_once").on(t.pictureId, t.edition, t.crop, t.format, t.width),
    index("renditions_by_name").on(t.name),
  ],
);

/**
 * Where a picture stands, derived from documents, fields and settings, so that "where used",
 * "pull" and "may this file be fetched" are one look. "head" is the newsroom's newest text,
 * "live" is what readers have.
 */
export const pictureUses = pgTable(
  "picture_uses",
  {
    id: id(),
    pictureId: uuid()
      .notNull()
      .references(() => pictures.id),
    stands: text().$type<"head" | "live">().notNull(),
    place: text().$type<"lead" | "body" | "logo" | "icon" | "portrait">().notNull(),
    storyId: uuid().references(() => stories.id),
    contributorId: uuid().references(() => contributors.id),
  },
  (t) => [
    unique("picture_uses_once")
      .on(t.pictureId, t.stands, t.place, t.storyId, t.contributorId)
      .nullsNotDistinct(),
    index("picture_uses_of_story").on(t.storyId, t.stands),
  ],
);
