/** What the jsonb columns hold. Types only; validation lives in domain/<noun>/input.ts. */
import type { BylineRole, Language } from "../domain/vocabulary.ts";

/** A text per language, where the outlet has given one. */
export type Labels = Partial<Record<Language, string>>;

/** A place from the outlet's list, or free text; the text is used when there is no place. */
export type DatelineField = { placeId: string | null; text: string };

/** agencyId null = the outlet's own reporting. `at` is the source's own time, ISO 8601. */
export type SourceField = { agencyId: string | null; itemId: string; at: string | null; url: string };

export type Mark = "lead" | "top";

/** Every field of a story beside its body, exactly as one revision holds them. */
export type StoryFields = {
  slugline: string;
  kicker: string;
  headline: string;
  standfirst: string;
  dateline: DatelineField;
  byline: { contributorId: string; role: BylineRole }[];
  sectionId: string;
  topicIds: string[];
  sources: SourceField[];
  /** null = computed from the sources. */
  signOff: string | null;
  /** "" = made from the headline. */
  slug: string;
  marks: Mark[];
};

/** A ProseMirror node as JSON. */
export type NodeJson = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
};

/** A story's body at rest: migrated on read to the newest schema version. */
export type StoredDocument = { schemaVersion: number; doc: NodeJson };

/** What readers see of a publication: names and labels resolved on the day, in its language. */
export type Printed = {
  kicker: string;
  headline: string;
  standfirst: string;
  dateline: string;
  byline: { name: string; role: BylineRole }[];
  section: { slug: string; label: string };
  topics: { slug: string; label: string }[];
  signOff: string;
  slug: string;
  marks: Mark[];
  words: number;
};

export type OutletSettings = {
  name: Labels;
  languages: Language[];
  defaultLanguage: Language;
  /** IANA zone, "Asia/Baghdad". */
  timeZone: string;
  /** The zone's name as the outlet prints it: "EBL time". */
  zoneLabels: Labels;
  /** One line under the name, for feeds and the front's description. */
  description: Labels;
};
