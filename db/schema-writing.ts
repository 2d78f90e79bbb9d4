/** What helps to write, and what comes from an outlet's earlier system. */
import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Language } from "../domain/vocabulary.ts";
import { at, bornAt, id } from "./columns.ts";
import { people, sections } from "./schema.ts";
import type { StoredDocument, StoryFields } from "./shapes.ts";

// ── What helps to write ─────────────────────────────────────────────────────────────────────

/** A story to begin from, for a section or for all: some fields and a body. */
export const storyTemplates = pgTable("story_templates", {
  id: id(),
  name: text().notNull(),
  language: text().$type<Language>(),
  sectionId: uuid().references(() => sections.id),
  fields: jsonb().$type<Partial<StoryFields>>().notNull(),
  document: jsonb().$type<StoredDocument>().notNull(),
  createdBy: uuid().references(() => people.id),
  updatedAt: bornAt(),
  retiredAt: at(),
});

/** Words that are typed often, of one person or (null) of the whole newsroom. */
export const snippets = pgTable("snippets", {
  id: id(),
  name: text().notNull(),
  language: text().$type<Language>(),
  document: jsonb().$type<StoredDocument>().notNull(),
  personId: uuid().references(() => people.id),
  updatedAt: bornAt(),
});

// ── Moving in ───────────────────────────────────────────────────────────────────────────────

/** An archive that comes from another system. A rehearsal writes nothing but its report. */
export const imports = pgTable("imports", {
  id: id(),
  source: text().$type<"wordpress" | "ghost">().notNull(),
  fileName: text().notNull(),
  fileKey: text().notNull(),
  mode: text().$type<"rehearsal" | "real">().notNull(),
  state: text().$type<"waiting" | "running" | "done" | "failed" | "stopped">().notNull().default("waiting"),
  choices: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  report: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  startedBy: uuid().references(() => people.id),
  createdAt: bornAt(),
  finishedAt: at(),
});

/** What became of each thing in an archive: a second run goes on where the first one stopped. */
export const importItems = pgTable(
  "import_items",
  {
    source: text().notNull(),
    /** The address or name of the site it comes from: two archives may use the same ids. */
    origin: text().notNull(),
    kind: text().$type<"story" | "page" | "picture" | "author" | "topic" | "section" | "family">().notNull(),
    externalId: text().notNull(),
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    outcome: text().$type<"done" | "left-out" | "failed">().notNull(),
    targetId: uuid(),
    note: text().notNull().default(""),
    doneAt: bornAt(),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.origin, t.kind, t.externalId] }),
    index("import_items_of_import").on(t.importId, t.outcome),
  ],
);

/**
 * What an archive says of its pictures: stories name them by number, before or after they come.
 * Read once when an import begins, gone when it has ended.
 */
export const archivePictures = pgTable(
  "archive_pictures",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    externalId: text().notNull(),
    /** The story under which it was uploaded there. */
    parentId: text(),
    /** The address of its own page there, as `redirects` has it. */
    path: text(),
    picture: jsonb().$type<{ address: string; alt: string; caption: string; title: string }>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.externalId] }),
    index("archive_pictures_of_story").on(t.importId, t.parentId),
  ],
);
