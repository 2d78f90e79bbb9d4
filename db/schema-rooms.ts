/** Stories while several people write them: what the rooms hold, and every keystroke until it is folded in. */
import { bigint, customType, index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { at, bornAt } from "./columns.ts";
import { people, stories } from "./schema.ts";

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (data) => Buffer.from(data),
  fromDriver: (stored) => new Uint8Array(stored),
});

/**
 * The room of a story: its Yjs document as far as it is folded. The room is `state` with every
 * row of `story_updates` applied; a row that is folded in is deleted in the same transaction.
 * Nothing that was deleted in the text leaves the state, so that any screen can be rebuilt.
 */
export const storyRooms = pgTable("story_rooms", {
  storyId: uuid()
    .primaryKey()
    .references(() => stories.id),
  schemaVersion: integer().notNull(),
  state: bytes().notNull(),
  /** The last update that the newest revision knows: who typed later is its successor's author. */
  revisedSeq: bigint({ mode: "number" }).notNull().default(0),
  updatedAt: at().notNull(),
});

/** Appended and committed before an update is applied or acknowledged. `person_id` null: the machine. */
export const storyUpdates = pgTable(
  "story_updates",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    storyId: uuid()
      .notNull()
      .references(() => storyRooms.storyId),
    personId: uuid().references(() => people.id),
    update: bytes().notNull(),
    at: bornAt(),
  },
  (t) => [index("story_updates_of_room").on(t.storyId, t.seq)],
);

/**
 * Which screen of the room a revision is (a Yjs snapshot), and everybody who typed for it. Stays
 * for some days after its revision was pruned: somebody may still save on that screen.
 */
export const roomRevisions = pgTable(
  "room_revisions",
  {
    revisionId: uuid().primaryKey(),
    storyId: uuid()
      .notNull()
      .references(() => storyRooms.storyId),
    snapshot: bytes().notNull(),
    personIds: uuid().array().notNull(),
    at: bornAt(),
  },
  (t) => [index("room_revisions_of_story").on(t.storyId)],
);

/** Who is in a room now: seen again every half minute, gone when they leave. */
export const roomPresence = pgTable(
  "room_presence",
  {
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    seenAt: at().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.personId] })],
);
