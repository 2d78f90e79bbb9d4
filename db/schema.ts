/**
 * Every table of the newsroom, in reading order: outlet, people, words, stories, what readers
 * have, what was done. Ids are uuidv7 (they sort by time); instants end in `_at` and are
 * timestamptz; rules that must hold whatever the code does are constraints or triggers
 * (drizzle/*_guards.sql holds what drizzle-kit can't express: views, roles, triggers). Pictures, what
 * circulates and what helps to write have files of their own; readers' views are in reader.ts.
 */
import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  EventName,
  Language,
  LiveState,
  NoticeKind,
  PageRole,
  Permission,
  PublicationKind,
  Relation,
  RevisionKind,
  Stage,
  StoryKind,
} from "../domain/vocabulary.ts";
import { at, bornAt, id, storyFields, tsvector } from "./columns.ts";
import type { Labels, OutletSettings, Printed, StoredDocument } from "./shapes.ts";

// ── The outlet ──────────────────────────────────────────────────────────────────────────────

/** One row: what the outlet is called, its languages and its clock. `version` guards two admins at once. */
export const outlet = pgTable(
  "outlet",
  {
    id: smallint().primaryKey().default(1),
    version: integer().notNull().default(1),
    settings: jsonb().$type<OutletSettings>().notNull(),
    updatedAt: bornAt(),
    updatedBy: uuid().references(() => people.id),
  },
  (t) => [check("outlet_is_one_row", sql`${t.id} = 1`)],
);

/** A team that owns copy. A new outlet has one. */
export const desks = pgTable("desks", { id: id(), name: text().notNull(), created_at: bornAt() });

/** Where a story stands in the newspaper; its slug is part of every address. Never deleted, only retired. */
export const sections = pgTable("sections", {
  id: id(),
  slug: text().notNull().unique(),
  labels: jsonb().$type<Labels>().notNull(),
  descriptions: jsonb().$type<Labels>().notNull().default({}),
  position: integer().notNull().default(0),
  retiredAt: at(),
});

/** What a story is about. One that was merged stands for the other, wherever it is still named. */
export const topics = pgTable("topics", {
  id: id(),
  slug: text().notNull().unique(),
  labels: jsonb().$type<Labels>().notNull(),
  descriptions: jsonb().$type<Labels>().notNull().default({}),
  mergedInto: uuid(),
});

/** Places that a dateline can name, with the name as each language prints it ("SULAIMANI"). */
export const places = pgTable("places", {
  id: id(),
  slug: text().notNull().unique(),
  labels: jsonb().$type<Labels>().notNull(),
});

/** News agencies whose copy the outlet uses; the sign-off names them. */
export const agencies = pgTable("agencies", {
  id: id(),
  slug: text().notNull().unique(),
  labels: jsonb().$type<Labels>().notNull(),
});

// ── People ──────────────────────────────────────────────────────────────────────────────────

/** Accounts. `email` is stored as typed; uniqueness and look-up go by its lower-case form. */
export const people = pgTable(
  "people",
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull(),
    passwordHash: text(),
    locale: text().notNull().default("en"),
    /** IANA zone in which this person reads times; null = the newsroom's. */
    timeZone: text(),
    pictureId: uuid(),
    suspendedAt: at(),
    createdAt: bornAt(),
  },
  (t) => [uniqueIndex("people_email").on(sql`lower(${t.email})`)],
);

/** Sets of permissions, as data. */
export const roles = pgTable("roles", {
  id: text().primaryKey(),
  permissions: text().array().$type<Permission[]>().notNull(),
});

/** Who has which role, on one desk or (null) on all. */
export const grants = pgTable(
  "grants",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    roleId: text()
      .notNull()
      .references(() => roles.id),
    deskId: uuid().references(() => desks.id),
    createdAt: bornAt(),
  },
  (t) => [unique("grants_once").on(t.personId, t.roleId, t.deskId).nullsNotDistinct()],
);

/** A signed-in browser. Looked up on every request: revoking the row ends it. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    createdAt: bornAt(),
    lastSeenAt: bornAt(),
    expiresAt: at().notNull(),
    source: text().notNull().default(""),
    userAgent: text().notNull().default(""),
    revokedAt: at(),
  },
  (t) => [index("sessions_of_person").on(t.personId)],
);

/** Links that open a door once: first run, an invitation, a recovery. Only the hash is kept. */
export const oneTimeLinks = pgTable("one_time_links", {
  id: id(),
  kind: text().$type<"welcome" | "invitation" | "recovery">().notNull(),
  tokenHash: text().notNull().unique(),
  personId: uuid().references(() => people.id),
  email: text(),
  name: text(),
  roleId: text().references(() => roles.id),
  invitedBy: uuid().references(() => people.id),
  createdAt: bornAt(),
  expiresAt: at().notNull(),
  usedAt: at(),
});

