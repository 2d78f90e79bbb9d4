import { createContext, useContext } from "react";
import type { StoryFields } from "#db/shapes.ts";
import type { DeskStory } from "#domain/stories/find.ts";
import type { Language, StyledField } from "#domain/vocabulary.ts";
import type { Room } from "../room/room.ts";
import type { RoomFields } from "../room/room-fields.ts";
import type { DeskActions, StoryChoices, Word, WordKind } from "./actions.ts";

/** What every part of an open story's screen reads: facts from the server and the fields on the screen. */
export type OpenStory = {
  desk: DeskStory;
  choices: StoryChoices;
  fields: StoryFields;
  change: (patch: Partial<StoryFields>) => void;
  /** Where several people write it at once; null: one writes alone. */
  room: Room | null;
  shared: RoomFields | null;
  /** False while the page isn't alive yet, and for people who may only look. */
  mayType: boolean;
  actions: DeskActions;
  /** The languages that the outlet publishes in. */
  languages: readonly Language[];
  timeZone: string;
  outletName: string;
  /** What the newsroom says beside fields, in this story's language. */
  style: Partial<Record<StyledField, string>>;
  /** Adds a name to the outlet's lists and to this screen; null when it was refused. */
  addWord: (kind: WordKind, label: string) => Promise<Word | null>;
};

export const StoryContext = createContext<OpenStory | null>(null);

export function useStory(): OpenStory {
  const story = useContext(StoryContext);
  if (!story) throw new Error("useStory stands outside of an open story.");
  return story;
}
