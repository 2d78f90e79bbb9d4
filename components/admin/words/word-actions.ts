/** What the screens of the outlet's words can ask for. The app hands these in. */
import type { Labels } from "#db/shapes.ts";
import { WORD_KINDS, type WordKind } from "#domain/vocabulary.ts";
import type { ListedWord } from "#domain/words/list-words.ts";
import type { Act } from "../../auth/use-act.ts";

type OnWord = { kind: WordKind; wordId: string };
export type Texts = { labels: Labels; about: Labels };

/** Words that have a page, which can move, and which can turn out to be one. */
export type PagedKind = Extract<WordKind, "topic" | "contributor">;
type OnPaged = { kind: PagedKind; wordId: string };

export type WordActions = {
  change: Act<OnWord & Texts & { seen: Texts }, Texts>;
  link: Act<{ wordId: string; personId: string | null }, unknown>;
  find: Act<{ kind: WordKind; search: string; limit: number }, { rows: ListedWord[] }>;
  move: Act<OnPaged & { slug: string }, { slug: string }>;
  merge: Act<OnPaged & { intoId: string }, { intoId: string }>;
  separate: Act<OnPaged, unknown>;
  setPortrait: Act<{ wordId: string; pictureId: string | null }, unknown>;
  hide: Act<{ wordId: string }, unknown>;
  show: Act<{ wordId: string }, unknown>;
};

export function isPaged(kind: WordKind): kind is PagedKind {
  return kind === "topic" || kind === "contributor";
}

/** Where each list stands under /admin. */
const ROOMS: Readonly<Record<WordKind, string>> = {
  topic: "topics",
  place: "places",
  agency: "agencies",
  contributor: "contributors",
};

export function kindOfRoom(room: string): WordKind | null {
  return WORD_KINDS.find((kind) => ROOMS[kind] === room) ?? null;
}

export function roomPath(kind: WordKind, wordId?: string): string {
  return wordId === undefined ? `/admin/${ROOMS[kind]}` : `/admin/${ROOMS[kind]}/${wordId}`;
}

/** Every room of words, for whoever marks where one is. */
export const WORD_ROOMS: readonly string[] = WORD_KINDS.map((kind) => roomPath(kind));