/** Counters of sign-in attempts (rate-limiter-flexible's own layout). */
export const signInLimits = pgTable("sign_in_limits", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: "number" }),
});

/**
 * Names that a byline prints. Apart from accounts: a byline needs none, a person may be
 * linked, and a pseudonym's link is never shown to readers.
 */
export const contributors = pgTable("contributors", {
  id: id(),
  slug: text().notNull().unique(),
  names: jsonb().$type<Labels>().notNull(),
  biography: jsonb().$type<Labels>().notNull().default({}),
  pictureId: uuid(),
  personId: uuid().references(() => people.id),
  mergedInto: uuid(),
  /** Has no page of its own: bylines print the name alone. */
  hiddenAt: at(),
  createdAt: bornAt(),
});

// ── Stories: the work ───────────────────────────────────────────────────────────────────────

/** What the same story is in several languages. */
export const families = pgTable("families", { id: id(), created_at: bornAt() });

/**
 * One language of one story. `stage` is where its pending change stands (null: nothing is
 * pending); `live` and `live_publication_id` are what readers have. The columns from
 * `slugline` on repeat the head revision, for lists and search; the `live_…` columns and
 * `first_published_at` repeat the live publication, for the reader's lists.
 */
export const stories = pgTable(
  "stories",
  {
    id: id(),
    number: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity().unique(),
    /** A page about the outlet is written, kept and published like a story, at `/{lang}/{pageSlug}`. */
    kind: text().$type<StoryKind>().notNull().default("story"),
    pageSlug: text(),
    pageRole: text().$type<PageRole>(),
    familyId: uuid()
      .notNull()
      .references(() => families.id),
    language: text().$type<Language>().notNull(),
    relation: text().$type<Relation>().notNull().default("original"),
    sourceStoryId: uuid(),
    deskId: uuid()
      .notNull()
      .references(() => desks.id),
    createdBy: uuid().references(() => people.id),
    createdAt: bornAt(),

    stage: text().$type<Stage>().default("writing"),
    headRevisionId: uuid(),
    approvedRevisionId: uuid(),
    embargoUntil: at(),
    embargoFrom: text(),
    embargoPeople: uuid().array(),

    live: text().$type<LiveState>().notNull().default("none"),
    livePublicationId: uuid(),
    firstPublishedAt: at(),
    liveSectionId: uuid().references(() => sections.id),
    liveMarks: text().array().notNull().default(sql`'{}'`),

    slugline: text().notNull().default(""),
    headline: text().notNull().default(""),
    sectionId: uuid()
      .notNull()
      .references(() => sections.id),
    words: integer().notNull().default(0),
    updatedAt: bornAt(),
    updatedBy: uuid().references(() => people.id),
    /** The topics, bylines, place and agencies that it names. */
    wordIds: uuid().array().notNull().default(sql`'{}'`),
    searchText: text().notNull().default(""),
    search: tsvector().generatedAlwaysAs(sql`to_tsvector('simple', search_text)`),
  },
  (t) => [
    foreignKey({ columns: [t.sourceStoryId], foreignColumns: [t.id] }),
    unique("stories_one_language_per_family").on(t.familyId, t.language),
    unique("stories_one_page_per_address").on(t.language, t.pageSlug),
    check("stories_pages_have_an_address", sql`(${t.kind} = 'page') = (${t.pageSlug} is not null)`),
    check("stories_pending_or_live", sql`${t.stage} is not null or ${t.live} <> 'none'`),
    check("stories_live_has_publication", sql`(${t.live} = 'none') = (${t.livePublicationId} is null)`),
    check("stories_embargo_names_its_source", sql`${t.embargoUntil} is null or ${t.embargoFrom} is not null`),
    // The desk's lists: the last changed first, as plain `order by updated_at desc` asks for it.
    index("stories_desk_list").on(t.updatedAt.desc().nullsFirst(), t.id),
    index("stories_of_person").on(t.createdBy, t.updatedAt.desc().nullsFirst(), t.id),
    index("stories_by_stage").on(t.stage, t.updatedAt.desc().nullsFirst(), t.id),
    index("stories_by_live").on(t.live, t.updatedAt.desc().nullsFirst(), t.id),
    index("stories_by_section").on(t.sectionId, t.updatedAt.desc().nullsFirst(), t.id),
    index("stories_by_language").on(t.language, t.updatedAt.desc().nullsFirst(), t.id),
    // The readers' lists; they order by `first_published_at desc nulls last`.
    index("stories_newest").on(t.language, t.firstPublishedAt.desc(), t.id).where(sql`live = 'published'`),
    index("stories_section_newest")
      .on(t.liveSectionId, t.language, t.firstPublishedAt.desc(), t.id)
      .where(sql`live = 'published'`),
    index("stories_marked")
      .on(t.language, t.firstPublishedAt.desc())
      .where(sql`live = 'published' and live_marks <> '{}'`),
    // The outlet's own pages are few, and every reader page names them.
    index("stories_pages").on(t.id).where(sql`kind = 'page'`),
    index("stories_search").using("gin", t.search),
    index("stories_by_word").using("gin", t.wordIds),
  ],
);

