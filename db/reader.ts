/** What readers' pages may select: the views of schema `reader` (made in drizzle/*_guards.sql), nothing else. */
import { bigint, integer, jsonb, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Language, LiveState, NoticeKind, PageRole } from "../domain/vocabulary.ts";
import type { Labels, OutletSettings, PrintablePicture, Printed, StoredDocument } from "./shapes.ts";

const reader = pgSchema("reader");
/** A view's columns carry their names: drizzle's casing doesn't reach views. */
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Published stories with what their live publication prints. The only stories a reader page can see. */
export const readerStories = reader
  .view("stories", {
    id: uuid("id").notNull(),
    number: bigint("number", { mode: "number" }).notNull(),
    familyId: uuid("family_id").notNull(),
    language: text("language").$type<Language>().notNull(),
    sectionId: uuid("section_id").notNull(),
    sectionSlug: text("section_slug").notNull(),
    sectionLabels: jsonb("section_labels").$type<Labels>().notNull(),
    publicationId: uuid("publication_id").notNull(),
    publicationNumber: integer("publication_number").notNull(),
    printed: jsonb("printed").$type<Printed>().notNull(),
    bodyHtml: text("body_html").notNull(),
    rendererVersion: integer("renderer_version").notNull(),
    document: jsonb("document").$type<StoredDocument>().notNull(),
    marks: text("marks").array().notNull(),
    firstPublishedAt: instant("first_published_at").notNull(),
    publishedAt: instant("published_at").notNull(),
    significantAt: instant("significant_at").notNull(),
  })
  .existing();

/** Stories that were taken back: the address stays, with a notice. */
export const readerWithdrawn = reader
  .view("withdrawn", {
    number: bigint("number", { mode: "number" }).notNull(),
    language: text("language").$type<Language>().notNull(),
    live: text("live").$type<LiveState>().notNull(),
    withdrawnAt: instant("withdrawn_at").notNull(),
    note: text("note").notNull(),
  })
  .existing();

/** Notices of published stories. */
export const readerNotices = reader
  .view("notices", {
    id: uuid("id").notNull(),
    storyId: uuid("story_id").notNull(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    noticedAt: instant("noticed_at").notNull(),
    note: text("note").notNull(),
    blockId: text("block_id"),
  })
  .existing();

export const readerSections = reader
  .view("sections", {
    id: uuid("id").notNull(),
    slug: text("slug").notNull(),
    labels: jsonb("labels").$type<Labels>().notNull(),
    position: integer("position").notNull(),
  })
  .existing();

export const readerOutlet = reader
  .view("outlet", {
    version: integer("version").notNull(),
    settings: jsonb("settings").$type<OutletSettings>().notNull(),
  })
  .existing();

/** Pages about the outlet, as they are live. */
export const readerSitePages = reader
  .view("site_pages", {
    id: uuid("id").notNull(),
    familyId: uuid("family_id").notNull(),
    language: text("language").$type<Language>().notNull(),
    slug: text("slug").notNull(),
    role: text("role").$type<PageRole>(),
    printed: jsonb("printed").$type<Printed>().notNull(),
    bodyHtml: text("body_html").notNull(),
    rendererVersion: integer("renderer_version").notNull(),
    document: jsonb("document").$type<StoredDocument>().notNull(),
    publishedAt: instant("published_at").notNull(),
    significantAt: instant("significant_at").notNull(),
  })
  .existing();

/** Pages about the outlet that were taken back. */
export const readerGonePages = reader
  .view("gone_pages", {
    language: text("language").$type<Language>().notNull(),
    slug: text("slug").notNull(),
    withdrawnAt: instant("withdrawn_at").notNull(),
  })
  .existing();

export const readerTopics = reader
  .view("topics", {
    id: uuid("id").notNull(),
    slug: text("slug").notNull(),
    labels: jsonb("labels").$type<Labels>().notNull(),
    descriptions: jsonb("descriptions").$type<Labels>().notNull(),
  })
  .existing();

/** Names with a page of their own; who they are as accounts is nobody's business. */
export const readerContributors = reader
  .view("contributors", {
    id: uuid("id").notNull(),
    slug: text("slug").notNull(),
    names: jsonb("names").$type<Labels>().notNull(),
    biography: jsonb("biography").$type<Labels>().notNull(),
    pictureId: uuid("picture_id"),
  })
  .existing();

/** Live stories under the topics and bylines that they are listed under today, merges resolved. */
export const readerListings = reader
  .view("listings", {
    storyId: uuid("story_id").notNull(),
    kind: text("kind").$type<"topic" | "byline">().notNull(),
    wordId: uuid("word_id").notNull(),
    language: text("language").$type<Language>().notNull(),
    firstPublishedAt: instant("first_published_at").notNull(),
  })
  .existing();

/**
 * Pictures that stand on a live page. One that was pulled is missing, or has the printable of
 * the picture in its place, under the id that the text names.
 */
export const readerPictures = reader
  .view("pictures", {
    id: uuid("id").notNull(),
    printable: jsonb("printable").$type<PrintablePicture>().notNull(),
    credit: text("credit").notNull(),
    isReplaced: integer("is_replaced").notNull(),
  })
  .existing();

/** Which of them stand on which story, by the id that the text names. */
export const readerPictureUses = reader
  .view("picture_uses", {
    pictureId: uuid("picture_id").notNull(),
    place: text("place").notNull(),
    storyId: uuid("story_id"),
    contributorId: uuid("contributor_id"),
  })
  .existing();

/** Files that anybody may fetch at `/media/{name}`, with the picture or story that they hang on. */
export const readerMedia = reader
  .view("media", {
    name: text("name").notNull(),
    pictureId: uuid("picture_id"),
    storyNumber: bigint("story_number", { mode: "number" }),
  })
  .existing();

/**
 * The newest share card of each live story, while anybody may have it: not when its picture was
 * pulled, blurred since or taken out, nor when a correction came after it.
 */
export const readerShareCards = reader
  .view("share_cards", {
    storyId: uuid("story_id").notNull(),
    publicationId: uuid("publication_id").notNull(),
    name: text("name").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
  })
  .existing();

/** Where earlier addresses lead today: a path, or a live story's own address. */
export const readerRedirects = reader
  .view("redirects", {
    fromPath: text("from_path").notNull(),
    toPath: text("to_path"),
    storyNumber: bigint("story_number", { mode: "number" }),
    language: text("language").$type<Language>(),
    sectionSlug: text("section_slug"),
    slug: text("slug"),
  })
  .existing();

/** The sitemaps that there are. */
export const readerSitemapMonths = reader
  .view("sitemap_months", {
    language: text("language").$type<Language>().notNull(),
    month: text("month").notNull(),
    changedAt: instant("changed_at").notNull(),
  })
  .existing();

export const readerShareTotals = reader
  .view("share_totals", {
    storyId: uuid("story_id").notNull(),
    shares: integer("shares").notNull(),
  })
  .existing();
