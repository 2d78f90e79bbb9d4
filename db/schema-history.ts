/** What a person can do with a story's revisions: name them, find them folded, see what is new. */
import { index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, id } from "./columns.ts";
import { people, revisions, stories } from "./schema.ts";

/** A version that somebody gave a name. It is never pruned. */
export const namedRevisions = pgTable(
  "named_revisions",
  {
    revisionId: uuid()
      .primaryKey()
      .references(() => revisions.id),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    name: text().notNull(),
    namedBy: uuid().references(() => people.id),
    namedAt: at().notNull(),
  },
  (t) => [index("named_revisions_of_story").on(t.storyId)],
);

/** What somebody last had on screen of a story, and what they had on the visit before that. */
export const storyLooks = pgTable(
  "story_looks",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    revisionId: uuid().notNull(),
    lookedAt: at().notNull(),
    /** Null on the first visit. */
    beforeRevisionId: uuid(),
    beforeLookedAt: at(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.storyId] }), index("story_looks_of_story").on(t.storyId)],
);

/**
 * Stretches of writing that are over: one line of the history each, kept when the steps within
 * are pruned. `people` in the order in which they came to it, words against the stretch before.
 */
export const writingSessions = pgTable(
  "writing_sessions",
  {
    id: id(),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    firstSeq: integer().notNull(),
    lastSeq: integer().notNull(),
    lastRevisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    /** null: the machine. */
    people: uuid().array().notNull(),
    startedAt: at().notNull(),
    endedAt: at().notNull(),
    steps: integer().notNull(),
    wordsIn: integer().notNull(),
    wordsOut: integer().notNull(),
    /** Names of the fields that are different at its end. */
    fields: text().array().notNull(),
  },
  (t) => [unique("writing_sessions_in_order").on(t.storyId, t.lastSeq)],
);

/** Which kept revision stands for one that was pruned: for screens and marks that still name it. */
export const revisionStandIns = pgTable(
  "revision_stand_ins",
  {
    revisionId: uuid().primaryKey(),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    keptId: uuid().notNull(),
    prunedAt: at().notNull(),
  },
  (t) => [index("revision_stand_ins_by_time").on(t.prunedAt), index("revision_stand_ins_kept").on(t.keptId)],
);

/** Who changed a paragraph in the pruned steps before a kept revision, beside that one's own author. */
export const keptAuthors = pgTable(
  "kept_authors",
  {
    revisionId: uuid().notNull(),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    blockId: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    changedAt: at().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.blockId, t.personId] }),
    index("kept_authors_of_story").on(t.storyId),
  ],
);
