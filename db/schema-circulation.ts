/** How live stories are found and passed on: lists, old addresses, share cards, posts by hand. */
import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { HandChannel, Language, ShareChannel } from "../domain/vocabulary.ts";
import { at, bornAt, id } from "./columns.ts";
import { people, publications, stories } from "./schema.ts";
import { pictures } from "./schema-pictures.ts";

/** Under which topics and bylines a live story is listed, in the order of those lists. */
export const storyListings = pgTable(
  "story_listings",
  {
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    kind: text().$type<"topic" | "byline">().notNull(),
    wordId: uuid().notNull(),
    language: text().$type<Language>().notNull(),
    firstPublishedAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.kind, t.wordId] }),
    index("story_listings_newest").on(t.kind, t.wordId, t.language, t.firstPublishedAt.desc(), t.storyId),
  ],
);

/** The sitemaps that there are, one per language and month ("2026-11" in UTC), and when each last changed. */
export const sitemapMonths = pgTable(
  "sitemap_months",
  {
    language: text().$type<Language>().notNull(),
    month: text().notNull(),
    changedAt: at().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.language, t.month] })],
);

/**
 * Addresses that once led somewhere, here or at the outlet's earlier site: a path without the
 * origin, percent-decoded. It leads to a story (by number, wherever that stands today) or to a path.
 */
export const redirects = pgTable(
  "redirects",
  {
    id: id(),
    fromPath: text().notNull().unique(),
    storyId: uuid().references(() => stories.id),
    toPath: text(),
    source: text().$type<"rename" | "merge" | "import" | "file">().notNull(),
    createdAt: bornAt(),
    createdBy: uuid().references(() => people.id),
  },
  (t) => [check("redirects_lead_somewhere", sql`(${t.storyId} is null) <> (${t.toPath} is null)`)],
);

/** The picture that a shared link shows: made for one publication, at an address of its own. */
export const shareCards = pgTable(
  "share_cards",
  {
    id: id(),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    /** The picture it shows; null = the headline, drawn. */
    pictureId: uuid().references(() => pictures.id),
    /** The picture's public file that it was made of: nobody may have the card when nobody may have that. */
    sourceName: text(),
    name: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    createdAt: bornAt(),
  },
  (t) => [
    index("share_cards_of_story").on(t.storyId, t.createdAt.desc()),
    index("share_cards_by_name").on(t.name),
  ],
);

/** How often readers pressed a way of sharing, by day. Nothing about who. */
export const shareCounts = pgTable(
  "share_counts",
  {
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    channel: text().$type<ShareChannel>().notNull(),
    day: date().notNull(),
    shares: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.channel, t.day] })],
);

/** Where the newsroom posted a story by hand, so that a correction or withdrawal reaches those posts too. */
export const handLines = pgTable(
  "hand_lines",
  {
    id: id(),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    channel: text().$type<HandChannel>().notNull(),
    url: text().notNull().default(""),
    note: text().notNull().default(""),
    postedAt: at().notNull(),
    postedBy: uuid().references(() => people.id),
    /** When somebody last said "I changed it". A later notice asks for it again. */
    changedAt: at(),
    changedBy: uuid().references(() => people.id),
    removedAt: at(),
  },
  (t) => [index("hand_lines_of_story").on(t.storyId, t.postedAt)],
);
