/**
 * The newsroom's words. This file imports nothing; everything else may import it.
 * A word list here is the only place where that word is spelled.
 */

/** Steps of a story's pending change. A live story with nothing pending has no stage (null). */
export const STAGES = ["writing", "review", "ready"] as const;
export type Stage = (typeof STAGES)[number];

/** What readers have of a story: nothing yet, a publication, or the notice that it was taken back. */
export const LIVE_STATES = ["none", "published", "withdrawn", "killed"] as const;
export type LiveState = (typeof LIVE_STATES)[number];

/** Why a publication exists. "first" also covers a story that returns after a withdrawal. */
export const PUBLICATION_KINDS = [
  "first",
  "minor",
  "update",
  "correction",
  "clarification",
  "editors-note",
] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** What an editor may pick in "Publish update". */
export const UPDATE_KINDS = ["minor", "update", "correction", "clarification", "editors-note"] as const;
export type UpdateKind = (typeof UPDATE_KINDS)[number];

/** What readers are told. A minor fix tells them nothing; a withdrawal stands at the address itself. */
export const NOTICE_KINDS = ["update", "correction", "clarification", "editors-note", "withdrawal"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Kinds whose note is required: they say what was wrong and what is right. */
export const NOTE_REQUIRED: readonly UpdateKind[] = ["correction", "clarification", "editors-note"];

/** Why a revision exists. "aside" is text that another save overtook: kept whole, never the head by itself. */
export const REVISION_KINDS = ["save", "aside", "restore", "demo", "import"] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/** How one language's story relates to the family that it belongs to. */
export const RELATIONS = ["original", "translation", "adaptation"] as const;
export type Relation = (typeof RELATIONS)[number];

/** What is written in the same editor: a story, or a page about the outlet ("About", "Contact"). */
export const STORY_KINDS = ["story", "page"] as const;
export type StoryKind = (typeof STORY_KINDS)[number];

/** What a site page is to the outlet; the record of the outlet names each of these by its address. */
export const PAGE_ROLES = [
  "about",
  "contact",
  "privacy",
  "ethics",
  "corrections-policy",
  "ownership",
  "masthead",
] as const;
export type PageRole = (typeof PAGE_ROLES)[number];

/** Where the outlet's right to print a picture comes from. */
export const PICTURE_RIGHTS = ["ours", "subscription", "handout", "permission", "free", "unknown"] as const;
export type PictureRights = (typeof PICTURE_RIGHTS)[number];

/** "processing": its renditions are being made. "refused": it can't be read; `trouble` says why. */
export const PICTURE_STATES = ["processing", "ready", "refused"] as const;
export type PictureState = (typeof PICTURE_STATES)[number];

/** How the picture desk sorts out pictures by where they stand… */
export const PICTURE_USE_FILTERS = ["live", "draft", "unused"] as const;
export type PictureUseFilter = (typeof PICTURE_USE_FILTERS)[number];

/** …and by what is to be done about them. "expiring": within a week. */
export const PICTURE_STANDINGS = ["expiring", "expired", "pulled", "processing", "refused"] as const;
export type PictureStanding = (typeof PICTURE_STANDINGS)[number];

/** "full" is the whole picture; the others are cut to a shape, by hand or around the focal point. */
export const CROPS = ["full", "wide", "square", "portrait"] as const;
export type CropName = (typeof CROPS)[number];

/** How much room a picture takes in a body. */
export const PICTURE_SIZES = ["small", "text", "wide"] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

/** Whether a machine helped to make a story, as its writers say it; "unsaid" says nothing to readers. */
export const MACHINE_HELP = ["unsaid", "no", "yes"] as const;
export type MachineHelp = (typeof MACHINE_HELP)[number];

/** Where readers share a story, and where the newsroom posts it. */
export const SHARE_CHANNELS = ["device", "link", "whatsapp", "telegram", "facebook", "x", "email"] as const;
export type ShareChannel = (typeof SHARE_CHANNELS)[number];

/** Those that a story's page offers as plain links; the others are the phone's own sheet and copying. */
export const LINK_CHANNELS = ["whatsapp", "telegram", "facebook", "x", "email"] as const;
export type LinkChannel = (typeof LINK_CHANNELS)[number];

/** For which of them the desk makes a text to copy. */
export const COPY_CHANNELS = ["telegram", "whatsapp", "facebook", "x"] as const;
export type CopyChannel = (typeof COPY_CHANNELS)[number];

/** Where the newsroom posts a story by hand. */
export const HAND_CHANNELS = [...COPY_CHANNELS, "instagram", "other"] as const;
export type HandChannel = (typeof HAND_CHANNELS)[number];

/** What somebody did for a story, as its byline says it. */
export const BYLINE_ROLES = ["writing", "reporting", "editing", "photos", "translation"] as const;
export type BylineRole = (typeof BYLINE_ROLES)[number];

/** What stories choose from lists of the outlet's own; a byline names a contributor. */
export const WORD_KINDS = ["topic", "place", "agency", "contributor"] as const;
export type WordKind = (typeof WORD_KINDS)[number];

export const PERMISSIONS = [
  "story.read",
  "story.create",
  "story.write.own",
  "story.write.draft",
  "story.write.any",
  "story.submit",
  "story.approve",
  "story.publish",
  "story.withdraw",
  "story.embargo",
  "picture.upload",
  "picture.edit",
  "picture.pull",
  "page.create",
  "words.manage",
  "people.manage",
  "outlet.manage",
  "audit.read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Roles that a new outlet is seeded with. Roles are data; only permission names are code. */
export const SEEDED_ROLES = {
  reporter: [
    "story.read",
    "story.create",
    "story.write.own",
    "story.write.draft",
    "story.submit",
    "picture.upload",
  ],
  editor: [
    "story.read",
    "story.create",
    "story.write.own",
    "story.write.draft",
    "story.write.any",
    "story.submit",
    "story.approve",
    "story.publish",
    "story.withdraw",
    "story.embargo",
    "picture.upload",
    "picture.edit",
    "picture.pull",
    "words.manage",
  ],
  admin: [...PERMISSIONS],
} as const satisfies Record<string, readonly Permission[]>;
export type SeededRole = keyof typeof SEEDED_ROLES;
export const SEEDED_ROLE_NAMES = ["reporter", "editor", "admin"] as const satisfies readonly SeededRole[];

/** Places on a story's screen beside which the newsroom's house style can say something. */
export const STYLED_FIELDS = [
  "headline",
  "standfirst",
  "kicker",
  "dateline",
  "body",
  "leadPicture",
  "slugline",
  "byline",
  "topicIds",
  "sources",
  "shareText",
] as const;
export type StyledField = (typeof STYLED_FIELDS)[number];

/** Names of events. One row per verb, written in the verb's own transaction. */
export const EVENTS = [
  "story.created",
  "story.saved",
  "story.set-aside",
  "story.restored",
  "story.version-named",
  "story.submitted",
  "story.approved",
  "story.sent-back",
  "story.published",
  "story.updated",
  "story.withdrawn",
  "story.embargoed",
  "story.embargo-lifted",
  "story.imported",
  "story.hand-line",
  "page.created",
  "page.moved",
  "picture.added",
  "picture.changed",
  "picture.pulled",
  "picture.returned",
  "template.changed",
  "snippet.changed",
  "word.added",
  "word.changed",
  "word.merged",
  "redirects.changed",
  "import.started",
  "import.finished",
  "person.changed",
  "person.invited",
  "person.joined",
  "person.role-changed",
  "person.suspended",
  "person.restored",
  "person.sessions-ended",
  "person.password-changed",
  "person.recovered",
  "outlet.set-up",
  "outlet.changed",
  "section.added",
  "section.changed",
  "demo.loaded",
] as const;
export type EventName = (typeof EVENTS)[number];

export type Direction = "ltr" | "rtl";

/**
 * Languages that a story can be written in. Adding one: a row here, its words in
 * `domain/languages/`, a font that has its letters in `components/reader/`.
 * hreflang: Google takes ISO 639-1 only, so Sorani is announced twice (docs/decisions).
 */
export const LANGUAGES = {
  en: { name: "English", direction: "ltr", ogLocale: "en_US", hreflang: ["en"] },
  ar: { name: "العربية", direction: "rtl", ogLocale: "ar_AR", hreflang: ["ar"] },
  ckb: { name: "کوردی", direction: "rtl", ogLocale: "cb_IQ", hreflang: ["ckb", "ku-IQ"] },
} as const satisfies Record<
  string,
  { name: string; direction: Direction; ogLocale: string; hreflang: readonly string[] }
>;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_CODES = ["en", "ar", "ckb"] as const satisfies readonly Language[];

/** Those of them in which the newsroom speaks to its own people (`people.locale`): a set of message files each. */
export const INTERFACE_LANGUAGES = ["en"] as const satisfies readonly Language[];
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** First path segments under /{lang}/ that no section may take. */
export const RESERVED_SECTION_SLUGS = [
  "about",
  "archive",
  "by",
  "contact",
  "corrections",
  "feed",
  "latest",
  "live",
  "page",
  "pages",
  "search",
  "section",
  "sitemap",
  "story",
  "tag",
  "topic",
  "topics",
  "s",
  "media",
  "api",
] as const;

/** Prefixes of addresses that belong to staff: the front passes them through and never keeps a copy. */
export const STAFF_PREFIXES = [
  "/desk",
  "/me",
  "/admin",
  "/api",
  "/sign-in",
  "/welcome",
  "/reset",
  "/_next",
  "/collab",
] as const;
