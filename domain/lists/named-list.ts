/** The lists that readers can follow, by name: everything in a language, a section, a topic, a byline. */
import type { Labels } from "#db/shapes.ts";
import { keys } from "../publications/keys.ts";
import type { ReaderPicture } from "../publications/reader-records.ts";
import { bylinePath, frontPath, sectionPath, topicPath } from "../site.ts";
import type { Language } from "../vocabulary.ts";

export type ListKind = "language" | "section" | "topic" | "byline";

/** A list by its address. A whole language has no slug. */
export type StoryList = { kind: "language" } | { kind: "section" | "topic" | "byline"; slug: string };

/** Whose list it is, as the outlet calls it today. */
export type ListName = {
  slug: string;
  labels: Labels;
  /** A topic's description, a byline's biography. */
  about: Labels;
  portrait: ReaderPicture | null;
};

export function listPath(language: Language, list: StoryList): string {
  switch (list.kind) {
    case "language":
      return frontPath(language);
    case "section":
      return sectionPath(language, list.slug);
    case "topic":
      return topicPath(language, list.slug);
    case "byline":
      return bylinePath(language, list.slug);
    default:
      return list satisfies never;
  }
}

function listKey(language: Language, list: StoryList): string {
  switch (list.kind) {
    case "language":
      return keys.language(language);
    case "section":
      return keys.section(language, list.slug);
    case "topic":
      return keys.topic(language, list.slug);
    case "byline":
      return keys.byline(language, list.slug);
    default:
      return list satisfies never;
  }
}

/** The keys of a page that shows the list's newest stories, or one month of it. */
export function listKeys(language: Language, list: StoryList, month?: string): string[] {
  const own = listKey(language, list);
  const part = month === undefined ? own : keys.month(own, month);
  const named = list.kind === "topic" || list.kind === "byline" ? [keys.word(list.kind, list.slug)] : [];
  return [keys.outlet(), part, ...named];
}
