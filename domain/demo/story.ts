import type { Mark } from "#db/shapes.ts";
import type { BylineRole, Language, UpdateKind } from "../vocabulary.ts";
import type { AgencyKey, ContributorKey, PlaceKey, SectionSlug, TopicKey } from "./words.ts";

/** What an edit does to the text that stands: words replaced within one paragraph, a paragraph added at the end. */
export type DemoEdit = { headline?: string; replace?: [was: string, is: string]; append?: string };

/** What happened to a live story after it first went out, oldest first. */
export type DemoStep =
  | { did: "update"; kind: UpdateKind; hoursAgo: number; note: string; edit: DemoEdit }
  | { did: "reopen"; edit: DemoEdit }
  | { did: "withdraw"; note: string };

/**
 * How far a story has come when the demo newsroom opens. Hours count back from the loading: when
 * the text was written, or, for a live story, when readers first had it.
 */
export type DemoLife =
  | { stands: "writing" | "submitted"; hoursAgo: number }
  | { stands: "embargoed"; hoursAgo: number; liftsInHours: number; from: string }
  | { stands: "live"; hoursAgo: number; since?: DemoStep[] };

/** One language of one story, as a person would tell it; `load.ts` turns the names into ids. */
export type DemoStory = {
  /** Stories with the same family are the same story in several languages; the oldest is the original. */
  family: string;
  language: Language;
  section: SectionSlug;
  place?: PlaceKey;
  byline: Partial<Record<ContributorKey, BylineRole>>;
  topics?: TopicKey[];
  /** "own" is the outlet's reporting; the sign-off prints them in this order. */
  sources: ("own" | AgencyKey)[];
  marks?: Mark[];
  slugline: string;
  kicker?: string;
  headline: string;
  standfirst?: string;
  /** See body.ts for the few signs that it knows. */
  body: string;
  life: DemoLife;
};
