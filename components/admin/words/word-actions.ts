/** What the screens of the outlet's words can ask for. The app hands these in. */
import type { Labels } from "#db/shapes.ts";
import { WORD_KINDS, type WordKind } from "#domain/vocabulary.ts";
import type { Act } from "../../auth/use-act.ts";

type OnWord = { kind: WordKind; wordId: string };
export type Texts = { labels: Labels; about: Labels };

export type WordActions = {
  change: Act<OnWord & Texts & { seen: Texts }, Texts>;
  link: Act<{ wordId: string; personId: string | null }, unknown>;
};

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