/** Append-only: the whole document and every field, each time something was saved. */
export const revisions = pgTable(
  "revisions",
  {
    id: id(),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    seq: integer().notNull(),
    kind: text().$type<RevisionKind>().notNull().default("save"),
    baseId: uuid(),
    fields: storyFields().notNull(),
    document: jsonb().$type<StoredDocument>().notNull(),
    hash: text().notNull(),
    words: integer().notNull().default(0),
    authorId: uuid().references(() => people.id),
    createdAt: bornAt(),
  },
  (t) => [unique("revisions_in_order").on(t.storyId, t.seq)],
);

/** Where a story's facts come from, one row a source of its head revision. agency_id null = our own. */
export const storySources = pgTable(
  "story_sources",
  {
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    position: integer().notNull(),
    agencyId: uuid().references(() => agencies.id),
    itemId: text().notNull().default(""),
    sourceAt: at(),
    url: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.position] })],
);

// ── What readers have ───────────────────────────────────────────────────────────────────────

/**
 * Immutable: a revision as it went out. `number` counts within the story. `fields` and
 * `document` are the truth; `printed` is what they meant to a reader that day; `body_html` is
 * derived by renderer `renderer_version` and may be printed again.
 */
export const publications = pgTable(
  "publications",
  {
    id: id(),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    number: integer().notNull(),
    revisionId: uuid()
      .notNull()
      .references(() => revisions.id),
    kind: text().$type<PublicationKind>().notNull(),
    language: text().$type<Language>().notNull(),
    sectionId: uuid()
      .notNull()
      .references(() => sections.id),
    fields: storyFields().notNull(),
    document: jsonb().$type<StoredDocument>().notNull(),
    printed: jsonb().$type<Printed>().notNull(),
    bodyHtml: text().notNull(),
    rendererVersion: integer().notNull(),
    firstPublishedAt: at().notNull(),
    publishedAt: at().notNull(),
    /** When readers were last told of a significant change: moves with every kind but "minor". */
    significantAt: at().notNull(),
    publishedBy: uuid().references(() => people.id),
    searchText: text().notNull().default(""),
    search: tsvector().generatedAlwaysAs(sql`to_tsvector('simple', search_text)`),
  },
  (t) => [
    unique("publications_in_order").on(t.storyId, t.number),
    index("publications_search").using("gin", t.search),
  ],
);

/** What readers were told, when, and about which paragraph. Words come from templates at print time. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    storyId: uuid()
      .notNull()
      .references(() => stories.id),
    publicationId: uuid()
      .notNull()
      .references(() => publications.id),
    kind: text().$type<NoticeKind>().notNull(),
    noticedAt: at().notNull(),
    note: text().notNull().default(""),
    blockId: text(),
    authorId: uuid().references(() => people.id),
  },
  (t) => [index("notices_of_story").on(t.storyId, t.noticedAt)],
);

// ── What was done ───────────────────────────────────────────────────────────────────────────

/** One row per verb, in the verb's own transaction. Append-only. */
export const events = pgTable(
  "events",
  {
    id: id(),
    happenedAt: at().notNull(),
    actorId: uuid().references(() => people.id),
    actorName: text().notNull(),
    act: text().$type<EventName>().notNull(),
    storyId: uuid(),
    subjectId: text(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
  },
  (t) => [
    index("events_of_story").on(t.storyId, t.happenedAt),
    index("events_of_person").on(t.actorId, t.happenedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("events_of_subject").on(t.subjectId, t.happenedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index("events_newest").on(t.happenedAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
  ],
);

/**
 * What the front has to drop, in commit order: `seq` is taken under an advisory lock that is
 * held until commit, so a reader of this table never sees a gap fill up behind it.
 * `gone` names addresses that now answer 410, with the words to say.
 */
export const changes = pgTable("changes", {
  seq: bigserial({ mode: "number" }).primaryKey(),
  keys: text().array().notNull(),
  hard: text().$type<"hard" | "soft">().notNull(),
  gone: jsonb().$type<{ storyNumber: number; language: Language; at: string } | null>(),
  changedAt: at().notNull().default(sql`clock_timestamp()`),
});

/** Work to do after commit, written in the transaction that wants it; the worker hands it to the queue. */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    job: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: bornAt(),
    handedOverAt: at(),
  },
  (t) => [index("outbox_waiting").on(t.createdAt).where(sql`handed_over_at is null`)],
);
